/** From an experiment to its runs: every combination of levels, every replicate, each with the config that makes it. */
import { InputError } from "../core/input/input_error.ts";
import { nearest } from "../core/input/suggestion.ts";
import { parseConfig, type ResolvedConfig } from "../core/config/config.ts";
import { type Experiment, type Factor, matches, type PartialConfig } from "./experiment.ts";

/** What a run of the suite may change of an experiment. */
export interface Settings {
  /** What all randomness is drawn from. */
  readonly suiteSeed: string;
  /** Replicates of each cell; the experiment's own number where undefined. */
  readonly seeds?: number;
  /** Epochs of every cell that trains. */
  readonly epochs?: number;
  /** Levels that replace a factor's own. */
  readonly set?: Readonly<Record<string, readonly string[]>>;
}

/** The seed of the whole suite unless told otherwise. */
export const SUITE_SEED = "xorlab";

/** So many runs of one experiment, with all that is told of them, have room in the memory of one program. */
const MOST_RUNS = 400_000;

/** One combination of levels. */
export interface Cell {
  /** Level by factor. */
  readonly levels: Readonly<Record<string, string>>;
  /** The config of its runs, seed and checkpoints apart. */
  readonly config: PartialConfig;
}

/** A cell and a replicate: one training. */
export interface Run {
  /** Number of the cell, from 0. */
  readonly cell: number;
  /** Level by factor. */
  readonly levels: Readonly<Record<string, string>>;
  /** Number of the draw of all randomness, from 0. */
  readonly replicate: number;
  /** What is trained. */
  readonly config: ResolvedConfig;
}

/** All that is trained, cell by cell. */
export interface Plan {
  /** What is planned. */
  readonly experiment: Experiment;
  /** As they were given. */
  readonly settings: Settings;
  /** Runs of each cell. */
  readonly replicates: number;
  /** Epochs of every cell that trains, where they are not the cells' own. */
  readonly epochs: number | undefined;
  /** The levels of each factor. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** Every combination of levels that is not left out. */
  readonly cells: readonly Cell[];
  /** Every replicate of every cell. */
  readonly runs: readonly Run[];
}

/**
 * Lays out the runs of an experiment: cell by cell, the last factor changing fastest, replicate by replicate.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CATALOG, planOf, SUITE_SEED } from "../mod.ts";
 *
 * const depth = CATALOG.find(({ id }) => id === "depth-xor")!;
 * const { cells, runs } = planOf(depth, { suiteSeed: SUITE_SEED, seeds: 3, set: { function: ["xor"] } });
 * assertEquals([cells.length, runs.length], [2, 6]);
 * ```
 *
 * Throws an InputError where a setting names what is not there, a cell makes no net, or there are too many runs.
 */
export function planOf(experiment: Experiment, settings: Settings): Plan {
  const replicates = settings.seeds ?? experiment.replicates, levels = levelsOf(experiment, settings);
  const own = cellsOf(experiment, levels);
  if (own.length * replicates > MOST_RUNS) {
    throw new InputError({
      action: { verb: "plan", object: experiment.id },
      rule: `${own.length} cells of ${replicates} seeds are more than ${MOST_RUNS} runs`,
    });
  }
  const trains = own.filter(({ config }) => config.epochs);
  const epochs = trains.some(({ config }) => config.epochs !== settings.epochs) ? settings.epochs : undefined;
  const cells = own.map((cell) =>
    epochs !== undefined && cell.config.epochs ? { ...cell, config: { ...cell.config, epochs } } : cell
  );
  const seeds = Array.from(
    { length: replicates },
    (_, replicate) => seedOf(settings.suiteSeed, experiment.id, replicate),
  );
  const runs = cells.flatMap(({ levels, config }, cell) => {
    // runs of a cell differ in their seed alone, and in whether they keep a curve
    const { config: plain } = parseConfig({ ...config, seed: "" });
    const curved = { ...plain, checkpoints: curveEpochs(config.epochs ?? 0) };
    return seeds.map((seed, replicate): Run => {
      const shared = replicate < experiment.curves ? curved : plain;
      return { cell, levels, replicate, config: { ...shared, seed } };
    });
  });
  return { experiment, settings, replicates, epochs, levels, cells, runs };
}

