/** The options of the command: their values, summaries and readers. */
import { ENGINE_NAMES } from "../../core/config/config.ts";
import { InputError, shortened } from "../../core/input/input_error.ts";
import { type Read, reject, satisfying, wholeNumber, word } from "../../core/input/readers.ts";
import { MAX_EPOCHS, MAX_REPLICATES, MAX_SHARDS, readSuiteSeed } from "../../experiments/setting_readers.ts";
import type { Shard } from "../../experiments/training/shards.ts";
import { type PathWord, VALUES } from "./typed_paths.ts";

/** The words that may be typed in a place: a list of them, or what else the shell can offer there. */
export type Completes = readonly string[] | "experiment" | "level" | PathWord["completes"];

/** An option; one without `valueName` is a flag. Those with one are listed in `VALUES` too. */
export interface Option<V = unknown> {
  /** The placeholder for the value in --help, such as `N`. */
  readonly valueName?: string;
  readonly summary: string;
  /** A letter that stands for the option after one dash. */
  readonly letter?: string;
  /** What its value may be, for completions. */
  readonly completes?: Completes;
  /** Reads the given values, at least one; `name` is the option with its dashes. */
  readonly read: (given: readonly string[], name: string) => V;
}

const text = matching("a text", /./s);

/** The options by name. */
export const OPTIONS = {
  seeds: valued("seeds", "replicates 0 … N−1 of each cell", number(1, MAX_REPLICATES)),
  epochs: valued("epochs", "epochs of every cell that trains", number(1, MAX_EPOCHS)),
  module: valued("module", "a module that exports experiments of your own; without ID, these are meant", text),
  set: {
    ...VALUES.set,
    summary: "levels that replace a factor's own; repeatable",
    completes: "level",
    read: readLevels,
  },
  "suite-seed": valued("suite-seed", 'seed of all randomness (default "xorlab")', readSuiteSeed),
  out: valued("out", 'folder for the results (default "results")', text),
  jobs: valued("jobs", "workers that train in parallel (default and at most: one per core)", number(1, 256)),
  engine: {
    ...valued("engine", "the training engine; all give the same numbers", word(...ENGINE_NAMES)),
    valueName: ENGINE_NAMES.join("|"),
    completes: ENGINE_NAMES,
  },
  replicate: valued("replicate", "replicate of the cell (default 0)", number(0, MAX_REPLICATES - 1)),
  times: valued("times", "replications (default 20)", number(1, 1000)),
  steps: valued("steps", "number of updates, from the first (default 1)", number(1, 1000)),
  config: valued("config", "a config to train, or a list of configs; - reads standard input", text),
  sample: valued("sample", "reruns N runs, drawn at random, instead of all", number(1, 1_000_000_000)),
  "sample-seed": valued(
    "sample-seed",
    "seed of the draw, to repeat an earlier --sample (default: a fresh one)",
    matching("a text of one line", /^[^\r\n]+$/),
  ),
  shard: valued("shard", "the I-th of N shards alone, from 1/N to N/N; merge joins them", readShard),
  shards: valued("shards", "with --dry-run: runs, time and size of each of N shards", number(1, MAX_SHARDS)),
  resume: flag("continues an interrupted run and keeps finished results"),
  "dry-run": flag("shows cells, runs and estimated time; trains and writes nothing"),
  quiet: flag("no progress", "q"),
  "no-color": flag("no colours"),
  json: flag("JSON on standard output"),
  schema: flag("the JSON Schema of what train --config reads, for editors"),
  html: flag("an HTML page on standard output"),
  help: flag("shows this help", "h"),
  version: flag("shows the version", "V"),
} as const satisfies Readonly<Record<string, Option>>;

/** The name of an option. */
export type OptionName = keyof typeof OPTIONS;

/** The options that change a plan's settings. */
export const SETTING_OPTIONS: readonly OptionName[] = ["seeds", "epochs", "set", "suite-seed"];

/** The values of the given options. */
export type Options = { readonly [N in OptionName]?: ReturnType<typeof OPTIONS[N]["read"]> };

function valued<V>(
  name: keyof typeof VALUES,
  summary: string,
  read: Read<V>,
): Option<V> & { readonly valueName: string } {
  return {
    ...VALUES[name],
    summary,
    read: (given, name) => {
      if (given.length === 1) return read(given[0]!, name);
      throw new InputError({ field: name, rule: `must be given once, but is given ${given.length} times` });
    },
  };
}

function flag(summary: string, letter?: string): Option<boolean> {
  return { summary, read: () => true, ...(letter !== undefined && { letter }) };
}

function matching(rule: string, pattern: RegExp): Read<string> {
  return satisfying(rule, (value): value is string => typeof value === "string" && pattern.test(value));
}

/** Reads a whole number in decimal digits. */
function number(min: number, max: number): Read<number> {
  const read = wholeNumber(min, max);
  return (value, path) => {
    const [digits, fraction = ""] = /^-?\d+(\.\d+)?$/.exec(String(value)) ?? [];
    // a fraction that a number would round away stays a text, which is no whole number
    const isExact = digits !== undefined && (/^\.?0*$/.test(fraction) || !Number.isInteger(Number(digits)));
    return read(isExact ? Number(digits) : value, path);
  };
}

/** The number of workers: as the options say, but no more than there are cores, for which there would be no work. */
export function jobsOf({ jobs = Infinity }: Pick<Options, "jobs">): number {
  return Math.min(jobs, navigator.hardwareConcurrency);
}

function readShard(value: unknown, name: string): Shard {
  const [, number, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(String(value))?.map(Number) ?? [];
  if (number && count && number <= count && count <= MAX_SHARDS) return { number, count };
  return reject(name, `I/N, from 1/N to N/N, where N is at most ${MAX_SHARDS}`, value);
}

function readLevels(given: readonly string[], name: string): Readonly<Record<string, readonly string[]>> {
  const repeated = (kind: string, value: string) =>
    new InputError({ field: name, rule: `must name each ${kind} once, but names ${shortened(value)} twice` });
  const levelsByFactor = new Map<string, readonly string[]>();
  for (const text of given) {
    const [, factor, list] = /^([^=]+)=([^=,]+(?:,[^=,]+)*)$/s.exec(text) ??
      reject(name, "FACTOR=LEVEL[,LEVEL], once for each factor", text);
    if (levelsByFactor.has(factor!)) throw repeated("factor", factor!);
    const levels = list!.split(",");
    const duplicate = levels.find((level, i) => levels.indexOf(level) < i);
    if (duplicate !== undefined) throw repeated("level", `${factor}=${duplicate}`);
    levelsByFactor.set(factor!, levels);
  }
  return Object.fromEntries(levelsByFactor);
}
