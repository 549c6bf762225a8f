/** A chart of loss over epochs, with a line at the epoch shown. */
import { extent, logScale, type NumberScale, numeral, position, widestLabel } from "../../chart/scales.ts";
import { textWidth } from "../../chart/labels/text_width.ts";
import { picture, setAttributes, svg } from "../dom.ts";

/** A curve of the chart. */
interface LossCurve {
  readonly points: readonly { readonly epoch: number; readonly loss: number }[];
  readonly color: string;
  /** An SVG dash pattern; empty for a solid line. */
  readonly dash: string;
}

const PLOT_HEIGHT = 112;
const MARGIN = { top: 24, right: 24, bottom: 40 };
const FONT_SIZE = 12;
const MAX_DECADES = 8;
/** The axis ends at this multiple of the initial losses: a diverging curve would flatten all others. */
const MAX_GROWTH = 100;

/** Computes the loss axis of curves, given as losses from epoch 0 on, and sentences about what lies outside it. */
export function lossAxis(curves: readonly (readonly number[])[]) {
  const positiveExtent = (losses: readonly number[]) =>
    extent(losses.filter((loss) => loss > 0 && Number.isFinite(loss)));
  const losses = curves.flat();
  const [low, high] = positiveExtent(losses) ?? [0.1, 1];
  const [, initial] = positiveExtent(curves.map(([first]) => first ?? NaN)) ?? [0, high];
  const top = Math.max(low, Math.min(high, initial * MAX_GROWTH));
  const bottom = Math.max(low, top / 10 ** MAX_DECADES);
  const rounded = (loss: number) => numeral(Number(loss.toPrecision(1)));
  return {
    scale: logScale(bottom, top, 5),
    notes: losses.every((loss) => loss === 0) ? ["All values are 0."] : [
      ...(losses.some((loss) => loss < bottom) ? [`Values below ${rounded(bottom)} are drawn at the lower edge.`] : []),
      ...(losses.some((loss) => loss > top) ? [`Values above ${rounded(top)} are drawn at the upper edge.`] : []),
      ...(losses.every(Number.isFinite) ? [] : ["Values from × on are not finite."]),
    ],
  };
}

/**
 * Creates a chart of some width in pixels; both axes are logarithmic, with epoch 0 at the left edge.
 *
 * `onPick` receives the epoch at which the reader points; `notes` are sentences about values outside the scale.
 */
export function createLossChart(
  title: string,
  curves: readonly LossCurve[],
  width: number,
  onPick: (epoch: number) => void,
) {
  const { scale, notes } = lossAxis(curves.map(({ points }) => points.map(({ loss }) => loss)));
  const lastEpoch = Math.max(1, ...curves.map(({ points }) => points.at(-1)!.epoch));
  const plot = plotOf(width, scale, lastEpoch);
  const epochLine = svg("line", { y1: MARGIN.top, y2: plot.bottom, stroke: "var(--ink)", "stroke-width": 1 });
  const element = picture(
    width,
    plot.bottom + MARGIN.bottom,
    title,
    ...axesOf(plot, scale, lastEpoch),
    text({ x: 0, y: 12 }, title),
    ...curves.flatMap((curve) => curveElements(plot, curve)),
    epochLine,
  );
  const pick = ({ clientX, buttons, type }: PointerEvent) => {
    if (type === "pointermove" && buttons === 0) return;
    const box = element.getBoundingClientRect();
    onPick(plot.epochAt((clientX - box.left) * width / box.width));
  };
  element.addEventListener("pointerdown", pick);
  element.addEventListener("pointermove", pick);
  const show = (epoch: number) => setAttributes(epochLine, { x1: plot.x(epoch), x2: plot.x(epoch) });
  return { element, notes, show };
}

type Plot = ReturnType<typeof plotOf>;

/** The rectangle of the curves, in pixels, and its scales. */
function plotOf(width: number, scale: NumberScale, lastEpoch: number) {
  const left = Math.max(28, widestLabel(scale.ticks.map(({ label }) => label)) + 10);
  const right = width - MARGIN.right;
  const bottom = MARGIN.top + PLOT_HEIGHT;
  const clamp = (fraction: number) => Math.min(1, Math.max(0, fraction));
  return {
    left,
    right,
    bottom,
    x: (epoch: number) => left + Math.log1p(epoch) / Math.log1p(lastEpoch) * (right - left),
    y: (loss: number) => bottom - clamp(loss > 0 ? position(scale, loss) : 0) * PLOT_HEIGHT,
    epochAt: (x: number) => Math.round(Math.expm1(clamp((x - left) / (right - left)) * Math.log1p(lastEpoch))),
  };
}

function axesOf({ left, right, bottom, x, y }: Plot, { ticks }: NumberScale, lastEpoch: number): SVGElement[] {
  const epochs = [0, 1, 10, 100, 1000, 10_000, 100_000].filter((epoch) => epoch <= lastEpoch);
  const fitting = epochs.filter((epoch, i) =>
    i === 0 || x(epoch) - x(epochs[i - 1]!) > textWidth(numeral(epoch), FONT_SIZE) + 8
  );
  return [
    ...ticks.flatMap(({ value, label }) => [
      svg("line", { x1: left, x2: right, y1: y(value), y2: y(value), stroke: "var(--rule)" }),
      text({ x: left - 6, y: y(value) + 4, "text-anchor": "end" }, label),
    ]),
    ...fitting.map((epoch) => text({ x: x(epoch), y: bottom + 18, "text-anchor": "middle" }, numeral(epoch))),
    text({ x: (left + right) / 2, y: bottom + 36, "text-anchor": "middle" }, "epochs"),
  ];
}

/** A line through the finite losses, and a cross where the first one is not. */
function curveElements({ x, y }: Plot, { points, color, dash }: LossCurve): SVGElement[] {
  const style = { fill: "none", stroke: color, "stroke-width": 2 };
  const finite = points.filter(({ loss }) => Number.isFinite(loss));
  const line = svg("polyline", {
    ...style,
    points: finite.map(({ epoch, loss }) => `${x(epoch).toFixed(1)},${y(loss).toFixed(1)}`).join(" "),
    "stroke-dasharray": dash || undefined,
    "stroke-linejoin": "round",
  });
  const diverged = points.find(({ loss }) => !Number.isFinite(loss));
  if (!diverged) return [line];
  const cross = `M${x(diverged.epoch).toFixed(1)} ${MARGIN.top}m-5 -5l10 10m0 -10l-10 10`;
  return [line, svg("path", { ...style, d: cross })];
}

function text(attributes: Readonly<Record<string, string | number>>, content: string): SVGTextElement {
  return svg("text", { "font-size": FONT_SIZE, fill: "var(--quiet)", ...attributes }, content);
}
