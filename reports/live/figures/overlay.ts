/** What is drawn over a chart: covers of hidden series, the series that remain, and the marks of the chosen run. */
import type { Chart, Series } from "../../chart/frame.ts";
import type { DataRow, Layer } from "../../chart/layer.ts";
import { shapePath } from "../../chart/key.ts";
import { textWidth } from "../../chart/labels/text_width.ts";
import { color, FONT_SIZE } from "../../chart/theme.ts";
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

/** How much of a hidden series its cover hides. */
const COVER_OPACITY = 0.85;
/** How much wider a cover is than what it hides, in pixels: edges are smoothed. */
const COVER_MARGIN = 1;

/**
 * Fades the hidden series and their labels, and draws the others again, as the chart draws them.
 *
 * A cover has the shape of its series, so that axes and gridlines stay as they are.
 */
export function fadeSeries(drawn: DrawnChart, hidden: readonly string[]): OverlayElement[] {
  const { layers, series = [] } = drawn.chart;
  const isHidden = ({ name }: Pick<Series, "name">) => hidden.includes(name);
  const elementsOf = (isCover: boolean) =>
    layers.filter((layer) => layer.series !== undefined).flatMap((layer) =>
      series.filter((one) => isHidden(one) === isCover).flatMap((one) => seriesElements(drawn, layer, one, isCover))
    );
  const labels = layers.filter((layer) => layer.series === undefined).flatMap((layer) =>
    labelCovers(drawn, layer, layer.rows.filter(({ series }) => isHidden({ name: String(series) })))
  );
  return [...elementsOf(true), ...labels, ...elementsOf(false)];
}

/** The elements of a series in a layer, or what covers them. */
function seriesElements(drawn: DrawnChart, layer: Layer, { name, style }: Series, isCover: boolean): OverlayElement[] {
  const rows = layer.rows.filter((row) => row.series === name);
  const paint = color(isCover ? "paper" : style.color);
  const { mark: { type, size = 30, strokeWidth = 1, opacity = 1, fillOpacity = 1 } } = layer;
  const width = strokeWidth + (isCover ? COVER_MARGIN : 0);
  if (type === "line") {
    const look = { stroke: paint, "stroke-width": width, opacity: isCover ? COVER_OPACITY : opacity };
    const dash = layer.series === "dash" ? { "stroke-dasharray": style.dash.join(" ") } : {};
    return linesOf(drawn, layer, rows).map((d) => pathElement(d, { ...look, ...dash }));
  }
  if (type === "point") {
    const d = shapePath(style.shape, size);
    const look = isCover
      ? { fill: paint, "fill-opacity": COVER_OPACITY, stroke: paint, "stroke-width": COVER_MARGIN }
      : { fill: paint, "fill-opacity": fillOpacity };
    return placed(drawn, rows).map(({ x, y }) => ({
      name: "path",
      attributes: { d, transform: `translate(${x} ${y})`, ...look },
    }));
  }
  const rules = rows.map((row) => {
    const [from, to] = placed(drawn, [row, { x: row.x2, y: row.y }]);
    return from && to ? `M${from.x} ${from.y}H${to.x}` : "";
  });
  return [pathElement(rules.join(""), { stroke: paint, "stroke-width": width, opacity: isCover ? COVER_OPACITY : 1 })];
}

/** Covers of the labels of hidden series and of the lines that connect them. */
function labelCovers(drawn: DrawnChart, { mark }: Layer, rows: readonly DataRow[]): OverlayElement[] {
  const offsetOf = (name: string) => Number(mark[name] ?? 0);
  return rows.flatMap((row): OverlayElement[] => {
    const [at, end] = placed(drawn, [row, { x: row.x2, y: row.y2 }]);
    if (!at) return [];
    if (mark.type === "text") {
      const text = String(row.text);
      const size = { width: textWidth(text, FONT_SIZE) + 2, height: FONT_SIZE + 2 };
      const corner = { x: at.x + offsetOf("dx") - 1, y: at.y - size.height / 2 };
      return [{ name: "rect", attributes: { ...corner, ...size, fill: color("paper"), opacity: COVER_OPACITY } }];
    }
    if (!end) return [];
    const d = `M${at.x + offsetOf("xOffset")} ${at.y}L${end.x + offsetOf("x2Offset")} ${end.y}`;
    return [pathElement(d, { stroke: color("paper"), "stroke-width": 1 + COVER_MARGIN, opacity: COVER_OPACITY })];
  });
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
