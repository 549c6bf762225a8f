import type { Aliases, Args, Names, ParseOptions, Values } from "./parse_args_types.ts";

export type { Args, ParseOptions };

/**
 * Reads the words of a command line into an object: flags by name, all other words under `_`.
 *
 * A flag takes the rest of its word or the next word as its value, else `true`. What looks like a number becomes one,
 * unless the flag is listed under `string`. All words after `--` are taken as they are.
 */
export function parseArgs<
  TArgs extends Values<TBooleans, TStrings, TCollectable, TNegatable, TDefaults, TAliases>,
  TDoubleDash extends boolean | undefined = undefined,
  TBooleans extends boolean | string | undefined = undefined,
  TStrings extends string | undefined = undefined,
  TCollectable extends string | undefined = undefined,
  TNegatable extends string | undefined = undefined,
  TDefaults extends Record<string, unknown> | undefined = undefined,
  const TAliases extends Aliases | undefined = undefined,
>(
  args: string[],
  options?: ParseOptions<TBooleans, TStrings, TCollectable, TNegatable, TDefaults, TAliases, TDoubleDash>,
): Args<TArgs, TDoubleDash> {
  return parse(args, (options ?? {}) as ParseOptions) as Args<TArgs, TDoubleDash>;
}

function parse(args: readonly string[], options: ParseOptions): Tree {
  const grammar = grammarOf(options);
  const { strings, booleans, collected, aliases } = grammar;
  const { unknown = () => true } = options;
  const dashes = args.indexOf("--");
  const words = dashes < 0 ? [...args] : args.slice(0, dashes);
  const verbatim = dashes < 0 ? [] : args.slice(dashes + 1);
  const others: (string | number)[] = [];
  const result: Tree = { _: others };

  while (words.length > 0) {
    const word = words.shift()!;
    if (/^-./s.test(word)) {
      for (const flag of word.startsWith("--") ? [longFlag(word, words, grammar)] : shortFlags(word, words, grammar)) {
        if (!isKnown(flag.name, word, grammar) && unknown(word, flag.name, flag.value) === false) continue;
        const value = strings.has(flag.name) ? flag.value : numberOr(flag.value);
        const isCollected = !flag.isNegation && collected.has(flag.name);
        for (const name of [flag.name, ...aliases.get(flag.name) ?? []]) set(result, name, value, isCollected);
      }
      continue;
    }
    if (unknown(word) !== false) others.push(strings.has("_") ? word : numberOr(word));
    if (options.stopEarly) others.push(...words.splice(0));
  }

  for (const [key, value] of Object.entries(options.default ?? {})) {
    if (has(result, key)) continue;
    for (const name of [key, ...aliases.get(key) ?? []]) set(result, name, value);
  }
  for (const name of booleans) {
    if (!has(result, name)) set(result, name, collected.has(name) ? [] : false);
  }
  for (const name of strings) {
    if (!has(result, name) && collected.has(name)) set(result, name, []);
  }
  if (options["--"]) result["--"] = verbatim;
  else others.push(...verbatim);
  return result;
}

/** The options as sets of names, each with all its aliases. */
interface Grammar {
  readonly aliases: ReadonlyMap<string, ReadonlySet<string>>;
  readonly booleans: ReadonlySet<string>;
  readonly strings: ReadonlySet<string>;
  readonly collected: ReadonlySet<string>;
  readonly negatable: ReadonlySet<string>;
  /** Whether each long flag without `=` is boolean. */
  readonly areAllBoolean: boolean;
}

