/** The options of `parseArgs`. */
export interface ParseOptions<
  TStrings extends string = string,
  TCollectable extends string = string,
  TDefaults extends Record<string, unknown> = Record<string, unknown>,
  TDoubleDash extends boolean = boolean,
> {
  /** Whether words after `--` go under `--`; by default they go under `_`. */
  "--"?: TDoubleDash;
  /** A second name of a flag; all options apply to both names. */
  alias?: Readonly<Record<string, string>>;
  /** Flags that take no value and are false by default. */
  boolean?: readonly string[];
  /** Values of flags that do not occur. */
  default?: TDefaults;
  /** Flags whose values stay strings; `_`: the words that are not flags. */
  string?: readonly TStrings[];
  /** Flags whose values are collected in an array; for others the last value counts. */
  collect?: readonly TCollectable[];
  /** Called with each word, flag and value that the options do not name; they are left out if it returns false. */
  unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

/** The result of `parseArgs`: values by name. */
export type Args<S extends string, C extends string, D, DD extends boolean> =
  & { [K in Exclude<S, C | keyof D>]?: string }
  & { [K in Extract<S, C>]: string[] }
  & D
  & { [name: string]: unknown; _: (string | number)[] }
  & (DD extends true ? { "--": string[] } : unknown);

/**
 * Reads the words of a command line into an object: flags by name, all other words under `_`.
 *
 * A flag takes the rest of its word or the next word as its value, else `true`. What looks like a number becomes one,
 * unless the flag is listed under `string`. Words after `--` are taken as they are.
 */
export function parseArgs<
  const S extends string = never,
  const C extends string = never,
  D extends Record<string, unknown> = Record<never, never>,
  DD extends boolean = false,
>(args: string[], options: ParseOptions<S, C, D, DD> = {}): Args<S, C, D, DD> {
  return parse(args, options as ParseOptions) as Args<S, C, D, DD>;
}

function parse(args: readonly string[], options: ParseOptions): Record<string, unknown> {
  const grammar = grammarOf(options);
  const { strings, booleans, collected, aliases } = grammar;
  const { unknown = () => true } = options;
  const end = args.indexOf("--");
  const words = end < 0 ? [...args] : args.slice(0, end);
  const verbatim = end < 0 ? [] : args.slice(end + 1);
  const operands: (string | number)[] = [];
  const result: Record<string, unknown> = { _: operands };
  const isGiven = (name: string) => Object.hasOwn(result, name);

  while (words.length > 0) {
    const word = words.shift()!;
    if (!/^-./s.test(word)) {
      if (unknown(word) !== false) operands.push(strings.has("_") ? word : numberOr(word));
      continue;
    }
    const flags = word.startsWith("--") ? [longFlag(word, words, grammar)] : shortFlags(word, words, grammar);
    for (const { name, value: text } of flags) {
      const isKnown = [booleans, strings, collected, aliases].some((names) => names.has(name));
      if (!isKnown && unknown(word, name, text) === false) continue;
      const value = strings.has(name) ? text : numberOr(text);
      for (const each of namesOf(name, grammar)) {
        result[each] = collected.has(name) ? [...(result[each] as unknown[] | undefined ?? []), value] : value;
      }
    }
  }

  for (const [name, value] of Object.entries(options.default ?? {})) {
    if (!isGiven(name)) { for (const each of namesOf(name, grammar)) result[each] = value; }
  }
  for (const name of [...booleans, ...strings]) {
    if (isGiven(name)) continue;
    if (collected.has(name)) result[name] = [];
    else if (booleans.has(name)) result[name] = false;
  }
  if (options["--"]) result["--"] = verbatim;
  else operands.push(...verbatim);
  return result;
}

/** The options as sets of names, aliases included. */
interface Grammar {
  readonly aliases: ReadonlyMap<string, string>;
  readonly booleans: ReadonlySet<string>;
  readonly strings: ReadonlySet<string>;
  readonly collected: ReadonlySet<string>;
}

function grammarOf(options: ParseOptions): Grammar {
  const pairs = Object.entries(options.alias ?? {});
  const aliases = new Map([...pairs, ...pairs.map(([name, alias]) => [alias, name] as const)]);
  const withAliases = (names: readonly string[] = []) => new Set(names.flatMap((name) => namesOf(name, { aliases })));
  return {
    aliases,
    booleans: withAliases(options.boolean),
    strings: withAliases(options.string),
    collected: withAliases(options.collect),
  };
}

function namesOf(name: string, { aliases }: Pick<Grammar, "aliases">): string[] {
  const alias = aliases.get(name);
  return alias === undefined ? [name] : [name, alias];
}

interface Flag {
  readonly name: string;
  readonly value: string | boolean;
}

/** Reads `--name` or `--name=value`; may take the next word as the value. */
function longFlag(word: string, words: string[], grammar: Grammar): Flag {
  const [, name = "", value] = /^--(.+?)(?:=(.*))?$/s.exec(word) ?? [];
  if (value !== undefined) return { name, value: grammar.booleans.has(name) ? value !== "false" : value };
  return { name, value: nextValue(name, !(words[0] ?? "").startsWith("-"), words, grammar) };
}

/** Reads `-abc`, `-n5`, `-f=value` or `-I/path`; the last letter may take the next word as its value. */
function shortFlags(word: string, words: string[], grammar: Grammar): Flag[] {
  const flags: Flag[] = [];
  const last = word.length - 1;
  for (let i = 1; i < last; i++) {
    const name = word[i]!;
    const value = attachedValue(name, word.slice(i + 1));
    flags.push({ name, value: value ?? defaultValue(name, grammar) });
    if (value !== undefined) return flags;
  }
  const name = word[last]!;
  return [...flags, { name, value: nextValue(name, !/^--?[^-]/.test(words[0] ?? ""), words, grammar) }];
}

/** The rest of a word as the value of the letter before it; undefined if the rest is more letters. */
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

/** Takes the next word as the value of a flag if it may be one; `true` and `false` always may. */
function nextValue(name: string, isAllowed: boolean, words: string[], grammar: Grammar): string | boolean {
  if (words[0] && isAllowed && !grammar.booleans.has(name)) return words.shift()!;
  if (words[0] === "true" || words[0] === "false") return words.shift() === "true";
  return defaultValue(name, grammar);
}

function defaultValue(name: string, { strings }: Grammar): string | boolean {
  return strings.has(name) ? "" : true;
}

function numberOr<T>(value: T): T | number {
  const isNumeric = typeof value === "string" && /\S/.test(value) && Number.isFinite(Number(value));
  return isNumeric ? Number(value) : value;
}
