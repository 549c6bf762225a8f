import { formatPercent } from "../../../experiments/format.ts";
import { columnName, levelName } from "../../../experiments/words/display_names.ts";
import type { Draw } from "../drawing.ts";
import { DOT, NUMBER_GAP, numbersLayer, placeInRow, rowsHeight } from "../dot_rows.ts";
import { axisLine, chartOfWidth } from "../frame.ts";
import { addNotes, groupView, levelLine, presentLevels } from "../grouping.ts";
import type { Layer, Marks } from "../layer.ts";
import { categoryScale, PROPORTIONS, widestLabel } from "../scales.ts";
import { type Proportion, PROPORTION_COLUMNS, PROPORTION_LINES, proportionsBy } from "../solved_proportion.ts";

/** A dot per cell with its interval, a row of dots per level, the percentage beside it. */
export const drawRates: Draw<"rates"> = (view, report) => {
  const { by } = view;
  const { all, names, drawing, marksOf, ...group } = groupView(report, "runs", view, "point", [by]);
  const levels = presentLevels(report, by, all);
  const { panels, rows } = proportionsBy(report, by, levels, view.color, group.panels);
  const labels = levels.map((level) => levelName(by, level));
  const x = { scale: PROPORTIONS, title: "runs solved", grid: true };
  const y = { scale: categoryScale(labels), title: columnName(by), grid: false, reverse: true, gap: 12 };
  const marks = marksOf([axisLine(x, "x"), levelLine(by, "level"), ...PROPORTION_LINES], { [by]: "level" });
  const height = rowsHeight(levels.length, names.length);
  return {
    ...drawing,
    panels: panels.map(({ title, levels: shared, series, proportions }) => {
      const dots = proportions.map((proportion) => ({
        ...proportion,
        x: proportion.share,
        y: placeInRow(levels.indexOf(proportion.level), Math.max(0, names.indexOf(proportion.series)), names.length),
        text: formatPercent(proportion.share),
      }));
      const content = { x, y, series, layers: layersOf(dots, marks), height };
      const right = widestLabel(dots.map(({ text }) => text)) + NUMBER_GAP + 2;
      return { title, levels: shared, chart: ({ width }) => chartOfWidth(content, width, right) };
    }),
    columns: { ...drawing.columns, ...PROPORTION_COLUMNS },
    rows,
    notes: addNotes(
      drawing.notes,
      [rows.length < panels.length * levels.length * names.length, "What has no dot was not run."],
      [
        rows.some(({ lower }) => lower === undefined),
        "A dot without a bar is a single run: nothing in its setting is drawn at random.",
      ],
    ),
  };
};

type Dot = Proportion & { readonly x: number; readonly y: number; readonly text: string };

/** Intervals, dots and percentages. */
function layersOf(dots: readonly Dot[], marks: Marks<keyof Dot>): Layer[] {
  const [, end] = PROPORTIONS.domain;
  return [
    {
      rows: dots.flatMap(({ series, lower, upper, y }) =>
        lower === undefined ? [] : [{ series, x: lower, x2: upper, y }]
      ),
      mark: { type: "rule", strokeWidth: 2 },
      series: "color",
      channels: ["x2"],
    },
    { rows: dots, mark: DOT, series: "shape", marks },
    numbersLayer(dots, end),
  ];
}
