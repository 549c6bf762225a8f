/** Judges a claim on rows given by hand. */
import { stream } from "../../../core/random.ts";
import type { Claim } from "../../../experiments/claims/claim.ts";
import { type JudgedClaim, prepareClaim } from "../../../experiments/claims/claims.ts";
import { type ColumnTable, columnTableOf, selectRows } from "../../../experiments/claims/column_table.ts";
import type { Column, Row } from "../../../experiments/define/columns.ts";

/** Rows as a table whose columns have the types of their first values. */
export function tableOf(rows: readonly Row[]): ColumnTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const value = rows.map((row) => row[name]).find((value) => value !== undefined);
    const type = typeof value === "string" || typeof value === "boolean" ? typeof value : "number";
    return [name, { type, meaning: "" } as Column];
  });
  return columnTableOf({ name: "runs", key: ["arm", "replicate"], columns: Object.fromEntries(columns) }, rows);
}

/** The judgement of a claim with the given confidence; `statement` and `wording` may be left out. */
export function judgeRows(claim: object, rows: readonly Row[], confidence = 0.95): JudgedClaim {
  const whole = { statement: "", wording: { supported: "", refuted: "", undecided: "" }, ...claim } as unknown as Claim;
  const table = tableOf(rows);
  const arms = whole.arms.map((arm) => selectRows(table, arm));
  const random = () => stream("tests", "bootstrap").double;
  return prepareClaim("claim", whole, { table, arms, random })(confidence);
}
