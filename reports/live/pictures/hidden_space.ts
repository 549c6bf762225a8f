/** The rows of the truth table in the space of two hidden units, with their paths during training. */
import type { Layer } from "../../../core/network.ts";
import { html, labelled, replaceChildren, select, svg } from "../dom.ts";
import { rangeOf } from "./activation_range.ts";
import { drawRow, PLOT_SIZE } from "./decision_surface.ts";
import { LABEL_SIZE, LINE_HEIGHT, placePointLabels } from "./point_labels.ts";

/** Distance of the points from the edges of the plot, in pixels. */
const PADDING = 22;

/** A row of the truth table. */
interface LabelledRow {
  readonly target: number;
  readonly label: string;
}

/** What the space shows. */
interface HiddenSpaceData {
  /** Outputs of the hidden units, by frame and row. */
  readonly outputs: readonly (readonly (readonly number[])[])[];
  readonly rows: readonly LabelledRow[];
  readonly activation: string;
  /** The two units shown first. */
  readonly axes: readonly number[];
}

/** Creates the plot, with a selector for the unit of each axis. */
export function createHiddenSpace(title: string, { outputs, rows, activation, axes }: HiddenSpaceData) {
  const [xAxis, yAxis] = axes.map((unit) => unitSelector(outputs[0]![0]!.length, unit, () => draw()));
  const plot = svg("svg", {
    viewBox: `0 0 ${PLOT_SIZE} ${PLOT_SIZE}`,
    width: PLOT_SIZE,
    height: PLOT_SIZE,
    class: "space",
    role: "img",
    "aria-label": `${title}: the rows of the truth table in the space of two hidden units`,
  });
  let currentFrame = 0;
  const draw = () => {
    const units = [Number(xAxis!.value), Number(yAxis!.value)] as const;
    const values = outputs.flatMap((frame) => frame.flatMap((unitOutputs) => units.map((unit) => unitOutputs[unit]!)));
    const positionOf = positions(units, rangeOf(activation, values));
    const positionsAt = (frame: readonly (readonly number[])[]) => frame.map(positionOf);
    drawSpace(plot, rows, outputs.slice(0, currentFrame + 1).map(positionsAt));
  };
  const controls = html("div", { class: "controls" }, labelled("across", xAxis!), labelled("up", yAxis!));
  return {
    element: html("div", {}, plot, controls),
    show(frame: number) {
      currentFrame = frame;
      draw();
    },
  };
}

function unitSelector(units: number, selected: number, onChange: () => void): HTMLSelectElement {
  const selector = select(Array.from({ length: units }, (_, unit) => [unit, `unit ${unit + 1}`]));
  selector.value = String(selected);
  selector.addEventListener("change", onChange);
  return selector;
}

/** A point of the plot, in pixels; undefined where an output is not finite. */
type Position = readonly [x: number, y: number] | undefined;

function positions([across, up]: readonly [number, number], [low, high]: readonly [number, number]) {
  const toPixels = (value: number) => PADDING + (value - low) / (high - low || 1) * (PLOT_SIZE - 2 * PADDING);
  return (outputs: readonly number[]): Position => {
    const x = outputs[across]!, y = outputs[up]!;
    return Number.isFinite(x) && Number.isFinite(y) ? [toPixels(x), PLOT_SIZE - toPixels(y)] : undefined;
  };
}

/** Draws the rows at their last positions, and their paths; `frames` has the positions by frame and row. */
function drawSpace(plot: SVGSVGElement, rows: readonly LabelledRow[], frames: readonly (readonly Position[])[]): void {
  const paths = rows.map((_, row) => {
    const points = frames.flatMap((frame) => frame[row]?.map((v) => v.toFixed(1)).join(",") ?? []);
    return svg("polyline", { points: points.join(" "), fill: "none", stroke: "var(--quiet)", "stroke-width": 1 });
  });
  const last = frames.at(-1)!;
  const visible = rows.flatMap((row, i) => last[i] ? [{ ...row, x: last[i][0], y: last[i][1] }] : []);
  const missing = rows.flatMap(({ label }, i) => last[i] ? [] : [label]);
  const frame = { x: 0.5, y: 0.5, width: PLOT_SIZE - 1, height: PLOT_SIZE - 1, fill: "none", stroke: "var(--rule)" };
  replaceChildren(
    plot,
    svg("rect", frame),
    ...paths,
    ...visible.map(({ x, y, target }) => drawRow(x, y, target)),
    ...placePointLabels(visible, PLOT_SIZE).flatMap(({ x, y, lines }) => {
      const firstY = y - (lines.length - 1) / 2 * LINE_HEIGHT + LABEL_SIZE / 3;
      return lines.map((line, i) => svg("text", { ...LABEL_STYLE, x, y: firstY + i * LINE_HEIGHT }, line));
    }),
    missing.length > 0
      ? svg("text", { x: 8, y: 18, "font-size": 12, fill: "var(--quiet)" }, `not finite: ${missing.join(", ")}`)
      : undefined,
  );
}

/** A wide stroke in the colour of the paper keeps labels legible on lines. */
const LABEL_STYLE = {
  stroke: "var(--paper)",
  "stroke-width": 4,
  "stroke-linejoin": "round",
  "paint-order": "stroke",
  "text-anchor": "middle",
  "font-size": LABEL_SIZE,
  fill: "var(--quiet)",
};

/** The two inputs of a layer with the largest sums of absolute weights, in their own order. */
export function strongestInputs({ inputs, units, weights }: Layer, parameters: readonly number[]): number[] {
  const strengths = Array.from({ length: inputs }, (_, input) => {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += Math.abs(parameters[weights + unit * inputs + input]!);
    return sum;
  });
  const ranked = [...strengths.keys()].sort((a, b) => strengths[b]! - strengths[a]!);
  return ranked.slice(0, 2).sort((a, b) => a - b);
}
