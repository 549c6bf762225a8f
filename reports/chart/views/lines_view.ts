import type { Columns, Row } from "../../../experiments/define/columns.ts";
import type { View } from "../../../experiments/define/view.ts";
import type { Draw } from "../drawing.ts";
import { axisLines, chartOfWidth } from "../frame.ts";
import { addNotes, groupView, type SeriesRows, tableDrawing } from "../grouping.ts";
import type { DataRow, Layer, Marks } from "../layer.ts";
import { lineLabels, lineLabelsWidth } from "../labels/line_labels.ts";
import { extent, linearScale, logScale, type NumberScale, padScale, PROPORTIONS } from "../scales.ts";

const HEIGHT = 240;
/** Upper bounds on the number and the length of names at the ends of lines. */
const MAX_LABELS = 8;
const MAX_LABEL_LENGTH = 18;
/** How far before its first step a logarithmic axis begins. */
const STEP_MARGIN = 1.5;

type LinesMark = NonNullable<Extract<View, { readonly kind: "lines" }>["mark"]>;

/** Lines, steps or dots of a further table, in the order of its rows. */
export const drawLines: Draw<"lines"> = (view, report) => {
  const { mark = "line", scale = "linear", yScale = scale } = view;
  const table = tableDrawing(report, view.table);
  const { all, panels, drawing, marksOf } = groupView(report, view.table, view, mark === "point" ? "point" : "line");
  const isSteps = mark === "steps";
  // a value before the first tick of a logarithmic axis holds from its edge on until the next step
  const isDrawn = (row: Row) => (isSteps || isOnScale(scale, row[view.x])) && isOnScale(yScale, row[view.y]);
  const drawn = all.filter(isDrawn);
  const x = { scale: scaleOf(scale, drawn, view.x, table.columns, mark), title: view.xTitle };
  const y = { scale: scaleOf(yScale, drawn, view.y, table.columns, mark), title: view.yTitle };
  const [start] = x.scale.domain;
  const xOf = (row: Row) => {
    const value = row[view.x];
    return isSteps && typeof value === "number" ? Math.max(value, start) : value ?? null;
  };
  const labels = drawing.key?.entries.map(({ label }) => label) ?? [];
  const direct = panels.length === 1 && mark === "line" && labels.length > 1 && labels.length <= MAX_LABELS &&
    labels.every(({ length }) => length <= MAX_LABEL_LENGTH);
  const omitted = all.filter((row) => row[view.x] !== undefined && row[view.y] !== undefined && !isDrawn(row)).length;
  const seriesCounts = panels.map(({ series }) => series.length);
  return {
    ...drawing,
    ...table,
    panels: panels.map(({ series, ...head }) => {
      const layer = layerOfSeries(series, mark, marksOf(axisLines({ x, y })), (row) => ({
        x: xOf(row),
        y: isDrawn(row) ? row[view.y] ?? null : null,
      }));
      const ends = series.flatMap(({ label, style, rows }) => {
        const last = rows.findLast(isDrawn);
        return last ? [{ label, style, y: last[view.y] as number }] : [];
      });
      return {
        ...head,
        chart: (space) => {
          const isLabelled = direct && space.direct;
          const layers = [layer, ...(isLabelled ? lineLabels(ends, x.scale, y.scale, HEIGHT) : [])];
          const right = isLabelled ? lineLabelsWidth(ends) : 0;
          return chartOfWidth({ x, y, series, layers, height: HEIGHT }, space.width, right);
        },
      };
    }),
    // the first with most series
    front: Math.max(0, seriesCounts.indexOf(Math.max(...seriesCounts))),
    direct,
    notes: addNotes([], [omitted > 0, `${omitted} points at 0 or below have no place on a logarithmic axis.`]),
  };
};

/** One layer with all series; `placeOf` gives a row's position, null where it has none. */
function layerOfSeries(
  series: readonly SeriesRows[],
  mark: LinesMark,
  marks: Marks,
  placeOf: (row: Row) => Pick<DataRow, "x" | "y">,
): Layer {
  const rows = series.flatMap(({ name, rows }) => rows.map((row, order) => ({ series: name, order, ...placeOf(row) })));
  if (mark === "point") {
    return {
      rows: rows.filter(({ y }) => y !== null),
      mark: { type: "point", filled: true, size: 28, opacity: 1, fillOpacity: 0.7 },
      series: "shape",
      marks,
    };
  }
  return {
    rows,
    mark: { type: "line", strokeWidth: 2, ...(mark === "steps" && { interpolate: "step-after" }) },
    series: "dash",
    channels: ["order"],
    marks,
  };
}

function isOnScale(scale: "linear" | "log", value: Row[string]): boolean {
  return typeof value === "number" && (scale === "linear" || value > 0);
}

function scaleOf(
  type: "linear" | "log",
  rows: readonly Row[],
  column: string,
  columns: Columns,
  mark: LinesMark,
): NumberScale {
  const numbers = rows.map((row) => row[column]).filter((value) => isOnScale(type, value)) as number[];
  const range = extent(numbers) ?? [1, 1];
  // steps need space for what holds before the first
  if (type === "log") return logScale(mark === "steps" ? range[0] / STEP_MARGIN : range[0], range[1]);
  const { type: columnType, unit } = columns[column]!;
  const scale = unit === "proportion" ? PROPORTIONS : linearScale(...range);
  const ticks = scale.ticks.filter(({ value }) => columnType !== "integer" || Number.isInteger(value));
  return mark === "point" ? padScale({ ...scale, ticks }, ...range) : { ...scale, ticks };
}
