/** Loss curves of films, with the epoch that is shown. */
import { textWidth } from "../text_width.ts";
import { extent, logScale, numeral, position, widest } from "../views/scales.ts";
import { set, svg } from "./dom.ts";
import type { Frame } from "./film.ts";

/** A curve of the chart. */
export interface Curve {
  readonly frames: readonly Frame[];
  readonly color: string;
  readonly dash?: string;
}

/** A chart of loss over epochs; both axes logarithmic, epoch 0 at the left edge. */
export interface CurveChart {
  readonly element: SVGSVGElement;
  /** Moves the line of the epoch that is shown. */
  show(epoch: number): void;
}

const HEIGHT = 176, BOTTOM = 40, TOP = 24, RIGHT = 24, MOST_DECADES = 8;

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
  const all = curves.flatMap(({ frames }) => frames), end = Math.max(1, ...all.map(({ epoch }) => epoch));
  const [low, high] = extent(all.map(value).filter((y) => y > 0 && Number.isFinite(y))) ?? [0.1, 1];
  const floor = Math.max(low, high / 10 ** MOST_DECADES), scale = logScale(floor, high, 5);
  const edge = all.every((frame) => value(frame) === 0)
    ? ": 0 throughout"
    : all.some((frame) => value(frame) < floor)
    ? `, ${numeral(Number(floor.toPrecision(1)))} and less at the foot`
    : "";
  const left = Math.max(28, widest(scale.ticks.map(({ label }) => label)) + 10);
  const plotWidth = width - left - RIGHT, foot = TOP + HEIGHT;
  const x = (epoch: number) => left + Math.log1p(epoch) / Math.log1p(end) * plotWidth;
  const y = (loss: number) => foot - Math.min(1, Math.max(0, position(scale, Math.max(loss, floor)))) * HEIGHT;
  const text = (at: object, words: string) => svg("text", { "font-size": 12, fill: "var(--quiet)", ...at }, words);
  const powers = [0, 1, 10, 100, 1000, 10000, 100000].filter((epoch) => epoch <= end);
  const fitting = powers.filter((epoch, i) =>
    i === 0 || x(epoch) - x(powers[i - 1]!) > textWidth(numeral(epoch), 12) + 8
  );
  const lines = curves.map(({ frames, color, dash }) => {
    const points = frames.filter((frame) => Number.isFinite(value(frame)))
      .map((frame) => `${x(frame.epoch).toFixed(1)},${y(value(frame)).toFixed(1)}`);
    return svg("polyline", {
      points: points.join(" "),
      fill: "none",
      stroke: color,
      "stroke-width": 2,
      "stroke-dasharray": dash,
      "stroke-linejoin": "round",
    });
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
    text({ x: 0, y: 12 }, title + edge),
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
  return { element, show: (epoch) => set(now, { x1: x(epoch), x2: x(epoch) }) };
}
