import type { Columns, Row } from "../../../experiments/define/columns.ts";
import { percent } from "../../../experiments/format.ts";
import { select } from "../../../experiments/claims/claims.ts";
import { wilson } from "../../../experiments/statistics/statistics.ts";
import type { Draw } from "../drawing.ts";
import { color } from "../theme.ts";
import {
  arrange,
  factorColumns,
  keyOf,
  levelsIn,
  levelsOf,
  pooled,
  rowsOfTable,
  type Series,
  words,
} from "../arrange.ts";
import { type Chart, chartOf, type Layer } from "../frame.ts";
import { placeScale, SHARES, widest } from "../scales.ts";
import { colorChannel, pointChannels } from "../series.ts";

/** The columns of a share with its interval. */
export const SHARE_COLUMNS = {
  solved: { type: "integer", unit: "runs", meaning: "runs solved" },
  n: { type: "integer", unit: "runs", meaning: "runs" },
  share: { type: "number", unit: "share", meaning: "share of the runs solved" },
  lower: { type: "number", unit: "share", meaning: "lower end of its 95 % Wilson interval" },
  upper: { type: "number", unit: "share", meaning: "upper end of its 95 % Wilson interval" },
} as const satisfies Columns;

/** The share of runs solved, with its interval. */
export function shareOf(runs: readonly Row[]) {
  const solved = runs.filter((run) => run.solved === true).length,
    { estimate, lower, upper, n } = wilson(solved, runs.length);
  return { solved, n, share: estimate, lower, upper };
}

/** Height of a line of dots, and of the space between two levels, in pixels. */
const LINE = 16, SPACE = 10;

/** A dot a cell with its interval, a line a level, the number beside it. */
export const drawRates: Draw<"rates"> = (view, report) => {
  const all = select(rowsOfTable(report, "runs"), view.where), levels = levelsIn(report, view.by, all);
  // where the levels themselves have colours, their axis is key enough
  const panels = arrange(report, all, view), colored = view.color === view.by ? undefined : view.color;
  const key = keyOf(colored, panels, "point"), names = key?.entries.map(({ name }) => name) ?? [""];
  const shares = panels.flatMap(({ level: panel, series }) =>
    levels.flatMap((level) =>
      series.flatMap(({ name, rows }) => {
        const runs = rows.filter((row) => row[view.by] === level);
        return runs.length > 0 ? [{ panel, level, name, share: shareOf(runs) }] : [];
      })
    )
  );
  return {
    panels: panels.map(({ level: panel, title, series }) => {
      const values = shares.filter((one) => one.panel === panel).map(({ level, name, share }) => ({
        ...share,
        series: name,
        x: share.share,
        y: levels.indexOf(level) + offset(key ? names.indexOf(name) : 0, names.length),
        text: percent(share.share),
      }));
      const chart: Chart = {
        x: { scale: SHARES, title: "runs solved", grid: true },
        y: { scale: placeScale(levels), title: words(view.by), grid: false, reverse: true, gap: 12 },
        height: levels.length * (names.length * LINE + SPACE),
        right: widest(values.map(({ text }) => text)) + 14,
        layers: layersOf(values, series),
      };
      return { title, spec: ({ width }) => chartOf(chart, width) };
    }),
    size: panels.length > 1 ? "several" : "whole",
    ...(key && { key }),
    direct: false,
    source: "runs",
    derived: true,
    columns: { ...factorColumns(report, [view.panel, view.by, view.color]), ...SHARE_COLUMNS },
    rows: shares.map(({ panel, level, name, share }) => ({
      ...levelsOf(view, panel, name),
      [view.by]: level,
      ...share,
    })),
    notes: [
      ...pooled(report, all, [view.by, view.color, view.panel]),
      ...(shares.length < panels.length * levels.length * names.length ? ["What has no dot was not run."] : []),
    ],
  };
};

/** Intervals, dots and numbers. */
function layersOf(values: readonly Row[], series: readonly Series[]): Layer[] {
  return [
    {
      data: { values },
      mark: { type: "rule", strokeWidth: 2 },
      encoding: {
        x: { field: "lower", type: "quantitative" },
        x2: { field: "upper" },
        ...colorChannel(series),
      },
    },
    {
      data: { values },
      mark: { type: "point", filled: true, size: 70, opacity: 1 },
      encoding: pointChannels(series),
    },
    {
      data: { values },
      mark: { type: "text", align: "left", baseline: "middle", dx: 12, color: color("ink") },
      encoding: { x: { value: "width" }, text: { field: "text", type: "nominal" } },
    },
  ] as Layer[];
}

/** Where the k-th of several series stands around a level's place. */
function offset(k: number, count: number): number {
  return (k - (count - 1) / 2) * LINE / (count * LINE + SPACE);
}
