/** The report on an experiment: its plan, its tables as read back from the CSV, and the verdicts. */
import type { JudgedClaim } from "../experiments/claims/claims.ts";
import type { Row } from "../experiments/define/columns.ts";
import type { Plan } from "../experiments/plan.ts";
import type { StoredTable } from "../experiments/define/stored.ts";

/** The method by which Deno's notebooks ask a value how to show it. */
export const NOTEBOOK_DISPLAY: unique symbol = Symbol.for("Jupyter.display");

/** All that a page is made from. */
export interface Report {
  /** The experiment with its settings. */
  readonly plan: Plan;
  /** `runs`, `curves` and the experiment's further tables. */
  readonly tables: readonly StoredTable[];
  /** Every claim with its verdict, in the experiment's order. */
  readonly judged: readonly JudgedClaim[];
  /** The rows of replication.csv; undefined if the claims were not replicated. */
  readonly replication?: readonly Row[];
  /** The answer in one sentence; the same as `answer` where no sentence was written for these verdicts. */
  readonly headline: string;
  /** The findings of the claims that answer the experiment's question. */
  readonly answer: string;
  /** The report for a notebook, by media type: question, answer and figures. */
  readonly [NOTEBOOK_DISPLAY]?: () => Readonly<Record<string, unknown>>;
}
