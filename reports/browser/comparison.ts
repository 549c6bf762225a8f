/** The loss curves of one film, or of two to compare. */
import { type CurveChart, curvesOf } from "./curve.ts";
import { html } from "./dom.ts";
import type { Film } from "./film.ts";

/** Width of the chart in pixels, from … to. */
const WIDTH = [280, 960] as const;

/** As wide as a chart is in such room. */
export function widthIn(room: number): number {
  return Math.max(WIDTH[0], Math.min(WIDTH[1], room));
}

/** The chart with its key; films of different losses are compared by their squared errors. */
export function comparisonOf(
  films: readonly Film[],
  room: number,
  onPick: (epoch: number) => void,
): { readonly chart: CurveChart; readonly key: HTMLElement | undefined } {
  const [{ config: { loss } }] = films as readonly [Film],
    same = films.every(({ config }) => loss && config.loss?.name === loss.name);
  const curves = films.map(({ frames }, i) =>
    i === 0 ? { frames, color: "var(--blue)" } : { frames, color: "var(--vermillion)", dash: "7 3" }
  );
  const chart = curvesOf(curves, {
    width: widthIn(room),
    title: same ? "training loss" : "mean squared error",
    value: (frame) => same ? frame.loss : frame.meanSquaredError,
    onPick,
  });
  const entries = ["whole: as in the suite", "dashed: with your settings"].map((text) => html("li", {}, text));
  const key = html("div", { class: "key" }, html("span", {}, "line:"), html("ul", {}, ...entries));
  return { chart, key: films.length > 1 ? key : undefined };
}
