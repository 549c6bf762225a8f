/** Command-line parsing: from words to a sub-command with operands and options. */
import { parseArgs } from "@std/cli";
import { InputError, shortened } from "../../core/input/input_error.ts";
import { nearest } from "../../core/input/readers.ts";
import { type Option, type OptionName, OPTIONS, type Options } from "./options.ts";
import type { Call, Subcommand } from "./subcommand.ts";

/** The options that every sub-command takes. */
export const COMMON_OPTIONS: readonly OptionName[] = ["help", "version"];

/** A call with the name of its sub-command. */
interface ParsedCall extends Call {
  readonly name: string;
  /** Whether the name was written; options alone belong to `run`. */
  readonly isNamed: boolean;
}

type Signature = Pick<Subcommand, "operands" | "options">;

/**
 * Parses a command line; throws an InputError for any mistake.
 *
 * `experiments` are the ids to suggest when the first word is an experiment instead of a sub-command.
 */
export function parseCall(
  given: readonly string[],
  subcommands: Readonly<Record<string, Signature>>,
  experiments: readonly string[] = [],
): ParsedCall {
  const words = asOptions(given);
  const first = words[0];
  const isNamed = first !== undefined && !first.startsWith("-");
  const name = isNamed ? first : "run";
  if (!Object.hasOwn(subcommands, name)) throw unknownSubcommand(name, Object.keys(subcommands), experiments);
  const signature = subcommands[name]!;
  const { operands, options } = parseWords(isNamed ? words.slice(1) : words, [...signature.options, ...COMMON_OPTIONS]);
  if (!isNamed && Object.hasOwn(subcommands, operands[0] ?? "")) {
    throw new InputError(`the sub-command "${operands[0]}" must come before the options`);
  }
  if (!options.help && !options.version) checkOperands(name, signature, operands);
  return { name, isNamed, operands: withDefaults(signature, operands), options };
}

/** Words that people type like sub-commands. */
const WORDS_FOR_OPTIONS = ["help", "version"];

/** `help run` and `version` as the options that they mean. */
function asOptions(words: readonly string[]): readonly string[] {
  if (words[0] === "help") return [...words.slice(1), "--help"];
  return words[0] === "version" ? ["--version", ...words.slice(1)] : words;
}

function withDefaults({ operands: { max, defaults = [] } }: Signature, operands: readonly string[]): string[] {
  const absent = max - operands.length;
  return absent > 0 ? [...operands, ...defaults.slice(-absent)] : [...operands];
}

function unknownSubcommand(name: string, known: readonly string[], experiments: readonly string[]): InputError {
  const suggestion = nearest(name, [...known, ...WORDS_FOR_OPTIONS, ...experiments]);
  const isExperiment = experiments.includes(suggestion ?? "");
  return new InputError({
    rule: `there is no sub-command "${shortened(name)}"; it must be one of ${known.join(", ")}`,
    suggestion: isExperiment ? `run ${suggestion}` : suggestion,
  });
}

function checkOperands(name: string, { operands: { usage, min, max } }: Signature, operands: readonly string[]) {
  if (operands.length < min) throw new InputError(`${name} needs ${usage}`);
  if (operands.length > max) {
    throw new InputError(
      `${name} takes ${usage || "no arguments"}, but "${shortened(operands[max]!)}" is one too many`,
    );
  }
  if (operands.includes("")) throw new InputError(`${name} takes ${usage}, but one argument is empty`);
}

function parseWords(words: readonly string[], allowed: readonly OptionName[]): Call {
  const takesValue = (name: OptionName) => OPTIONS[name].valueName !== undefined;
  const flags = allowed.filter((name) => !takesValue(name));
  const valued = allowed.filter(takesValue);
  rejectFlagValues(words, flags);
  const operands: string[] = [];
  const given = parseArgs(joinDashValues(words, valued), {
    boolean: flags,
    string: valued,
    collect: valued,
    alias: lettersOf(flags),
    "--": true,
    // collect the operands here, unconverted: under "_" an option named --_ could replace them
    unknown: (word, key) => {
      if (key !== undefined) throw unknownOption(word, allowed);
      operands.push(word);
      return false;
    },
  });
  const options = allowed.flatMap((name): [string, unknown][] => {
    if (!takesValue(name)) return given[name] ? [[name, true]] : [];
    const texts = given[name] as string[];
    return texts.length === 0 ? [] : [[name, readOption(name, texts)]];
  });
  return { operands: [...operands, ...given["--"]], options: Object.fromEntries(options) as Options };
}

/** The letters of options by name. */
function lettersOf(names: readonly OptionName[]): Record<string, string> {
  const letters = names.map((name) => [name, (OPTIONS[name] as Option).letter] as const);
  return Object.fromEntries(letters.filter((entry): entry is [OptionName, string] => entry[1] !== undefined));
}

function rejectFlagValues(words: readonly string[], flags: readonly OptionName[]): void {
  const end = words.indexOf("--");
  for (const word of end < 0 ? words : words.slice(0, end)) {
    const flag = flags.find((name) => word.startsWith(`--${name}=`));
    if (!flag) continue;
    const value = word.slice(flag.length + 3);
    throw new InputError({ field: `--${flag}`, rule: `takes no value, but is given "${shortened(value)}"` });
  }
}

function readOption(name: OptionName, texts: readonly string[]): unknown {
  const { valueName, read } = OPTIONS[name];
  if (texts.includes("")) throw new InputError({ field: `--${name}`, rule: `needs a value: --${name} ${valueName}` });
  return read(texts, `--${name}`);
}

/** Joins a value that starts with a dash, such as - or -1, to its option; otherwise it would parse as an option. */
function joinDashValues(words: readonly string[], valued: readonly OptionName[]): string[] {
  const names = valued.map((name) => `--${name}`);
  const joined: string[] = [];
  const end = words.indexOf("--");
  words.forEach((word, i) => {
    const isOption = end < 0 || i < end;
    if (isOption && /^-(?!-)/.test(word) && names.includes(words[i - 1] ?? "")) joined[joined.length - 1] += `=${word}`;
    else joined.push(word);
  });
  return joined;
}

function unknownOption(word: string, allowed: readonly OptionName[]): InputError {
  const option = word.split("=")[0]!;
  if (Object.hasOwn(OPTIONS, option.slice(2))) {
    return new InputError({ field: option, rule: "is not an option of this sub-command" });
  }
  const suggestion = nearest(option, allowed.map((name) => `--${name}`));
  return new InputError({ rule: `there is no option ${shortened(option)}`, suggestion });
}
