/** The proportion of runs solved, as figures and their rows have it. */
import type { Columns, Row } from "../../experiments/define/columns.ts";
import { wilson } from "../../experiments/statistics/statistics.ts";
import type { TooltipLine } from "./layer.ts";

/** The columns of a proportion with its interval. */
export const PROPORTION_COLUMNS = {
  solved: { type: "integer", unit: "runs", meaning: "runs solved" },
  n: { type: "integer", unit: "runs", meaning: "runs" },
  share: { type: "number", unit: "proportion", meaning: "proportion of the runs solved" },
  lower: { type: "number", unit: "proportion", meaning: "lower end of its 95 % Wilson interval" },
  upper: { type: "number", unit: "proportion", meaning: "upper end of its 95 % Wilson interval" },
} as const satisfies Columns;

/** The proportion of runs solved, with its interval. */
export function solvedProportion(runs: readonly Row[]) {
  const solved = runs.filter((run) => run.solved === true).length;
  const { estimate, lower, upper, n } = wilson(solved, runs.length);
  return { solved, n, share: estimate, lower, upper };
}

/** The tooltip of a proportion, as far as its axis does not say it. */
export const PROPORTION_LINES = [
  { title: "95 % interval", field: "lower", to: "upper", format: "percent" },
  { field: "solved", of: "n", format: "number" },
] as const satisfies readonly TooltipLine[];
