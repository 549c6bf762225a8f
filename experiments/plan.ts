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

/** Upper bound on the runs of one experiment: the rows of a table are numbered in 32 bits. */
const MAX_RUNS = 2_000_000_000;

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

/** The runs of a cell, which differ only in their seed and in whether they keep a learning curve. */
export interface CellRuns {
  /** Index of the cell. */
  readonly cell: number;
  /** Index of its first run among those of all cells. */
  readonly first: number;
  /** The config of a run without a learning curve; its seed is empty. */
  readonly config: ResolvedConfig;
  /** The config of a run with a learning curve; its seed is empty. */
  readonly curveConfig: ResolvedConfig;
}

/** An experiment with settings: everything that follows from both, except the runs, which are made on demand. */
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
  /** The runs of each cell. */
  readonly cellRuns: readonly CellRuns[];
  /** The number of runs of all cells. */
  readonly runCount: number;
}

/**
 * Plans the runs of an experiment: cell by cell, the last factor varying fastest, and replicate by replicate.
 *
 * A plan takes memory for its cells alone; `runsOf` makes its runs.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CATALOG, planOf, runsOf, SUITE_SEED } from "../mod.ts";
 *
 * const depth = CATALOG.find(({ id }) => id === "depth-xor")!;
 * const plan = planOf(depth, { suiteSeed: SUITE_SEED, seeds: 3, set: { function: ["xor"] } });
 * assertEquals([plan.cells.length, plan.runCount], [2, 6]);
 * assertEquals([...runsOf(plan)].map(({ replicate }) => replicate), [0, 1, 2, 0, 1, 2]);
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
  const cellRuns: CellRuns[] = [];
  let runCount = 0;
  const cells = configured.map((configured, cell) => {
    const partial = configured.config;
    const config = epochs !== undefined && partial.epochs ? { ...partial, epochs } : partial;
    const runs = { cell, first: runCount, ...runConfigs(config) };
    const count = isRandom(runs.config) ? replicates : Math.min(1, replicates);
    cellRuns.push(runs);
    runCount += count;
    return { levels: configured.levels, config, replicates: count };
  });
  return { experiment, settings, replicates, epochs, levels, cells, cellRuns, runCount };
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

/** The configs of a cell's runs, parsed once. */
function runConfigs(cellConfig: PartialConfig): Pick<CellRuns, "config" | "curveConfig"> {
  const { config } = parseConfig({ ...cellConfig, seed: "" });
  return { config, curveConfig: { ...config, checkpoints: curveEpochs(cellConfig.epochs ?? 0) } };
}

/** A run of a plan. */
export function runOf(plan: Plan, cell: number, replicate: number): Run {
  const { experiment, settings, cells } = plan;
  const seed = seedOf(settings.suiteSeed, experiment, replicate);
  return { cell, levels: cells[cell]!.levels, replicate, config: { ...configOf(plan, cell, replicate), seed } };
}

/** The config of a run; its seed is empty. */
export function configOf({ experiment, cellRuns }: Plan, cell: number, replicate: number): ResolvedConfig {
  const { config, curveConfig } = cellRuns[cell]!;
  return replicate < experiment.curveReplicates ? curveConfig : config;
}

/** The run with an index among those of all cells. */
export function runAt(plan: Plan, index: number): Run {
  const { cell, first } = cellAt(plan, index);
  return runOf(plan, cell, index - first);
}

/** The cell of the run with an index among those of all cells. */
export function cellAt({ cellRuns }: Plan, index: number): CellRuns {
  return lastWhere(cellRuns, ({ first }) => first <= index)!;
}

/** Every run of a plan, in order. */
export function* runsOf(plan: Plan): Generator<Run> {
  for (const [cell, { replicates }] of plan.cells.entries()) {
    for (let replicate = 0; replicate < replicates; replicate++) yield runOf(plan, cell, replicate);
  }
}

/** The last item that satisfies a condition, which no later item satisfies. */
function lastWhere<V>(items: readonly V[], holds: (item: V) => boolean): V | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
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

/** The seed of a replicate, the same in all cells of an experiment; for "" the text before the number. */
export function seedOf(suiteSeed: string, experiment: Experiment, replicate: number | ""): string {
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
