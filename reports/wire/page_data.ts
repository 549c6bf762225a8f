/** What a page carries so that what runs in it can make its runs again: configs and digests, no results. */
import type { Cell } from "../../experiments/plan.ts";

/** The data of a page. */
export interface PageData {
  readonly experiment: string;
  readonly suiteSeed: string;
  /** Runs of each cell. */
  readonly replicates: number;
  /** The columns of `runs.csv`. */
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  /** Number of the cell that is shown first. */
  readonly start: number;
  /** The digests of all rows of `runs.csv`, one after the other, in the order of the file. */
  readonly digests: string;
}

/** The id of the element that holds them, as JSON. */
export const DATA_ID = "page-data";

/** JSON as a script element may hold it: no `<` to end the element by. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** The JSON in an element of a page; undefined where there is no such element. */
export function readJson<V>(document: Document, id: string): V | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) as V : undefined;
}
