/** Completes the last word of a command line, from the tables of sub-commands, options and experiments. */
import { COMMON_OPTIONS } from "./arguments.ts";
import { type Completes, type Option, type OptionName, OPTIONS } from "./options.ts";
import type { Subcommands } from "./subcommand.ts";

/** A word that may stand in the place of the last one. */
export interface Candidate {
  readonly word: string;
  readonly description?: string;
}

/** What completions need of an experiment. */
export interface CompletedExperiment {
  readonly id: string;
  readonly question: string;
  /** The levels of each factor. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
}

/** Loads the experiments; only some words need them. */
type LoadExperiments = () => Promise<readonly CompletedExperiment[]>;

/** Candidates for the last word of `line`, which begins with the program; or what the shell should list itself. */
export async function completeLine(
  line: string,
  subcommands: Subcommands,
  load: LoadExperiments,
): Promise<readonly Candidate[] | "folder" | "file"> {
  const words = wordsAfterProgram(line);
  const last = words.pop() ?? "";
  const found = await candidatesFor(words, last, subcommands, load);
  return typeof found === "string" ? found : found.filter(({ word }) => word.startsWith(last));
}

/** The words after `xorlab` or `deno task experiment`, without quotes and backslashes. */
function wordsAfterProgram(line: string): string[] {
  const words = line.trimStart().split(/\s+/).map((word) => word.replaceAll(/['"\\]/g, ""));
  return words.slice(words[0] === "xorlab" ? 1 : words.indexOf("experiment") + 1);
}

async function candidatesFor(
  words: readonly string[],
  last: string,
  subcommands: Subcommands,
  load: LoadExperiments,
): Promise<readonly Candidate[] | "folder" | "file"> {
  const names = Object.entries(subcommands).map(([word, { summary }]) => ({ word, description: summary }));
  const [first = last] = words;
  if (words.length === 0 && !last.startsWith("-")) return [...names, ...withoutText(["help", "version"])];
  if (first === "help") return names;
  const isNamed = !first.startsWith("-");
  const subcommand = Object.hasOwn(subcommands, isNamed ? first : "run") && subcommands[isNamed ? first : "run"];
  if (!subcommand) return [];
  const allowed = [...subcommand.options, ...COMMON_OPTIONS];
  const [, attached, value] = /^--([\w-]+)=(.*)$/s.exec(last) ?? [];
  const option = valuedOption(attached ?? words.at(-1)?.replace(/^--/, ""), allowed);
  if (option) {
    const found = await completionsOf(option.completes, words, value ?? last, load);
    if (attached === undefined || typeof found === "string") return found;
    return found.map(({ word, ...rest }) => ({ word: `--${attached}=${word}`, ...rest }));
  }
  if (last.startsWith("-")) return unusedOptions(allowed, words);
  const operands = operandsIn(isNamed ? words.slice(1) : words, allowed);
  if (operands.length >= subcommand.operands.max) return unusedOptions(allowed, words);
  return await completionsOf(subcommand.operands.completes, words, last, load);
}

function valuedOption(name: string | undefined, allowed: readonly OptionName[]): Option | undefined {
  const option: Option | undefined = allowed.includes(name as OptionName) ? OPTIONS[name as OptionName] : undefined;
  return option?.valueName === undefined ? undefined : option;
}

/** The options that are not given yet; --set may be given again. */
function unusedOptions(allowed: readonly OptionName[], words: readonly string[]): Candidate[] {
  return allowed.filter((name) => name === "set" || !words.includes(`--${name}`))
    .map((name) => ({ word: `--${name}`, description: OPTIONS[name].summary }));
}

/** The words that are neither options nor their values. */
function operandsIn(words: readonly string[], allowed: readonly OptionName[]): string[] {
  return words.filter((word, i) => {
    return !word.startsWith("-") && !(words[i - 1]?.startsWith("--") && valuedOption(words[i - 1]!.slice(2), allowed));
  });
}

async function completionsOf(
  completes: Completes | undefined,
  words: readonly string[],
  last: string,
  load: LoadExperiments,
): Promise<readonly Candidate[] | "folder" | "file"> {
  if (completes === undefined) return [];
  if (completes === "folder" || completes === "file") return completes;
  if (typeof completes !== "string") return withoutText(completes);
  const experiments = await load();
  if (completes === "experiment") return experiments.map(({ id, question }) => ({ word: id, description: question }));
  const named = experiments.filter(({ id }) => words.includes(id));
  return withoutText(levelsAfter(last, named.length > 0 ? named : experiments));
}

/** Factors with `=`, or after it the levels of the factor, after those that are already there. */
function levelsAfter(text: string, experiments: readonly CompletedExperiment[]): string[] {
  const [factor, list] = text.split("=", 2);
  if (list === undefined) {
    return [...new Set(experiments.flatMap(({ levels }) => Object.keys(levels)))].map((f) => `${f}=`);
  }
  const levels = new Set(experiments.flatMap(({ levels }) => levels[factor!] ?? []));
  const given = list.split(",").slice(0, -1);
  return [...levels].filter((level) => !given.includes(level)).map((level) =>
    `${factor}=${[...given, level].join(",")}`
  );
}

function withoutText(words: readonly string[]): Candidate[] {
  return words.map((word) => ({ word }));
}
