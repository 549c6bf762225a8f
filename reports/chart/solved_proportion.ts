/** The proportion of runs solved, as figures and their rows have it. */
import type { Columns, Row } from "../../experiments/define/columns.ts";
import { wilson } from "../../experiments/statistics/statistics.ts";
import type { Report } from "../experiment_report.ts";
import type { Rows } from "./rows.ts";
import { keyOfRows, type PanelOf, type SeriesRows } from "./grouping.ts";
import type { TooltipLine } from "./layer.ts";

/** The columns of a proportion with its interval. */
export const PROPORTION_COLUMNS = {
  solved: { type: "integer", unit: "runs", meaning: "runs solved" },
  n: { type: "integer", unit: "runs", meaning: "runs" },
  share: { type: "number", unit: "proportion", meaning: "proportion of the runs solved" },
  lower: { type: "number", unit: "proportion", meaning: "lower end of its 95 % Wilson interval" },
  upper: { type: "number", unit: "proportion", meaning: "upper end of its 95 % Wilson interval" },
} as const satisfies Columns;

/** The runs of one series with one level of a factor: the proportion solved, with its interval. */
export type Proportion = ReturnType<typeof proportionOf>;

function proportionOf(series: string, level: string, runs: Rows, isRandom: boolean) {
  const solved = runs.filter((run) => run.solved === true).length;
  const { estimate, lower, upper, n } = wilson(solved, runs.length);
  const proportion = { series, level, solved, n, share: estimate };
  return isRandom ? { ...proportion, lower, upper } : { ...proportion, lower: undefined, upper: undefined };
}

/** Whether some runs draw random numbers: a setting that draws none has one run, whatever the number of starts. */
function randomRuns(report: Report): (runs: Rows) => boolean {
  const { cells, replicates } = report.plan;
  const cellOf = keyOfRows(report);
  const fixed = new Set(cells.filter((cell) => cell.replicates < replicates).map(({ levels }) => cellOf(levels)));
  return (runs) => runs.some((run) => !fixed.has(cellOf(run)));
}

/** The proportions of each panel by the levels of a factor and by series, and the rows of a drawing of them. */
export function proportionsBy(
  report: Report,
  factor: string,
  levels: readonly string[],
  color: string | undefined,
  grouped: readonly PanelOf<SeriesRows>[],
) {
  const isRandom = randomRuns(report);
  const panels = grouped.map((panel) => ({
    ...panel,
    proportions: levels.flatMap((level) =>
      panel.series.flatMap(({ name, rows }) => {
        const runs = rows.filter((row) => row[factor] === level);
        return runs.length > 0 ? [proportionOf(name, level, runs, isRandom(runs))] : [];
      })
    ),
  }));
  const rows = panels.flatMap(({ levels, proportions }) =>
    proportions.map(({ series, level, ...proportion }): Row => ({
      ...levels,
      ...(color !== undefined && { [color]: series }),
      [factor]: level,
      ...proportion,
    }))
  );
  return { panels, rows };
}

/** The tooltip of a proportion, as far as its axis does not say it. */
export const PROPORTION_LINES = [
  { title: "95 % interval", field: "lower", to: "upper", format: "percent" },
  { field: "solved", of: "n", format: "number" },
] as const satisfies readonly TooltipLine[];
