/** What is drawn over a chart: the series that remain when others are hidden, and the marks of the chosen run. */
import type { Chart, Series } from "../../chart/frame.ts";
import type { DataRow, Layer } from "../../chart/layer.ts";
import { shapePath } from "../../chart/key.ts";
import { color } from "../../chart/theme.ts";
import type { Plot } from "../../wire/figure_data.ts";
import { type Mark, pixelOf } from "./marks.ts";

/** An SVG element as data. */
export interface OverlayElement {
  readonly name: "path" | "rect" | "circle";
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** A chart and the rectangle of its plot in the drawing. */
export interface DrawnChart {
  readonly chart: Chart;
  readonly plot: Plot;
}

/** Draws the series that are not hidden, as the chart draws them, over a veil that covers all series. */
export function visibleSeries(drawn: DrawnChart, hidden: readonly string[]): OverlayElement[] {
  const { chart: { layers, series = [] }, plot: { left, top, width, height } } = drawn;
  const area = { x: left - 4, y: top - 4, width: width + 8, height: height + 8 };
  const visible = series.filter(({ name }) => !hidden.includes(name));
  return [
    { name: "rect", attributes: { ...area, fill: color("paper"), opacity: 0.85 } },
    ...layers.filter((layer) => layer.series !== undefined).flatMap((layer) =>
      visible.flatMap((one) => seriesElements(drawn, layer, one))
    ),
  ];
}

function seriesElements(drawn: DrawnChart, layer: Layer, { name, style }: Series): OverlayElement[] {
  const rows = layer.rows.filter((row) => row.series === name);
  const paint = color(style.color);
  const { mark: { type, size = 30, strokeWidth = 1, opacity = 1, fillOpacity = 1 } } = layer;
  if (type === "line") {
    const look = { stroke: paint, "stroke-width": strokeWidth, opacity };
    const dash = layer.series === "dash" ? { "stroke-dasharray": style.dash.join(" ") } : {};
    return linesOf(drawn, layer, rows).map((d) => pathElement(d, { ...look, ...dash }));
  }
  if (type === "point") {
    const d = shapePath(style.shape, size);
    return placed(drawn, rows).map(({ x, y }) => ({
      name: "path",
      attributes: { d, transform: `translate(${x} ${y})`, fill: paint, "fill-opacity": fillOpacity },
    }));
  }
  const rules = rows.map((row) => {
    const [from, to] = placed(drawn, [row, { x: row.x2, y: row.y }]);
    return from && to ? `M${from.x} ${from.y}H${to.x}` : "";
  });
  return [pathElement(rules.join(""), { stroke: paint, "stroke-width": strokeWidth })];
}

/** Highlights the marks of the chosen run or setting: rings around dots, frames around fields, a dark line over lines. */
export function chosenMarks(
  drawn: DrawnChart,
  marks: readonly Mark[],
  isChosen: (mark: Mark) => boolean,
): OverlayElement[] {
  const byLayer = Map.groupBy(marks.filter(isChosen), ({ layer }) => layer);
  return [...byLayer].flatMap(([layer, chosen]) => {
    if (layer.mark.type === "rect") return chosen.map((mark) => frameOf(drawn, mark));
    if (layer.mark.type !== "line") return chosen.map((mark) => ringAround(drawn, mark));
    const isOneRun = chosen[0]!.replicate !== undefined;
    const look = { stroke: color("ink"), "stroke-width": isOneRun ? 2 : 4, opacity: isOneRun ? 1 : 0.35 };
    return linesOf(drawn, layer, chosen.map(({ row }) => row)).map((d) => pathElement(d, look));
  });
}

/** A ring around a mark. */
export function ringAround({ chart, plot }: DrawnChart, mark: Pick<Mark, "x" | "y">): OverlayElement {
  const { x, y } = pixelOf(chart, plot, mark);
  return { name: "circle", attributes: { cx: x, cy: y, r: 8, fill: "none", stroke: color("ink"), "stroke-width": 2 } };
}

/** A frame around a field. */
function frameOf({ chart, plot }: DrawnChart, { row }: Mark): OverlayElement {
  const a = pixelOf(chart, plot, { x: Number(row.x), y: Number(row.y) });
  const b = pixelOf(chart, plot, { x: Number(row.x2), y: Number(row.y2) });
  const corner = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) };
  const size = { width: Math.abs(b.x - a.x), height: Math.abs(b.y - a.y) };
  return { name: "rect", attributes: { ...corner, ...size, fill: "none", stroke: color("ink"), "stroke-width": 3 } };
}

/** The outline of each line among rows: one per series and run, interrupted where a row has no position. */
function linesOf(drawn: DrawnChart, { mark: { interpolate } }: Layer, rows: readonly DataRow[]): string[] {
  const lines = Map.groupBy(rows, ({ series, detail }) => JSON.stringify([series, detail]));
  return [...lines.values()].map((line) => {
    let isStart = true;
    return line.map((row) => {
      const [point] = placed(drawn, [row]);
      const command = isStart ? "M" : "L";
      isStart = point === undefined;
      if (!point) return "";
      const { x, y } = point;
      return command === "L" && interpolate === "step-after" ? `H${x}V${y}` : `${command}${x} ${y}`;
    }).join("");
  });
}

/** The positions of rows in pixels; rows without one are left out. */
function placed({ chart, plot }: DrawnChart, rows: readonly DataRow[]) {
  return rows.flatMap(({ x, y }) =>
    typeof x === "number" && typeof y === "number" ? [pixelOf(chart, plot, { x, y })] : []
  );
}

function pathElement(d: string, look: OverlayElement["attributes"]): OverlayElement {
  return { name: "path", attributes: { d, fill: "none", ...look } };
}
