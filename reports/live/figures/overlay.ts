/** What is drawn over a chart: the series that are left when others are taken out, and the marks of the chosen run. */
import { set, svg } from "../dom.ts";
import type { ChartSpec, LayerSpec, Plot } from "../../wire/figure_data.ts";
import { type DataLayer, type Item, pixelOf } from "./marks.ts";

/** Draws the series that are kept over a veil that hides them all. */
export function keptSeries(
  spec: ChartSpec,
  layers: readonly DataLayer[],
  plot: Plot,
  keeps: (series: string) => boolean,
): SVGElement[] {
  const { left, top, width, height } = plot;
  const around = { x: left - 4, y: top - 4, width: width + 8, height: height + 8 };
  return [
    svg("rect", { ...around, fill: "var(--paper)", opacity: 0.85 }),
    ...layers.flatMap(({ spec: layer, items }) => {
      const kept = items.filter(({ series }) => series !== undefined && keeps(series));
      return layer.mark.type === "line" ? linesOf(spec, layer, kept, plot) : dotsOf(spec, layer, kept, plot);
    }),
  ];
}

/** Sets off the marks of the chosen run or cell: rings around dots and fields, a dark line over lines. */
export function chosenMarks(
  spec: ChartSpec,
  layers: readonly DataLayer[],
  plot: Plot,
  isChosen: (item: Item) => boolean,
): SVGElement[] {
  return layers.flatMap(({ spec: layer, items }) => {
    const chosen = items.filter(isChosen), isOneRun = chosen[0]?.run !== undefined;
    if (layer.mark.type === "line") {
      const look = { stroke: "var(--ink)", "stroke-width": isOneRun ? 2 : 4, opacity: isOneRun ? 1 : 0.35 };
      return linesOf(spec, layer, chosen, plot).map((line) => set(line, look));
    }
    if (layer.mark.type === "rect") return chosen.map((item) => frameOf(spec, layer, plot, item));
    return layer.mark.type === "point" ? chosen.map((item) => ringAt(spec, plot, item)) : [];
  });
}

/** A ring around a mark. */
export function ringAt(spec: ChartSpec, plot: Plot, at: Pick<Item, "x" | "y">): SVGElement {
  const { x, y } = pixelOf(spec, plot, at);
  return svg("circle", { cx: x, cy: y, r: 8, fill: "none", stroke: "var(--ink)", "stroke-width": 2 });
}

/** A frame around a field. */
function frameOf(spec: ChartSpec, { encoding }: LayerSpec, plot: Plot, { row }: Item): SVGElement {
  const end = (channel: string) => Number(row[encoding?.[channel]?.field ?? channel]);
  const a = pixelOf(spec, plot, { x: end("x"), y: end("y") }), b = pixelOf(spec, plot, { x: end("x2"), y: end("y2") });
  const size = { width: Math.abs(b.x - a.x), height: Math.abs(b.y - a.y) };
  const look = { fill: "none", stroke: "var(--ink)", "stroke-width": 3 };
  return svg("rect", { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), ...size, ...look });
}

function linesOf(spec: ChartSpec, layer: LayerSpec, items: readonly Item[], plot: Plot): SVGElement[] {
  const lines = Map.groupBy(items, ({ series, run }) => `${series} ${run}`);
  const { interpolate, strokeWidth = 2, opacity = 1 } = layer.mark as { readonly [name: string]: string | number };
  return [...lines.values()].map((line) => {
    const path = line.map((item) => pixelOf(spec, plot, item)).map(({ x, y }, i) =>
      i === 0 ? `M${x} ${y}` : interpolate === "step-after" ? `H${x}V${y}` : `L${x} ${y}`
    );
    return svg("path", {
      d: path.join(""),
      fill: "none",
      stroke: channel(layer, "color", line[0]!, "var(--ink)"),
      "stroke-dasharray": channel(layer, "strokeDash", line[0]!, ""),
      "stroke-width": strokeWidth,
      opacity,
    });
  });
}

function dotsOf(spec: ChartSpec, layer: LayerSpec, items: readonly Item[], plot: Plot): SVGElement[] {
  const { type, size = 30 } = layer.mark as { readonly type: string; readonly size?: number };
  return items.flatMap((item): SVGElement[] => {
    const { x, y } = pixelOf(spec, plot, item), paint = channel(layer, "color", item, "var(--ink)");
    if (type === "point") return [svg("circle", { cx: x, cy: y, r: Math.sqrt(size / Math.PI), fill: paint })];
    const end = item.row[layer.encoding?.x2?.field ?? "x2"];
    if (type !== "rule" || typeof end !== "number") return [];
    const x2 = pixelOf(spec, plot, { x: end, y: item.y }).x;
    return [svg("line", { x1: x, x2, y1: y, y2: y, stroke: paint, "stroke-width": 2 })];
  });
}

/** What a channel of a layer says of an item's series. */
function channel({ encoding }: LayerSpec, name: string, { series = "" }: Item, otherwise: string): string {
  const scale = encoding?.[name]?.scale, found = scale?.range[scale.domain.indexOf(series)];
  return found === undefined ? otherwise : typeof found === "string" ? found : found.join(" ");
}
