import type { Column, Columns, CsvValue, Row } from "../../../experiments/define/columns.ts";
import type { View } from "../../../experiments/define/view.ts";
import type { Report } from "../../experiment_report.ts";
import type { Draw } from "../drawing.ts";
import { axisLines } from "../frame.ts";
import { addNotes, groupView, type SeriesRows, tableDrawing } from "../grouping.ts";
import type { DataRow, Layer, Marks } from "../layer.ts";
import { listOf } from "../rows.ts";
import { chartWithLabels } from "../labels/line_labels.ts";
import { extent, linearScale, logScale, type NumberScale, padScale, PROPORTIONS } from "../scales.ts";

const HEIGHT = 240;
/** Upper bounds on the number and the length of names at the ends of lines. */
const MAX_LABELS = 8;
const MAX_LABEL_LENGTH = 18;
/** How far before its first step a logarithmic axis begins. */
const STEP_MARGIN = 1.5;

type LinesView = Extract<View, { readonly kind: "lines" }>;
type LinesMark = NonNullable<LinesView["mark"]>;
type ScaleType = NumberScale["type"];

/** Lines, steps or dots of a further table, in the order of its rows. */
export const drawLines: Draw<"lines"> = (view, report) => {
  const { mark = "line", scale = "linear", yScale = scale } = view;
  const table = tableDrawing(report, view.table);
  const { all, panels, drawing, marksOf } = groupView(report, view.table, view, mark === "point" ? "point" : "line");
  const isSteps = mark === "steps";
  // a value before the first tick of a logarithmic axis holds from its edge on until the next step
  const isDrawn = (row: Row) => (isSteps || isOnScale(scale, row[view.x])) && isOnScale(yScale, row[view.y]);
  const drawn = all.filter(isDrawn);
  const axisOf = (type: ScaleType, column: string, title: string) => ({
    scale: scaleOf(type, drawn.map((row) => row[column]), table.columns[column]!, mark),
    title,
  });
  const x = axisOf(scale, view.x, view.xTitle);
  const y = axisOf(yScale, view.y, view.yTitle);
  const [start] = x.scale.domain;
  const xOf = (row: Row) => {
    const value = row[view.x];
    return isSteps && typeof value === "number" ? Math.max(value, start) : value ?? null;
  };
  const labels = drawing.key?.entries.map(({ label }) => label) ?? [];
  const direct = panels.length === 1 && mark === "line" && labels.length > 1 && labels.length <= MAX_LABELS &&
    labels.every(({ length }) => length <= MAX_LABEL_LENGTH);
  const omitted = all.filter((row) => row[view.x] !== undefined && row[view.y] !== undefined && !isDrawn(row)).length;
  const { levels, runOf } = runFields(report, view, table.columns);
  const marks = marksOf(axisLines({ x, y }), levels);
  const seriesCounts = panels.map(({ series }) => series.length);
  return {
    ...drawing,
    ...table,
    rows: listOf(all),
    panels: panels.map(({ series, ...head }) => {
      const layer = layerOfSeries(series, mark, marks, (row) => ({
        ...runOf(row),
        x: xOf(row),
        y: isDrawn(row) ? row[view.y] ?? null : null,
      }));
      const content = { x, y, series, layers: [layer], height: HEIGHT };
      const ends = series.flatMap(({ name, label, style, rows }) => {
        const last = listOf(rows).findLast(isDrawn);
        return last ? [{ name, label, style, y: last[view.y] as number }] : [];
      });
      return { ...head, chart: (space) => chartWithLabels(content, direct && space.direct ? ends : [], space.width) };
    }),
    // the first with most series
    front: Math.max(0, seriesCounts.indexOf(Math.max(...seriesCounts))),
    direct,
    notes: addNotes([], [omitted > 0, `${omitted} points at 0 or below have no place on a logarithmic axis.`]),
  };
};

/** The fields of marks for a row's run: its replicate, and its levels besides those of its series and panel. */
function runFields({ plan }: Report, { color, panel }: LinesView, columns: Columns) {
  const further = Object.keys(plan.levels)
    .filter((factor) => Object.hasOwn(columns, factor) && factor !== color && factor !== panel);
  const levels = Object.fromEntries(further.map((factor) => [factor, `level of ${factor}`]));
  const runOf = (row: Row): DataRow => ({
    ...Object.fromEntries(further.map((factor) => [levels[factor], row[factor]])),
    ...(row.replicate !== undefined && { replicate: row.replicate }),
  });
  return { levels, runOf };
}

/** One layer with all series; `fieldsOf` gives a row's run and its position, null where it has none. */
function layerOfSeries(
  series: readonly SeriesRows[],
  mark: LinesMark,
  marks: Marks,
  fieldsOf: (row: Row) => DataRow,
): Layer {
  const rows = series.flatMap(({ name, rows }) =>
    rows.map((row, order): DataRow => ({ series: name, order, ...fieldsOf(row) }))
  );
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

function isOnScale(scale: ScaleType, value: CsvValue): boolean {
  return typeof value === "number" && (scale === "linear" || value > 0);
}

function scaleOf(type: ScaleType, values: readonly CsvValue[], column: Column, mark: LinesMark): NumberScale {
  const range = extent(values.filter((value) => isOnScale(type, value)) as number[]) ?? [1, 1];
  // steps need space for what holds before the first
  if (type === "log") return logScale(mark === "steps" ? range[0] / STEP_MARGIN : range[0], range[1]);
  const scale = column.unit === "proportion" ? PROPORTIONS : linearScale(...range);
  const ticks = scale.ticks.filter(({ value }) => column.type !== "integer" || Number.isInteger(value));
  return mark === "point" ? padScale({ ...scale, ticks }, ...range) : { ...scale, ticks };
}
