/** Loss curves of films, with the epoch that is shown. */
import { textWidth } from "../../chart/text_width.ts";
import { extent, logScale, type NumberScale, numeral, position, widest } from "../../chart/scales.ts";
import { set, svg } from "../dom.ts";
import type { Frame } from "./film.ts";

/** A curve of the chart. */
export interface Curve {
  readonly frames: readonly Frame[];
  readonly color: string;
  /** Lengths of dashes and gaps; empty for a whole line. */
  readonly dash: string;
}

/** A chart of loss over epochs; both axes logarithmic, epoch 0 at the left edge. */
export interface CurveChart {
  readonly element: SVGSVGElement;
  /** What lies beyond its scale, in sentences. */
  readonly beyond: readonly string[];
  /** Moves the line of the epoch that is shown. */
  show(epoch: number): void;
}

const HEIGHT = 176, BOTTOM = 40, TOP = 24, RIGHT = 24;
/** The most decades that the axis spans, and how far above the losses before training it ends. */
const MOST_DECADES = 8, ABOVE_START = 100;

/**
 * The scale of some curves' losses, each from its start on, and what lies beyond it in sentences.
 *
 * One that grows without end would press all others to the foot, so the scale ends a little above the starts.
 */
export function lossScale(curves: readonly (readonly number[])[]): {
  readonly scale: NumberScale;
  readonly beyond: readonly string[];
} {
  const useful = (losses: readonly number[]) => extent(losses.filter((loss) => loss > 0 && Number.isFinite(loss)));
  const all = curves.flat(), [low, high] = useful(all) ?? [0.1, 1];
  const [, start] = useful(curves.map(([first]) => first ?? NaN)) ?? [0, high];
  const top = Math.max(low, Math.min(high, start * ABOVE_START)), floor = Math.max(low, top / 10 ** MOST_DECADES);
  const told = (loss: number) => numeral(Number(loss.toPrecision(1)));
  return {
    scale: logScale(floor, top, 5),
    beyond: all.every((loss) => loss === 0) ? ["All values are 0."] : [
      ...(all.some((loss) => loss < floor) ? [`Values below ${told(floor)} are drawn at the lower edge.`] : []),
      ...(all.some((loss) => loss > top) ? [`Values above ${told(top)} are drawn at the upper edge.`] : []),
      ...(all.every(Number.isFinite) ? [] : ["From × on they are not finite."]),
    ],
  };
}

/** Draws curves on a width in pixels. */
export function curvesOf(
  curves: readonly Curve[],
  { width, title, value, onPick }: {
    readonly width: number;
    readonly title: string;
    readonly value: (frame: Frame) => number;
    readonly onPick: (epoch: number) => void;
  },
): CurveChart {
  const end = Math.max(1, ...curves.map(({ frames }) => frames.at(-1)!.epoch));
  const { scale, beyond } = lossScale(curves.map(({ frames }) => frames.map(value)));
  const left = Math.max(28, widest(scale.ticks.map(({ label }) => label)) + 10);
  const plotWidth = width - left - RIGHT, foot = TOP + HEIGHT;
  const x = (epoch: number) => left + Math.log1p(epoch) / Math.log1p(end) * plotWidth;
  const y = (loss: number) => foot - Math.min(1, Math.max(0, loss > 0 ? position(scale, loss) : 0)) * HEIGHT;
  const text = (at: object, words: string) => svg("text", { "font-size": 12, fill: "var(--quiet)", ...at }, words);
  const powers = [0, 1, 10, 100, 1000, 10000, 100000].filter((epoch) => epoch <= end);
  const fitting = powers.filter((epoch, i) =>
    i === 0 || x(epoch) - x(powers[i - 1]!) > textWidth(numeral(epoch), 12) + 8
  );
  const lines = curves.flatMap(({ frames, color, dash }) => {
    const points = frames.filter((frame) => Number.isFinite(value(frame)))
      .map((frame) => `${x(frame.epoch).toFixed(1)},${y(value(frame)).toFixed(1)}`);
    const look = { fill: "none", stroke: color, "stroke-width": 2 };
    const line = svg("polyline", {
      ...look,
      points: points.join(" "),
      "stroke-dasharray": dash || undefined,
      "stroke-linejoin": "round",
    });
    const gone = frames.find((frame) => !Number.isFinite(value(frame)));
    return [line, gone && svg("path", { ...look, d: `M${x(gone.epoch).toFixed(1)} ${TOP}m-5 -5l10 10m0 -10l-10 10` })];
  });
  const now = svg("line", { y1: TOP, y2: foot, stroke: "var(--ink)", "stroke-width": 1 });
  const element = svg(
    "svg",
    { width, height: foot + BOTTOM, viewBox: `0 0 ${width} ${foot + BOTTOM}`, role: "img", "aria-label": title },
    ...scale.ticks.flatMap(({ value, label }) => [
      svg("line", { x1: left, x2: width - RIGHT, y1: y(value), y2: y(value), stroke: "var(--rule)" }),
      text({ x: left - 6, y: y(value) + 4, "text-anchor": "end" }, label),
    ]),
    ...fitting.map((epoch) => text({ x: x(epoch), y: foot + 18, "text-anchor": "middle" }, numeral(epoch))),
    text({ x: 0, y: 12 }, title),
    text({ x: left + plotWidth / 2, y: foot + 36, "text-anchor": "middle" }, "epochs"),
    ...lines,
    now,
  );
  const pick = ({ clientX, buttons, type }: PointerEvent) => {
    if (type === "pointermove" && buttons === 0) return;
    const box = element.getBoundingClientRect(), at = (clientX - box.left) * width / box.width;
    const share = Math.min(1, Math.max(0, (at - left) / plotWidth));
    onPick(Math.round(Math.expm1(share * Math.log1p(end))));
  };
  element.addEventListener("pointerdown", pick);
  element.addEventListener("pointermove", pick);
  return { element, beyond, show: (epoch) => set(now, { x1: x(epoch), x2: x(epoch) }) };
}
