/** What a page is made from: a plan, its tables as read back from the CSV, and the verdicts on them. */
import type { Judged } from "../experiments/claims/claims.ts";
import type { Plan } from "../experiments/plan.ts";
import type { Table } from "../experiments/records.ts";

/** The material of one experiment's page. */
export interface Report {
  /** What was run. */
  readonly plan: Plan;
  /** `runs`, `curves` and the experiment's further tables. */
  readonly tables: readonly Table[];
  /** Every claim with its verdict. */
  readonly judged: readonly Judged[];
  /** The answer in a sentence or two: the findings of the claims that the experiment names. */
  readonly answer: string;
}