function grammarOf(options: ParseOptions): Grammar {
  const aliases = new Map<string, ReadonlySet<string>>();
  for (const [name, alias] of Object.entries(options.alias ?? {})) {
    if (alias === undefined) throw new TypeError("Alias value must be defined");
    const group = [name, ...[alias].flat()];
    for (const member of group) aliases.set(member, new Set(group.filter((other) => other !== member)));
  }
  const withAliases = (names: Names | boolean): ReadonlySet<string> =>
    new Set([names].flat().filter(isName).flatMap((name) => [name, ...aliases.get(name) ?? []]));
  return {
    aliases,
    booleans: withAliases(options.boolean),
    strings: withAliases(options.string),
    collected: withAliases(options.collect),
    negatable: withAliases(options.negatable),
    areAllBoolean: options.boolean === true,
  };
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isKnown(name: string, word: string, grammar: Grammar): boolean {
  const { aliases, booleans, strings, collected, areAllBoolean } = grammar;
  return [booleans, strings, collected, aliases].some((names) => names.has(name)) ||
    (areAllBoolean && /^--[^=]+$/.test(word));
}

interface Flag {
  readonly name: string;
  readonly value: string | boolean;
  /** Negations replace what was collected. */
  readonly isNegation?: boolean;
}

/** Reads `--name`, `--name=value`, `--no-name`; may take the next word as the value. */
function longFlag(word: string, words: string[], grammar: Grammar): Flag {
  const [, no = "", name = "", value] = /^--(no-)?(.+?)(?:=(.*))?$/s.exec(word) ?? [];
  if (value !== undefined) return { name, value: grammar.booleans.has(name) ? value !== "false" : value };
  if (no && grammar.negatable.has(name)) return { name, value: false, isNegation: true };
  const isBarred = grammar.areAllBoolean || (words[0] ?? "").startsWith("-");
  return { name: no + name, value: nextValue(no + name, isBarred, words, grammar) };
}

/** Reads `-abc`, `-n5`, `-f=value`, `-I/path`, the last letter of which may take the next word as its value. */
function shortFlags(word: string, words: string[], grammar: Grammar): Flag[] {
  const flags: Flag[] = [];
  const last = word.length - 1;
  for (let i = 1; i < last; i++) {
    const name = word[i]!;
    const rest = word.slice(i + 1);
    const value = attachedValue(name, rest);
    flags.push({ name, value: value ?? absentValue(name, grammar) });
    if (value !== undefined) return flags;
  }
  const name = word[last]!;
  const isBarred = /^--?[^-]/.test(words[0] ?? "");
  return [...flags, { name, value: nextValue(name, isBarred, words, grammar) }];
}

/** The value that the rest of a word is to a letter before it; none where the rest is more letters. */
function attachedValue(letter: string, rest: string): string | undefined {
  if (rest === "-") return rest;
  if (rest === "=") return "";
  if (/[A-Za-z]/.test(letter)) {
    const value = /=(.+)/.exec(rest)?.[1];
    if (value !== undefined) return value;
    if (/-?\d+(\.\d*)?(e-?\d+)?$/.test(rest)) return rest;
  }
  return rest.length > 1 && /\W/.test(rest[0]!) ? rest : undefined;
}

/** Takes the next word as the value of a flag where it can be one: `true` and `false` can even where it is barred. */
function nextValue(name: string, isBarred: boolean, words: string[], grammar: Grammar): string | boolean {
  const { booleans, aliases } = grammar;
  const isBoolean = [name, ...aliases.get(name) ?? []].some((each) => booleans.has(each));
  if (words[0] && !isBarred && !isBoolean) return words.shift()!;
  if (words[0] === "true" || words[0] === "false") return words.shift() === "true";
  return absentValue(name, grammar);
}

function absentValue(name: string, { strings }: Grammar): string | boolean {
  return strings.has(name) ? "" : true;
}

function numberOr<T>(value: T): T | number {
  const isNumeric = typeof value === "string" && /\S/.test(value) && Number.isFinite(Number(value));
  return isNumeric ? Number(value) : value;
}

/** Values by name; a dotted name leads into a tree within. */
interface Tree {
  [name: string]: unknown;
}

function set(tree: Tree, dottedName: string, value: unknown, isCollected = false): void {
  const names = dottedName.split(".");
  const last = names.pop()!;
  for (const name of names) {
    if (isForbidden(tree, name)) return;
    const inner = own(tree, name) ?? {};
    tree[name] = inner;
    tree = inner as Tree;
  }
  if (isForbidden(tree, last)) return;
  const old = own(tree, last);
  if (!isCollected) tree[last] = value;
  else if (Array.isArray(old)) old.push(value);
  else tree[last] = old ? [old, value] : [value];
}

function own(tree: Tree, name: string): unknown {
  return Object.hasOwn(tree, name) ? tree[name] : undefined;
}

/** Names that would reach the prototype of all objects. */
function isForbidden(tree: Tree, name: string): boolean {
  return name === "__proto__" || (name === "constructor" && typeof tree[name] === "function");
}

function has(tree: Tree, dottedName: string): boolean {
  let at: unknown = tree;
  return dottedName.split(".").every((name) => {
    const isOwn = at !== null && at !== undefined && Object.hasOwn(at, name);
    if (isOwn) at = (at as Tree)[name];
    return isOwn;
  });
}
