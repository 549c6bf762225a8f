/** What an experiment is: a question, factors whose levels change a training, claims and views. A value, checked by the compiler. */
import type { TrainConfig } from "../core/config/config.ts";
import type { Trained, Training } from "../core/training.ts";
import type { Claim } from "./claims/claims.ts";
import type { Columns, CURVE_COLUMNS, FixedColumn, OutputColumn, Row, RowOf, RUN_COLUMNS } from "./define/columns.ts";
import type { Run } from "./plan.ts";
import type { View } from "./define/views.ts";

/** A config of which any part may be left out. */
export type PartialConfig = DeepPartial<TrainConfig>;

/** A value of which any part may be left out; lists of numbers are whole or not there. */
export type DeepPartial<V> = V extends readonly number[] ? V
  : V extends readonly (infer I)[] ? readonly DeepPartial<I>[]
  : V extends object ? { readonly [K in keyof V]?: DeepPartial<V[K]> }
  : V;

/** Something that is varied: its levels by name, each a part of a config. */
export interface Factor {
  /** What it is, in a few words. */
  readonly meaning: string;
  /** What each level changes of the experiment's base. */
  readonly levels: Readonly<Record<string, PartialConfig>>;
  /** Makes a level that is not listed, such as another number; undefined where the text makes no sense. */
  readonly read?: (text: string) => PartialConfig | undefined;
}

/** The factors of an experiment by name. */
export type Factors = Readonly<Record<string, Factor>>;

/** The levels of a factor. */
export type LevelOf<F extends Factors, N extends keyof F> = Extract<keyof F[N]["levels"], string>;

/** Which cells: for any factor a level, or several. */
export type Where<F extends Factors> = { readonly [N in keyof F]?: LevelOf<F, N> | readonly LevelOf<F, N>[] };

/** Whether the factors in a row have the levels named. */
export function matches(row: Row, where: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(where).every(([factor, levels]) => [levels].flat().includes(row[factor] as string));
}

/** A run that has been trained. */
export interface Outcome {
  /** Which run it was. */
  readonly run: Run;
  /** What was trained. */
  readonly training: Training;
  /** What came of it. */
  readonly trained: Trained;
}

/** A table that an experiment has besides runs, curves and claims. */
export interface FurtherTable<C extends Columns = Columns> {
  /** What a row is, in a few words. */
  readonly meaning: string;
  /** Its columns, in their order. */
  readonly columns: C;
  /** Its rows, from the outcomes alone. */
  readonly rows: (outcomes: readonly Outcome[]) => readonly RowOf<C>[];
}

/** The further tables of an experiment by name; `<name>.csv` holds one. */
export type FurtherTables = Readonly<Record<string, FurtherTable>>;

/**
 * A table whose rows the compiler checks against its columns.
 *
 * ```ts
 * import { defineTable } from "../mod.ts";
 *
 * export const diverged = defineTable({
 *   meaning: "one row a run that diverged",
 *   columns: { replicate: { type: "integer", meaning: "number of the draw" } },
 *   rows: (outcomes) =>
 *     outcomes.filter(({ trained }) => trained.status === "diverged").map(({ run: { replicate } }) => ({ replicate })),
 * });
 * ```
 */
export function defineTable<const C extends Columns>(table: FurtherTable<C>): FurtherTable<C> {
  return table;
}

/** The level of each factor. */
export type LevelsOf<F extends Factors> = { readonly [N in keyof F]: string };
/** A row of `runs.csv`. */
export type RunRow<F extends Factors = Record<never, never>> =
  & LevelsOf<F>
  & RowOf<typeof RUN_COLUMNS>
  & { readonly [output: OutputColumn]: number | undefined };
/** A row of `curves.csv`. */
export type CurveRow<F extends Factors = Record<never, never>> = LevelsOf<F> & RowOf<typeof CURVE_COLUMNS>;

/** The rows of an experiment's tables, by table. */
export type TablesOf<F extends Factors, T extends FurtherTables> =
  & { readonly runs: readonly RunRow<F>[]; readonly curves: readonly CurveRow<F>[] }
  & { readonly [N in keyof T]: readonly RowOf<T[N]["columns"]>[] };

/** The rows of any experiment's tables, by table. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** An experiment with factors F, further tables T and claims named C. */
export interface ExperimentOf<F extends Factors, T extends FurtherTables, C extends string> {
  /** Name in lower case with hyphens: of its file, its folder, its command. */
  readonly id: string;
  /** What is asked, as the page's title. */
  readonly question: string;
  /** What a reader should know before the charts: two or three sentences. */
  readonly background: string;
  /** What every cell shares. */
  readonly base: PartialConfig;
  /** What is varied: every combination of levels is a cell. */
  readonly factors: F;
  /** Cells that are left out, such as those that make no net. */
  readonly without?: readonly Where<F>[];
  /** The cell that its page shows first: the first with these levels, or the first of all. */
  readonly start?: Where<F>;
  /** Runs of each cell. */
  readonly replicates: number;
  /** How many of the first replicates of each cell have their learning curves kept. */
  readonly curves: number;
  /** Its tables besides runs, curves and claims. */
  readonly tables: T;
  /** Written before the run that judges them. */
  readonly claims: { readonly [N in C]: Claim<F, T> };
  /** The claims whose findings, one after the other, answer the question. */
  readonly answer: readonly NoInfer<C>[];
  /** Its charts. */
  readonly views: readonly View<F, T, NoInfer<C>>[];
  /** What it does not show, a sentence each. */
  readonly limits: readonly string[];
}

/** Any experiment, as the runner and the reports see it. */
export type Experiment = ExperimentOf<Factors, FurtherTables, string>;

/**
 * Makes an experiment; a misspelt factor, level, column or claim does not compile.
 *
 * No factor may have the name of a column that every table has. README.md has a whole experiment as an example.
 */
export function defineExperiment<const F extends Factors, const T extends FurtherTables, C extends string>(
  experiment: ExperimentOf<F, T, C> & {
    readonly factors: { readonly [N in keyof F]: N extends FixedColumn ? never : Factor };
  },
): Experiment {
  return experiment as unknown as Experiment;
}
