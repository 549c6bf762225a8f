/** What a page holds so that its script can repeat the runs: configs and digests, no results. */
import type { PlannedCell } from "../../experiments/plan.ts";

/** The data of a page. */
export interface PageData {
  readonly experiment: string;
  /** The digest of the experiment's rules, part of every seed. */
  readonly seal: string;
  readonly suiteSeed: string;
  /** Runs of each cell that draws random numbers; of a large result those that the page can repeat. */
  readonly replicates: number;
  /** The columns of `runs.csv`. */
  readonly columns: readonly string[];
  readonly cells: readonly PlannedCell[];
  /** Index of the cell shown first. */
  readonly featuredCell: number;
  /** The digests of the rows of `runs.csv` that belong to the runs of the cells, concatenated in file order. */
  readonly digests: string;
  /** The number of rows that each cell has in `runs.csv`; absent where the page can repeat all runs. */
  readonly rows?: readonly number[];
}

/** The id of the script element that holds the data as JSON. */
export const PAGE_DATA_ID = "page-data";

/** Serializes a value as JSON that is safe inside a script element: without `<`. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
