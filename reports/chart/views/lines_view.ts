import type { Columns, Row } from "../../../experiments/define/columns.ts";
import type { View } from "../../../experiments/define/views.ts";
import type { Draw } from "../drawing.ts";
import { ONE_STYLE, stylesOf } from "../theme.ts";
import { panelTitle, rowsOfTable, splitBy, tableNamed, words } from "../arrange.ts";
import { chartOf, type Layer } from "../frame.ts";
import { extent, linearScale, logScale, type NumberScale, roomyScale, SHARES } from "../scales.ts";
import { endsLayers, endsWidth, lineChannels, pointChannels } from "../series.ts";

const HEIGHT = 240;
/** The most series that are named at the end of their lines, and the longest of such names. */
const MOST_NAMED = 8, LONGEST_NAME = 18;

/** How far in front of its first step a logarithmic axis begins. */
const BEFORE = 1.5;

type LinesMark = NonNullable<Extract<View, { readonly kind: "lines" }>["mark"]>;

/** Lines, steps or dots of a further table, in the order of its rows. */
export const drawLines: Draw<"lines"> = (view, report) => {
  const { table, x, y, color, panel, mark = "line", scale = "linear", yScale = scale } = view;
  const whole = rowsOfTable(report, table), isSteps = mark === "steps";
  // what is before a logarithmic axis begins holds from its edge on until the next step
  const shown = (row: Row) => (isSteps || shownOn(scale, row[x])) && shownOn(yScale, row[y]);
  const names = splitBy(whole, color).map(([name]) => name), styles = color === undefined ? undefined : stylesOf(names);
  const panels = splitBy(whole, panel).map(([value, rows]) => ({
    title: panelTitle(panel, value),
    series: splitBy(rows, color).map(([name, rows]) => ({ name, rows, style: styles?.get(name) ?? ONE_STYLE })),
  }));
  const { columns } = tableNamed(report, table), drawn = whole.filter(shown);
  const across = scaleOf(scale, drawn, x, columns, mark), up = scaleOf(yScale, drawn, y, columns, mark);
  const placeOf = (value: Row[string]) =>
    isSteps && typeof value === "number" ? Math.max(value, across.domain[0]) : value ?? null;
  const left = whole.filter((row) => row[x] !== undefined && row[y] !== undefined && !shown(row)).length;
  const direct = panels.length === 1 && mark === "line" && names.length > 1 && names.length <= MOST_NAMED &&
    names.every((name) => name.length <= LONGEST_NAME);
  return {
    panels: panels.map(({ title, series }) => {
      const values = series.flatMap(({ name, rows }) =>
        rows.map((row, i) => ({ series: name, i, x: placeOf(row[x]), y: shown(row) ? row[y] ?? null : null }))
      );
      const ends = series.flatMap(({ name, style, rows }) => {
        const last = rows.findLast(shown);
        return last ? [{ name, style, y: last[y] as number }] : [];
      });
      const layer = mark !== "point"
        ? {
          data: { values },
          mark: { type: "line", strokeWidth: 2, ...(isSteps && { interpolate: "step-after" }) },
          encoding: { ...lineChannels(series), order: { field: "i", type: "quantitative" } },
        }
        : {
          data: { values: values.filter(({ y }) => y !== null) },
          mark: { type: "point", filled: true, size: 28, opacity: 1, fillOpacity: 0.7 },
          encoding: pointChannels(series),
        };
      return {
        title,
        spec: (room) => {
          const named = direct && room.direct;
          return chartOf({
            x: { scale: across, title: view.xTitle },
            y: { scale: up, title: view.yTitle },
            height: HEIGHT,
            ...(named && { right: endsWidth(ends) }),
            layers: [layer as Layer, ...(named ? endsLayers(ends, up, HEIGHT) : [])],
          }, room.width);
        },
      };
    }),
    front: fullest(panels),
    size: panels.length > 1 ? "several" : "whole",
    ...(color !== undefined && {
      key: {
        title: words(color),
        entries: names.map((name) => ({ name, style: styles!.get(name)!, mark: mark === "point" ? "point" : "line" })),
      },
    }),
    direct,
    source: table,
    derived: false,
    columns,
    rows: whole,
    notes: left > 0 ? [`${left} points at 0 or below have no place on a logarithmic axis.`] : [],
  };
};

/** The first of the panels that have most series. */
function fullest(panels: readonly { readonly series: readonly unknown[] }[]): number {
  const counts = panels.map(({ series }) => series.length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

function shownOn(scale: "linear" | "log", value: Row[string]): boolean {
  return typeof value === "number" && (scale === "linear" || value > 0);
}

function scaleOf(
  type: "linear" | "log",
  rows: readonly Row[],
  column: string,
  columns: Columns,
  mark: LinesMark,
): NumberScale {
  const numbers = rows.map((row) => row[column]).filter((value) => shownOn(type, value)) as number[];
  const range = extent(numbers) ?? [1, 1];
  // steps have room for what holds before the first
  if (type === "log") return logScale(mark === "steps" ? range[0] / BEFORE : range[0], range[1]);
  const { type: kind, unit } = columns[column]!, isWhole = kind === "integer";
  const scale = unit === "share" ? SHARES : linearScale(...range);
  const ticks = scale.ticks.filter(({ value }) => !isWhole || Number.isInteger(value));
  return mark === "point" ? roomyScale({ ...scale, ticks }, ...range) : { ...scale, ticks };
}
