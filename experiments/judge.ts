/** The verdicts of an experiment, from its tables. */
import { judgeClaim, type Judged } from "./claims.ts";
import { CLAIM_COLUMNS } from "./columns.ts";
import type { Experiment, Tables } from "./experiment.ts";
import type { Table } from "./records.ts";

/** Judges every claim. */
export function judgeAll({ claims }: Experiment, tables: Tables): Judged[] {
  return Object.entries(claims).map(([name, claim]) => judgeClaim(name, claim, tables));
}

/** The verdicts as a table. */
export function claimsTable(judged: readonly Judged[]): Table {
  return {
    name: "claims",
    meaning: "one row a claim",
    columns: CLAIM_COLUMNS,
    rows: judged.map(({ finding: _, ...row }) => row),
  };
}
