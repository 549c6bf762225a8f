/** The loss curves of one film, or of two to compare. */
import type { KeyEntry } from "../../chart/drawing.ts";
import { color } from "../../chart/theme.ts";
import { type CurveChart, curvesOf } from "./loss_chart.ts";
import { html } from "../dom.ts";
import type { Film } from "./film.ts";
import { keyOf } from "../pictures/live_key.ts";

/** Width of the chart in pixels, from … to. */
const WIDTH = [280, 960] as const;

/** How the suite's own training and the reader's are drawn. */
const ENTRIES: readonly KeyEntry[] = [
  { name: "as in the suite", style: { color: "blue", dash: [], shape: "circle" }, mark: "line" },
  { name: "with your settings", style: { color: "vermillion", dash: [7, 3], shape: "circle" }, mark: "line" },
];

/** As wide as a chart is in such room. */
export function widthIn(room: number): number {
  return Math.max(WIDTH[0], Math.min(WIDTH[1], room));
}

/** The chart with its key and what must be known besides; films of different losses are compared by their squared errors. */
export function comparisonOf(
  films: readonly Film[],
  room: number,
  onPick: (epoch: number) => void,
): { readonly chart: CurveChart; readonly key: HTMLElement | undefined; readonly note: HTMLElement | undefined } {
  const [{ config: { loss } }] = films as readonly [Film],
    same = films.every(({ config }) => loss && config.loss?.name === loss.name);
  const curves = films.map(({ frames }, i) => {
    const { style } = ENTRIES[i]!;
    return { frames, color: color(style.color), dash: style.dash.join(" ") };
  });
  const chart = curvesOf(curves, {
    width: widthIn(room),
    title: same ? "training loss" : "mean squared error",
    value: (frame) => same ? frame.loss : frame.meanSquaredError,
    onPick,
  });
  return {
    chart,
    key: films.length > 1 ? keyOf({ title: "line", entries: ENTRIES }) : undefined,
    note: chart.beyond.length > 0 ? html("p", { class: "note" }, chart.beyond.join(" ")) : undefined,
  };
}
