import type { Row } from "../../define/columns.ts";
import type { Factors, FurtherTables, Tables, TablesOf, Where } from "../../experiment.ts";
import { PERCENT } from "../../format.ts";
import { judgeEvery, judgeNone, wilson } from "../../statistics/statistics.ts";
import type { Kind } from "../kind.ts";
import { select } from "../rows.ts";

/** Exact: something holds of every row, or of none; one counterexample refutes. */
export type ExactClaim<F extends Factors, T extends FurtherTables> = {
  readonly [N in keyof TablesOf<F, T>]: {
    /** Whether it holds of every row, or of none. */
    readonly kind: "every" | "none";
    /** The table with the rows. */
    readonly table: N;
    /** Which rows: all where absent. */
    readonly where?: N extends "runs" | "curves" ? Where<F>
      : Readonly<Record<string, string | boolean | readonly (string | boolean)[]>>;
    /** What holds of a row. */
    readonly holds: (row: TablesOf<F, T>[N][number], tables: TablesOf<F, T>) => boolean;
    /** What sort a row is of which it holds; `{sorts}` names those that occur, each with its number of rows. */
    readonly sort?: (row: TablesOf<F, T>[N][number], tables: TablesOf<F, T>) => string;
  };
}[keyof TablesOf<F, T>];

/** Whether something holds of every row, or of none. */
export const exact: Kind<ExactClaim<Factors, FurtherTables>> = {
  style: PERCENT,
  judge: (claim, tables) => {
    const { kind, table } = claim, { rows, test, verdict, exception } = tried(claim, tables);
    const held = rows.filter(test), count = held.length;
    return {
      verdict,
      interval: wilson(count, rows.length),
      count,
      rule: `exact: refuted by one row of ${table}.csv that ${kind === "every" ? "does not" : "does"}`,
      ...(exception && { counterexample: named(exception) }),
      ...(claim.sort && { sorts: sorted(held, claim.sort as Sort, tables) }),
    };
  },
};

/** Tries an exact claim on the rows that it is about: what comes of it, and the first row that refutes it. */
export function tried({ kind, table, where, holds }: ExactClaim<Factors, FurtherTables>, tables: Tables) {
  // A claim names its table; that `holds` takes this table's rows is what the compiler checked where it was written.
  const test = (row: Row) => (holds as (row: Row, tables: Tables) => boolean)(row, tables);
  const rows = select(tables[table]!, where);
  const { verdict, counterexample } = (kind === "every" ? judgeEvery : judgeNone)(rows, test);
  return { rows, test, verdict, exception: counterexample === undefined ? undefined : rows[counterexample] };
}

type Sort = (row: Row, tables: Tables) => string;

/** The sorts of some rows, each with its number of them: 1/6 (2), 1/8 (29). */
function sorted(rows: readonly Row[], sort: Sort, tables: Tables): string {
  const sorts = Map.groupBy(rows, (row) => sort(row, tables));
  return [...sorts.keys()].sort().map((name) => `${name} (${sorts.get(name)!.length})`).join(", ");
}

/** Which row it is: its words, those that say nothing by themselves after their column's name, and its replicate. */
function named(row: Row): string {
  return Object.entries(row)
    .filter(([name, value]) => name === "replicate" || typeof value === "string" && name !== "status")
    .map(([name, value]) => NOTHING_BY_ITSELF.test(String(value)) ? `${name.replaceAll("_", " ")} ${value}` : value)
    .join(", ");
}

const NOTHING_BY_ITSELF = /^(-?[\d.]+|true|false)$/;
