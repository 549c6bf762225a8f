/** Tables: their schemas, their rows, and the further tables that an experiment defines. */
import {
  CLAIM_COLUMNS,
  type Columns,
  type CURVE_COLUMNS,
  type OutputColumn,
  type Row,
  type RowOf,
  type RUN_COLUMNS,
} from "./columns.ts";
import type { Factors, LevelsOf } from "./factors.ts";
import type { Outcome } from "./run.ts";

/** A table without its rows. */
export interface Schema {
  /** `<name>.csv` holds the table. */
  readonly name: string;
  /** What a row is, in a few words. */
  readonly meaning: string;
  /** Its columns, in order. */
  readonly columns: Columns;
  /** The columns that identify a row together; empty if only its position does. */
  readonly key: readonly string[];
}

/** A table. */
export interface Table extends Schema {
  /** One value per column. */
  readonly rows: readonly Row[];
}

/** The schema of every `claims.csv`. */
export const CLAIMS_SCHEMA: Schema = {
  name: "claims",
  meaning: "one row per claim",
  columns: CLAIM_COLUMNS,
  key: ["claim"],
};

/** Gives the rows of a table that the experiment lists earlier; throws a RangeError for any other table. */
export type EarlierTables = <C extends Columns>(table: FurtherTable<C>) => readonly RowOf<C>[];

/** What the rows of a table follow from: runs one by one, those of a setting, all runs, or other tables alone. */
export type TableNeeds = "run" | "setting" | "all" | "tables";

/** A table that an experiment has besides runs, curves and claims. */
export interface FurtherTable<C extends Columns = Columns> {
  /** What a row is, in a few words. */
  readonly meaning: string;
  /** Its columns, in order. */
  readonly columns: C;
  /** The columns that identify a row together; absent if only its position does. */
  readonly key?: readonly string[];
  /**
   * The outcomes that its rows need together, which decides how many are in memory at once; all by default.
   *
   * With "run", `rows` may receive any outcomes, and its rows must be those of each run, one after the other; with
   * "setting", it receives those of one setting; with "tables", none. A table may read earlier ones that need no more
   * than itself.
   */
  readonly needs?: TableNeeds;
  /** Its rows, computed from the outcomes and the tables listed earlier. */
  readonly rows: (outcomes: readonly Outcome[], earlier: EarlierTables) => readonly RowOf<C>[];
}

/** The further tables of an experiment by name; `<name>.csv` holds one. */
export type FurtherTables = Readonly<Record<string, FurtherTable>>;

/**
 * Makes a table whose rows and key the compiler checks against its columns.
 *
 * ```ts
 * import { defineTable } from "../../mod.ts";
 *
 * export const diverged = defineTable({
 *   meaning: "one row per run that diverged",
 *   columns: { replicate: { type: "integer", meaning: "index of the draw" } },
 *   rows: (outcomes) =>
 *     outcomes.filter(({ trained }) => trained.status === "diverged").map(({ run: { replicate } }) => ({ replicate })),
 * });
 * ```
 */
export function defineTable<const C extends Columns>(
  table: FurtherTable<C> & { readonly key?: readonly Extract<keyof C, string>[] },
): FurtherTable<C> {
  return table;
}

/** A row of `runs.csv`. */
export type RunRow<F extends Factors = Record<never, never>> =
  & LevelsOf<F>
  & RowOf<typeof RUN_COLUMNS>
  & { readonly [output: OutputColumn]: number | undefined };

/** A row of `curves.csv`. */
export type CurveRow<F extends Factors = Record<never, never>> = LevelsOf<F> & RowOf<typeof CURVE_COLUMNS>;

/** The rows of the tables of an experiment with factors F and further tables T, by name of the table. */
export type TablesOf<F extends Factors, T extends FurtherTables> =
  & { readonly runs: readonly RunRow<F>[]; readonly curves: readonly CurveRow<F>[] }
  & { readonly [N in keyof T]: readonly RowOf<T[N]["columns"]>[] };
