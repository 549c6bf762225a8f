import { formatPercent } from "../../../experiments/format.ts";
import { columnName, levelName } from "../../wire/display_names.ts";
import type { Draw } from "../drawing.ts";
import { axisLine, chartOfWidth } from "../frame.ts";
import { groupView, levelLine, presentLevels } from "../grouping.ts";
import type { Layer, Marks } from "../layer.ts";
import { categoryScale, PROPORTIONS, widestLabel } from "../scales.ts";
import { PROPORTION_COLUMNS, PROPORTION_LINES, solvedProportion } from "../solved_proportion.ts";
import { color } from "../theme.ts";

/** Height of a line of dots, in pixels. */
const LINE = 16;
/** Space between two levels, in pixels. */
const SPACE = 10;

/** A dot per cell with its interval, a row of dots per level, the percentage beside it. */
export const drawRates: Draw<"rates"> = (view, report) => {
  const { by } = view;
  const { all, panels, names, drawing, columns, notes, marks } = groupView(report, "runs", view, "point", [by]);
  const levels = presentLevels(report, by, all);
  const labels = levels.map((level) => levelName(by, level));
  const x = { scale: PROPORTIONS, title: "runs solved", grid: true };
  const y = { scale: categoryScale(labels), title: columnName(by), grid: false, reverse: true, gap: 12 };
  const dotMarks: Marks<keyof Dot> = {
    levels: { ...marks.levels, [by]: "level" },
    tooltip: [...marks.tooltip, axisLine(x, "x"), levelLine(by, "level"), ...PROPORTION_LINES],
  };
  const rates = panels.map(({ series }) =>
    levels.flatMap((level) =>
      series.flatMap(({ name, rows }) => {
        const runs = rows.filter((row) => row[by] === level);
        return runs.length > 0 ? [{ series: name, level, proportion: solvedProportion(runs) }] : [];
      })
    )
  );
  return {
    ...drawing,
    derived: true,
    panels: panels.map(({ series, ...head }, i) => {
      const dots = rates[i]!.map(({ series, level, proportion }): Dot => ({
        ...proportion,
        series,
        level,
        x: proportion.share,
        y: levels.indexOf(level) + offset(Math.max(0, names.indexOf(series)), names.length),
        text: formatPercent(proportion.share),
      }));
      const content = {
        x,
        y,
        series,
        layers: layersOf(dots, dotMarks),
        height: levels.length * (names.length * LINE + SPACE),
      };
      const right = widestLabel(dots.map(({ text }) => text)) + 14;
      return { ...head, chart: ({ width }) => chartOfWidth(content, width, right) };
    }),
    columns: { ...columns, ...PROPORTION_COLUMNS },
    rows: panels.flatMap((panel, i) =>
      rates[i]!.map(({ series, level, proportion }) => ({
        ...panel.levels,
        ...(view.color !== undefined && { [view.color]: series }),
        [by]: level,
        ...proportion,
      }))
    ),
    notes: rates.flat().length < panels.length * levels.length * names.length
      ? [...notes, "What has no dot was not run."]
      : notes,
  };
};

type Dot = ReturnType<typeof solvedProportion> & {
  readonly series: string;
  readonly level: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
};

/** Intervals, dots and percentages. */
function layersOf(dots: readonly Dot[], marks: Marks<keyof Dot>): Layer[] {
  return [
    {
      rows: dots.map(({ series, lower, upper, y }) => ({ series, x: lower, x2: upper, y })),
      mark: { type: "rule", strokeWidth: 2 },
      series: "color",
      encoding: { x2: { field: "x2" } },
    },
    { rows: dots, mark: { type: "point", filled: true, size: 70, opacity: 1 }, series: "shape", marks },
    {
      rows: dots.map(({ y, text }) => ({ y, text })),
      mark: { type: "text", align: "left", baseline: "middle", dx: 12, color: color("ink") },
      encoding: { x: { value: "width" }, text: { field: "text", type: "nominal" } },
    },
  ];
}

/** The offset of the k-th of several series from the place of its level. */
function offset(k: number, count: number): number {
  return (k - (count - 1) / 2) * LINE / (count * LINE + SPACE);
}
