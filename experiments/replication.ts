/** Replications: the claims of an experiment judged again with other suite seeds. */
import { InputError } from "../core/input/input_error.ts";
import type { JudgedClaim } from "./claims/claims.ts";
import type { Columns, Row } from "./define/columns.ts";
import type { Schema } from "./define/tables.ts";
import { quantile, type Verdict } from "./statistics/statistics.ts";

const VERDICTS = ["supported", "refuted", "undecided"] as const satisfies readonly Verdict[];

function countColumn(verdict: Verdict) {
  return { type: "integer", meaning: `replications whose verdict is ${verdict}` } as const;
}

/** The columns of every `replication.csv`. */
const REPLICATION_COLUMNS = {
  claim: { type: "string", meaning: "short name of the claim" },
  verdict: { type: "string", meaning: "the published verdict" },
  supported: countColumn("supported"),
  refuted: countColumn("refuted"),
  undecided: countColumn("undecided"),
  median_estimate: {
    type: "number",
    meaning: "median of the replications' estimates, infinite ones ranked last; empty if infinite, and for a proof",
  },
  agreement: { type: "number", unit: "proportion", meaning: "proportion of replications with the published verdict" },
} as const satisfies Columns;

/** The schema of every `replication.csv`. */
export const REPLICATION_SCHEMA: Schema = {
  name: "replication",
  meaning: "one row per claim: its verdicts under other suite seeds",
  columns: REPLICATION_COLUMNS,
  key: ["claim"],
};

/** The suite seed of a replication, counted from 1. */
export function replicationSeed(suiteSeed: string, replication: number): string {
  return `${suiteSeed}, replication ${replication}`;
}

/** A published verdict. */
type Published = Pick<JudgedClaim, "claim" | "verdict">;

/** The rows of `replication.csv`; each replication has the same claims in the same order as the published ones. */
export function replicationRows(
  published: readonly Published[],
  replications: readonly (readonly JudgedClaim[])[],
): Row[] {
  return published.map(({ claim, verdict }, i) => {
    const judged = replications.map((replication) => replication[i]!);
    const count = (wanted: Verdict) => judged.filter((each) => each.verdict === wanted).length;
    return {
      claim,
      verdict,
      ...Object.fromEntries(VERDICTS.map((each) => [each, count(each)])),
      median_estimate: judged.every(({ kind }) => kind === "proof") ? undefined : medianEstimate(judged),
      agreement: count(verdict) / judged.length,
    };
  });
}

function medianEstimate(judged: readonly JudgedClaim[]): number | undefined {
  const estimates = Float64Array.from(judged, ({ estimate }) => estimate ?? Infinity).sort();
  const median = quantile(estimates, 0.5);
  return Number.isFinite(median) ? median : undefined;
}

/** The number of replications in a row of `replication.csv`. */
export function replicationsIn(row: Row): number {
  return VERDICTS.reduce((sum, verdict) => sum + Number(row[verdict]), 0);
}

/** Throws an InputError unless the rows can be those of the published verdicts. */
export function checkReplication(published: readonly Published[], rows: readonly Row[]): void {
  const file = `${REPLICATION_SCHEMA.name}.csv`;
  if (rows.length !== published.length) {
    throw new InputError({ file, rule: `must have ${published.length} rows below the header, but has ${rows.length}` });
  }
  const times = rows.length > 0 ? replicationsIn(rows[0]!) : 0;
  published.forEach(({ claim, verdict }, i) => {
    const row = rows[i]!;
    const expected: Row = { claim, verdict, agreement: Number(row[verdict]) / times };
    const fault = (column: string, rule: string) =>
      new InputError({ file, row: i + 2, column, rule, value: String(row[column] ?? "") });
    for (const column of VERDICTS) {
      if (!(Number(row[column] ?? NaN) >= 0)) throw fault(column, "must be a whole number of at least 0");
    }
    if (replicationsIn(row) !== times || times === 0) {
      throw fault("supported", `must make ${times} replications with the next two`);
    }
    for (const [column, value] of Object.entries(expected)) {
      if (row[column] !== value) throw fault(column, `must be ${value}`);
    }
  });
}
