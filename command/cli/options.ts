/** Every option of the command: what it takes, what it means, how it is read. */
import { ENGINE_NAMES } from "../../core/config/config.ts";
import { InputError } from "../../core/input/input_error.ts";
import { type Read, reject, satisfying, wholeNumber, word } from "../../core/input/readers.ts";

/** An option; one without `takes` is a switch. */
export interface Option<V> {
  /** The value as --help shows it. */
  readonly takes?: string;
  readonly summary: string;
  /** Reads all the values that were given, at least one; `name` is the option with its dashes. */
  readonly read: (given: readonly string[], name: string) => V;
}

const MOST_SEEDS = 1_000_000,
  MOST_EPOCHS = 1_000_000_000,
  MOST_JOBS = 256,
  MOST_RUNS = 1_000_000_000,
  MOST_STEPS = 1000;

const text = satisfying("a text", (value): value is string => typeof value === "string" && value !== "");

const line = satisfying(
  "a text of one line",
  (value): value is string => typeof value === "string" && /^[^\r\n]+$/.test(value),
);

/** The options by name. */
export const OPTIONS = {
  seeds: value("N", "replicates 0 … N−1 of each cell", number(1, MOST_SEEDS)),
  epochs: value("N", "epochs of every cell that trains", number(1, MOST_EPOCHS)),
  set: {
    takes: "FACTOR=LEVEL[,LEVEL]",
    summary: "levels in place of a factor's own; may be repeated",
    read: readLevels,
  },
  "suite-seed": value("TEXT", 'what all randomness is drawn from; "xorlab" unless given', line),
  out: value("DIR", 'folder for the results; "results" unless given', text),
  jobs: value("N", "workers that train side by side; one a core unless given", number(1, MOST_JOBS)),
  engine: value(ENGINE_NAMES.join("|"), "who trains; the numbers are the same", word(...ENGINE_NAMES)),
  replicate: value("N", "which replicate of the cell; 0 unless given", number(0, MOST_SEEDS - 1)),
  steps: value("N", "how many updates, from the first one; 1 unless given", number(1, MOST_STEPS)),
  config: value("FILE", "the config to train, or a list of them; - reads standard input", text),
  sample: value("N", "makes N runs again, drawn by the suite seed, instead of all", number(1, MOST_RUNS)),
  resume: flag("goes on where an interrupted run stopped; what is finished stays"),
  "dry-run": flag("tells cells, runs and time; trains and writes nothing"),
  quiet: flag("no progress"),
  "no-color": flag("no colours"),
  json: flag("JSON on standard output"),
  html: flag("a page on standard output"),
  help: flag("shows this"),
  version: flag("shows the version"),
} as const satisfies Readonly<Record<string, Option<unknown>>>;

/** The name of an option. */
export type OptionName = keyof typeof OPTIONS;

/** The options that were given, read. */
export type Options = { readonly [N in OptionName]?: ReturnType<typeof OPTIONS[N]["read"]> };

function value<V>(takes: string, summary: string, read: Read<V>): Option<V> & { readonly takes: string } {
  return {
    takes,
    summary,
    read: (given, name) => {
      if (given.length === 1) return read(given[0]!, name);
      throw new InputError({ field: name, rule: `must be given once, but is given ${given.length} times` });
    },
  };
}

function flag(summary: string): Option<boolean> {
  return { summary, read: () => true };
}

/** A whole number in digits. */
function number(least: number, most: number): Read<number> {
  const read = wholeNumber(least, most);
  return (value, path) => read(/^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value) : value, path);
}

function readLevels(given: readonly string[], name: string): Readonly<Record<string, readonly string[]>> {
  const rule = "FACTOR=LEVEL[,LEVEL], once for each factor";
  const levels = new Map<string, readonly string[]>();
  for (const text of given) {
    const [, factor, list] = /^([^=]+)=(.+)$/s.exec(text) ?? reject(name, rule, text);
    if (levels.has(factor!)) {
      throw new InputError({ field: name, rule: `must name each factor once, but names ${factor} twice` });
    }
    const named = list!.split(",");
    if (named.some((level) => level === "" || level.includes("="))) reject(name, rule, text);
    const twice = named.find((level, i) => named.indexOf(level) < i);
    if (twice !== undefined) {
      throw new InputError({ field: name, rule: `must name each level once, but names ${factor}=${twice} twice` });
    }
    levels.set(factor!, named);
  }
  return Object.fromEntries(levels);
}
