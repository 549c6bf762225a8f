import type { CsvValue, Row } from "../../define/columns.ts";
import { type Factors, isNumeric, select, type Where } from "../../define/factors.ts";
import type { FurtherTables, Tables, TablesOf } from "../../define/tables.ts";
import { levelName, settingName } from "../../display_names.ts";
import { PERCENT } from "../../format.ts";
import { judgeEvery, judgeNone, wilson } from "../../statistics/statistics.ts";
import type { ClaimKind } from "../kind.ts";

/** Exact: a condition holds for every row, or for none; one counterexample refutes. */
export type ExactClaim<F extends Factors, T extends FurtherTables> = {
  readonly [N in keyof TablesOf<F, T>]: {
    /** Whether the condition holds for every row, or for none. */
    readonly kind: "every" | "none";
    /** The table with the rows. */
    readonly table: N;
    /** Which rows; all by default. */
    readonly where?: N extends "runs" | "curves" ? Where<F>
      : Readonly<Record<string, string | boolean | readonly (string | boolean)[]>>;
    /** The condition. */
    readonly holds: (row: TablesOf<F, T>[N][number], tables: TablesOf<F, T>) => boolean;
    /** The category of a row that satisfies the condition; `{categories}` lists those that occur, with their counts. */
    readonly category?: (row: TablesOf<F, T>[N][number], tables: TablesOf<F, T>) => string;
  };
}[keyof TablesOf<F, T>];

/** Refuted by one counterexample, otherwise supported; undecided without rows. */
export const exact: ClaimKind<ExactClaim<Factors, FurtherTables>> = {
  numberFormat: PERCENT,
  cells: ({ where = {} }) => [where],
  judge: (claim, tables) => {
    const { rows, satisfying, verdict, counterexample } = evaluate(claim, tables);
    const count = satisfying.length;
    return {
      verdict,
      interval: wilson(count, rows.length),
      count,
      rule: `exact: refuted by one row of ${claim.table}.csv that ${
        claim.kind === "every" ? "violates" : "satisfies"
      } the condition`,
      ...(counterexample && { counterexample: describeRow(counterexample) }),
      ...(claim.category && { categories: countCategories(satisfying, claim.category as CategoryOf, tables) }),
    };
  },
  counterexample: (claim, tables) => evaluate(claim, tables).counterexample,
};

function evaluate({ kind, table, where, holds }: ExactClaim<Factors, FurtherTables>, tables: Tables) {
  // the compiler has checked, where the claim was written, that `holds` takes rows of this table
  const test = (row: Row) => (holds as (row: Row, tables: Tables) => boolean)(row, tables);
  const rows = select(tables[table]!, where);
  const judge = kind === "every" ? judgeEvery : judgeNone;
  return { rows, satisfying: rows.filter(test), ...judge(rows, test) };
}

type CategoryOf = (row: Row, tables: Tables) => string;

/** The categories of rows, each with its count: 1/6 (2), 1/8 (29). */
function countCategories(rows: readonly Row[], categoryOf: CategoryOf, tables: Tables): string {
  const byCategory = Map.groupBy(rows, (row) => categoryOf(row, tables));
  return [...byCategory.keys()].sort().map((name) => `${name} (${byCategory.get(name)!.length})`).join(", ");
}

/** A row by its levels and replicate: “full batch, learning rate 0.9, start 3”. `status` is a result, not a level. */
function describeRow(row: Row): string {
  return Object.entries(row)
    .filter(([name, value]) => name === "replicate" || typeof value === "string" && name !== "status")
    .map(([name, value]) => (isSelfExplanatory(value) ? levelName : settingName)(name, String(value)))
    .join(", ");
}

/** Whether a level needs no column name before it: a word, not a number or truth value. */
function isSelfExplanatory(value: CsvValue): boolean {
  return typeof value === "string" && !isNumeric(value) && value !== "true" && value !== "false";
}
