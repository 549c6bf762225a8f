/** Plans an experiment: a run for every combination of levels and every replicate, each with its config. */
import type { ResolvedConfig } from "../core/config/config.ts";
import { parseConfig } from "../core/config/parse_config.ts";
import { InputError, mapInputErrors } from "../core/input/input_error.ts";
import { isObject, nearest } from "../core/input/readers.ts";
import { type Factor, isNumeric, matches, type PartialConfig } from "./define/factors.ts";
import type { Run } from "./define/run.ts";
import type { Experiment } from "./experiment.ts";
import { sealOf } from "./claims/seal.ts";
import { readLevels } from "./setting_readers.ts";

/** The settings of an experiment that a user can change. */
export interface Settings {
  /** The seed from which all randomness is drawn. */
  readonly suiteSeed: string;
  /** Replicates of each cell; the experiment's own number by default. */
  readonly seeds?: number;
  /** Epochs of every cell that trains; the cells' own numbers by default. */
  readonly epochs?: number;
  /** Levels that replace a factor's own. */
  readonly set?: Readonly<Record<string, readonly string[]>>;
}

/** The default seed of the suite. */
export const SUITE_SEED = "xorlab";

/** Upper bound on the combinations of levels of one experiment: each has a config of its own. */
const MAX_COMBINATIONS = 50_000;

/** Upper bound on the runs of one experiment, so that their results fit in memory. */
const MAX_RUNS = 400_000;

/** One combination of levels. */
export interface Cell {
  /** Level by factor. */
  readonly levels: Readonly<Record<string, string>>;
  /** The config of its runs, seed and checkpoints apart. */
  readonly config: PartialConfig;
}

/** A cell of a plan. */
export interface PlannedCell extends Cell {
  /** Its runs: one for each replicate, but a single one if its training draws nothing at random. */
  readonly replicates: number;
}

/** An experiment with settings, and the runs that follow from both. */
export interface Plan {
  /** The experiment. */
  readonly experiment: Experiment;
  /** The settings with which it is planned. */
  readonly settings: Settings;
  /** The number of runs of each cell that draws random numbers. */
  readonly replicates: number;
  /** Epochs of every cell that trains; undefined if they are the cells' own. */
  readonly epochs: number | undefined;
  /** The levels of each factor. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** Every combination of levels that is not excluded. */
  readonly cells: readonly PlannedCell[];
  /** Every replicate of every cell, cell by cell. */
  readonly runs: readonly Run[];
}

/**
 * Plans the runs of an experiment: cell by cell, the last factor varying fastest, and replicate by replicate.
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
 * Throws an InputError if a setting names an unknown factor or level, a cell is no valid config, or there are too many
 * runs.
 */
export function planOf(experiment: Experiment, settings: Settings): Plan {
  const replicates = settings.seeds ?? experiment.replicates;
  const levels = levelsOf(experiment, settings);
  checkCombinations(experiment, levels);
  const configured = cellsOf(experiment, levels);
  if (configured.length * replicates > MAX_RUNS) {
    throw new InputError({
      action: { verb: "plan", object: experiment.id },
      rule: `${configured.length} cells of ${replicates} seeds are more than ${MAX_RUNS} runs`,
    });
  }
  const trained = configured.filter(({ config }) => config.epochs);
  const epochs = trained.some(({ config }) => config.epochs !== settings.epochs) ? settings.epochs : undefined;
  const seeds = Array.from({ length: replicates }, (_, i) => seedOf(settings.suiteSeed, experiment, i));
  const runs: Run[] = [];
  const cells = configured.map(({ levels, config }, index) => {
    const cell = { levels, config: epochs !== undefined && config.epochs ? { ...config, epochs } : config };
    const added = runsOf(cell, index, seeds, experiment.curveReplicates);
    for (const run of added) runs.push(run);
    return { ...cell, replicates: added.length };
  });
  return { experiment, settings, replicates, epochs, levels, cells, runs };
}

/** Throws an InputError for more combinations of levels than fit in memory, before any is made. */
function checkCombinations({ id }: Experiment, levels: Plan["levels"]): void {
  const combinations = Object.values(levels).reduce((product, { length }) => product * length, 1);
  if (combinations <= MAX_COMBINATIONS) return;
  throw new InputError({
    action: { verb: "plan", object: id },
    rule: `${combinations} combinations of levels are more than ${MAX_COMBINATIONS}`,
  });
}