/** The levels of the cells that an experiment has by itself, whatever was run of it. */
export function ownCells(experiment: Experiment): Cell["levels"][] {
  return cellsOf(experiment, levelsOf(experiment, {})).map(({ levels }) => levels);
}

/** The seed of a replicate, the same for all cells of an experiment. */
export function seedOf(suiteSeed: string, experiment: string, replicate: number): string {
  return `${suiteSeed}\n${experiment}\n${replicate}`;
}

/** The levels of each factor: its own, or those set in their place. */
function levelsOf({ id, factors }: Experiment, { set = {} }: Pick<Settings, "set">): Plan["levels"] {
  const known = Object.keys(factors);
  const stranger = Object.keys(set).find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const has = known.length > 0 ? `the factors ${known.join(", ")}` : "no factors";
    throw new InputError({
      action: { verb: "set", object: stranger },
      rule: `${id} has ${has}`,
      suggestion: nearest(stranger, known),
    });
  }
  return Object.fromEntries(known.map((name) => [name, set[name] ?? ownLevels(factors[name]!)]));
}

/** A factor's levels in their order, numbers by size: an object's keys come in another order where some are whole numbers. */
export function ownLevels({ levels }: Factor): string[] {
  const names = Object.keys(levels);
  return names.every((name) => Number.isFinite(Number(name))) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** Every combination of levels that is not left out, the last factor changing fastest. */
function cellsOf({ id, base, factors, without = [] }: Experiment, levels: Plan["levels"]): Cell[] {
  let cells: Cell[] = [{ levels: {}, config: base }];
  for (const [name, factor] of Object.entries(factors)) {
    const parts = levels[name]!.map((level) => [level, levelOf(name, factor, level)] as const);
    cells = cells.flatMap((cell) =>
      parts.map(([level, part]) => ({
        levels: { ...cell.levels, [name]: level },
        config: merge(cell.config, part) as PartialConfig,
      }))
    );
  }
  const kept = cells.filter((cell) => !without.some((where) => matches(cell.levels, where)));
  if (kept.length > 0) return kept;
  throw new InputError({
    action: { verb: "plan", object: id },
    rule: "it leaves out every combination of the levels that are set",
  });
}

function levelOf(name: string, factor: Factor, text: string): PartialConfig {
  const { levels, read } = factor, part = Object.hasOwn(levels, text) ? levels[text] : read?.(text);
  if (part) return part;
  const known = ownLevels(factor);
  throw new InputError({
    action: { verb: `set ${name} to`, object: text },
    field: "",
    rule: `must be one of ${known.join(", ")}${read ? ", or another it can read" : ""}`,
    suggestion: nearest(text, known),
  });
}

/** `part` over `whole`: objects field by field, lists of objects item by item, all else replaced. */
function merge(whole: unknown, part: unknown): unknown {
  if (Array.isArray(whole) && Array.isArray(part) && part.some(isObject)) {
    return Array.from({ length: Math.max(whole.length, part.length) }, (_, i) => merge(whole[i], part[i]));
  }
  if (part === undefined) return whole;
  if (!isObject(whole) || !isObject(part)) return part;
  const merged = { ...whole };
  for (const [name, value] of Object.entries(part)) merged[name] = merge(whole[name], value);
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The epochs of a learning curve: 0, then twelve a decade, and the end. */
export function curveEpochs(end: number): number[] {
  const tenths = [10, 12, 15, 18, 22, 26, 32, 40, 50, 60, 70, 85], epochs = [0];
  for (let power = 1; power <= end; power *= 10) {
    for (const tenth of tenths) {
      const epoch = tenth * power / 10;
      if (Number.isInteger(epoch) && epoch < end) epochs.push(epoch);
    }
  }
  if (end > 0) epochs.push(end);
  return epochs;
}
