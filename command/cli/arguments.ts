/** From the words of a command line to a sub-command and what it is asked for. */
import { parseArgs } from "@std/cli";
import { InputError } from "../../core/input/input_error.ts";
import { nearest } from "../../core/input/suggestion.ts";
import { type Option, type OptionName, OPTIONS, type Options } from "./options.ts";
import type { Call, Subcommand } from "./subcommand.ts";

/** The options that every sub-command takes. */
export const EVERYWHERE: readonly OptionName[] = ["help", "version"];

/** A call of a sub-command. */
export interface NamedCall<N extends string = string> extends Call {
  readonly name: N;
  /** Whether the name was written; options alone belong to `run`. */
  readonly isNamed: boolean;
}

type Signature = Pick<Subcommand, "operands" | "options">;

/** Reads a command line; throws an InputError for whatever is wrong with it, knowing the names of experiments. */
export function parseCall<N extends string>(
  args: readonly string[],
  subcommands: Readonly<Record<N, Signature>>,
  experiments: readonly string[] = [],
): NamedCall<N> {
  const first = args[0], isNamed = first !== undefined && !first.startsWith("-");
  const name = isNamed ? first : "run", names = Object.keys(subcommands);
  if (!Object.hasOwn(subcommands, name)) {
    const near = nearest(name, [...names, ...experiments]), isExperiment = experiments.includes(near ?? "");
    throw new InputError({
      rule: `there is no sub-command "${name}"; it is one of ${names.join(", ")}`,
      suggestion: isExperiment ? `run ${near}` : near,
    });
  }
  const signature = subcommands[name as N];
  const { operands, options } = parseWords(isNamed ? args.slice(1) : args, [...signature.options, ...EVERYWHERE]);
  if (!isNamed && Object.hasOwn(subcommands, operands[0] ?? "")) {
    throw new InputError(`the sub-command "${operands[0]}" must come before the options`);
  }
  if (!options.help && !options.version) checkOperands(name, signature, operands);
  return { name: name as N, isNamed, operands, options };
}

function checkOperands(name: string, { operands: { shown, least, most } }: Signature, operands: readonly string[]) {
  if (operands.length < least) throw new InputError(`${name} needs ${shown}`);
  if (operands.length > most) {
    throw new InputError(`${name} takes ${shown || "no words"}, but "${operands[most]}" is one too many`);
  }
  if (operands.includes("")) throw new InputError(`${name} takes ${shown}, but is given an empty word`);
}

function parseWords(words: readonly string[], allowed: readonly OptionName[]): Call {
  const takesValue = (name: OptionName) => (OPTIONS[name] as Option<unknown>).takes !== undefined;
  const flags = allowed.filter((name) => !takesValue(name)), valued = allowed.filter(takesValue);
  for (const word of words.slice(0, (words.indexOf("--") + 1 || words.length + 1) - 1)) {
    const flag = flags.find((name) => word.startsWith(`--${name}=`));
    if (flag) {
      throw new InputError({
        field: `--${flag}`,
        rule: `takes no value, but is given "${word.slice(flag.length + 3)}"`,
      });
    }
  }
  const operands: string[] = [], strangers: string[] = [];
  const given = parseArgs(joined(words, valued), {
    boolean: flags,
    string: valued,
    collect: valued,
    alias: { help: "h" },
    "--": true,
    // all words but options are operands as they are written; under "_" an option --_ could take their place
    unknown: (word, key) => {
      (key === undefined ? operands : strangers).push(word);
      return false;
    },
  });
  if (strangers.length > 0) throw unknownOption(strangers[0]!, allowed);
  const read = allowed.flatMap((name): [string, unknown][] => {
    const option = OPTIONS[name] as Option<unknown>, value = given[name];
    if (!takesValue(name)) return value ? [[name, true]] : [];
    const texts = value as string[];
    if (texts.length === 0) return [];
    if (texts.includes("")) {
      throw new InputError({ field: `--${name}`, rule: `needs a value: --${name} ${option.takes}` });
    }
    return [[name, option.read(texts, `--${name}`)]];
  });
  return { operands: [...operands, ...given["--"]], options: Object.fromEntries(read) as Options };
}

/** Ties a value that begins with a dash, such as - or -1, to its option, for otherwise it would be read as one. */
function joined(words: readonly string[], valued: readonly OptionName[]): string[] {
  const result: string[] = [], names = valued.map((name) => `--${name}`);
  words.forEach((word, i) => {
    if (/^-(?!-)/.test(word) && names.includes(words[i - 1] ?? "")) result[result.length - 1] += `=${word}`;
    else result.push(word);
  });
  return result;
}

function unknownOption(word: string, allowed: readonly OptionName[]): InputError {
  const option = word.split("=")[0]!, known = allowed.map((name) => `--${name}`);
  if (Object.hasOwn(OPTIONS, option.slice(2))) {
    return new InputError({ field: option, rule: "is not an option of this sub-command" });
  }
  return new InputError({ rule: `there is no option ${option}`, suggestion: nearest(option, known) });
}