/** The runs of a cell: one per seed that makes a difference, the first ones with the checkpoints of a learning curve. */
function runsOf({ levels, config }: Cell, cell: number, seeds: readonly string[], curveReplicates: number): Run[] {
  // parsed once: runs of a cell differ in their seed alone, and in whether they keep a curve
  const { config: withoutCurve } = parseConfig({ ...config, seed: "" });
  const withCurve = { ...withoutCurve, checkpoints: curveEpochs(config.epochs ?? 0) };
  return (isRandom(withoutCurve) ? seeds : seeds.slice(0, 1)).map((seed, replicate) => {
    const shared = replicate < curveReplicates ? withCurve : withoutCurve;
    return { cell, levels, replicate, config: { ...shared, seed } };
  });
}

/** Whether a training draws random numbers; trainings that do not are all the same and count once. */
function isRandom({ parameters, initializer, order, batch }: ResolvedConfig): boolean {
  const hasRandomStart = parameters === undefined && initializer?.name !== "constant";
  return hasRandomStart || order === "shuffled" && batch !== "full";
}

/** The levels of the cells that an experiment has with its default settings. */
export function ownCells(experiment: Experiment): Cell["levels"][] {
  return cellsOf(experiment, levelsOf(experiment, {})).map(({ levels }) => levels);
}

/** The seed of a replicate, the same in all cells of an experiment. */
export function seedOf(suiteSeed: string, experiment: Experiment, replicate: number): string {
  return seedText(suiteSeed, experiment, String(replicate));
}

/** The seed of what an experiment draws under a name; it contains the seal of the experiment's rules. */
export function seedText(suiteSeed: string, experiment: Experiment, name: string): string {
  return sealedSeed(suiteSeed, experiment.id, sealOf(experiment), name);
}

/** The seed of what an experiment with the given id and seal draws under a name. */
export function sealedSeed(suiteSeed: string, id: string, seal: string, name: string): string {
  return `${suiteSeed}\n${id}\n${seal}\n${name}`;
}

/** The levels of each factor: its own, or those that the settings replace them with. */
function levelsOf({ id, factors }: Experiment, { set = {} }: Pick<Settings, "set">): Plan["levels"] {
  const known = Object.keys(factors);
  const unknown = Object.keys(set).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const has = known.length > 0 ? `the factors ${known.join(", ")}` : "no factors";
    throw new InputError({
      action: { verb: "set", object: unknown },
      rule: `${id} has ${has}`,
      suggestion: nearest(unknown, known),
    });
  }
  const replaced = (name: string) =>
    mapInputErrors((error) => error.during({ verb: "set", object: name }), () => readLevels(set[name], "levels"));
  return Object.fromEntries(
    known.map((name) => [name, Object.hasOwn(set, name) ? replaced(name) : ownLevels(factors[name]!)]),
  );
}

/** A factor's levels in order of declaration, or by size if all are numbers (an object lists integer keys first). */
export function ownLevels({ levels }: Factor): string[] {
  const names = Object.keys(levels);
  return names.every(isNumeric) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** Every combination of levels that is not excluded, the last factor varying fastest. */
function cellsOf({ id, base, factors, exclude = [] }: Experiment, levels: Plan["levels"]): Cell[] {
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
  const kept = cells.filter((cell) => !exclude.some((where) => matches(cell.levels, where)));
  if (kept.length > 0) return kept;
  throw new InputError({
    action: { verb: "plan", object: id },
    rule: "it leaves out every combination of the levels that are set",
  });
}

function levelOf(name: string, factor: Factor, text: string): PartialConfig {
  const { levels, read } = factor;
  const part = Object.hasOwn(levels, text) ? levels[text] : read?.(text);
  if (part) return part;
  const known = ownLevels(factor);
  throw new InputError({
    action: { verb: `set ${name} to`, object: text },
    field: "",
    rule: `must be one of ${known.join(", ")}${read ? ", or another it can read" : ""}`,
    suggestion: nearest(text, known),
  });
}

/** Merges `part` into `whole`: objects by field, lists of objects by item; any other value replaces. */
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

/** The epochs at which a learning curve is recorded: 0, twelve per decade, and the last. */
export function curveEpochs(end: number): number[] {
  const tenths = [10, 12, 15, 18, 22, 26, 32, 40, 50, 60, 70, 85];
  const epochs = [0];
  for (let power = 1; power <= end; power *= 10) {
    for (const tenth of tenths) {
      const epoch = tenth * power / 10;
      if (Number.isInteger(epoch) && epoch < end) epochs.push(epoch);
    }
  }
  if (end > 0) epochs.push(end);
  return epochs;
}
