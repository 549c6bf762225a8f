/** The rows of the truth table in the space of two hidden units, with their paths during training. */
import { unflatten } from "../../../core/network.ts";
import type { Training } from "../../../core/training.ts";
import { rowLabels } from "../../../experiments/define/columns.ts";
import { controlRow, html, labelled, picture, replaceChildren, select, svg } from "../dom.ts";
import type { Frame } from "../worker/recording.ts";
import { drawRow, PLOT_SIZE } from "./decision_surface.ts";
import { activationRange } from "./hidden_units.ts";
import type { LayerOutputs } from "./net_view.ts";
import { HALO, LABEL_SIZE, type LabelledPoint, LINE_HEIGHT, placePointLabels } from "./point_labels.ts";

/** Distance of the points from the edges of the plot, in pixels. */
const PADDING = 22;

/**
 * Creates the plot for the last hidden layer, with a selector for the unit of each axis; undefined if the layer has
 * fewer than two units. `outputs` has the outputs by frame and row.
 */
export function createHiddenSpace(
  title: string,
  { network, rows }: Training,
  frames: readonly Frame[],
  outputs: readonly (readonly LayerOutputs[])[],
) {
  const hidden = network.layers.at(-2);
  if (!hidden || hidden.units < 2) return undefined;
  const labels = rowLabels(rows.length);
  const rowTexts = rows.map(({ targets }, row) => ({ target: targets[0]!, label: labels[row]! }));
  const options = Array.from({ length: hidden.units }, (_, unit) => [unit, `unit ${unit + 1}`] as const);
  const axes = strongestInputs(unflatten(network, frames.at(-1)!.parameters).at(-1)!.W).map((unit) => {
    const selector = select(options, () => draw());
    selector.value = String(unit);
    return selector;
  });
  const label = `${title}: the rows of the truth table in the space of two hidden units`;
  const plot = picture(PLOT_SIZE, PLOT_SIZE, label);
  let currentFrame = 0;
  const draw = () => {
    const units = axes.map(({ value }) => Number(value));
    const points = outputs.map((frame) => frame.map((layers) => units.map((unit) => layers.at(-2)![unit]!)));
    const [low, high] = activationRange(hidden.activation.name, points.flat(2));
    const toPixels = (value: number) => PADDING + (value - low) / (high - low || 1) * (PLOT_SIZE - 2 * PADDING);
    const positionOf = ([x, y]: readonly number[]): Position =>
      Number.isFinite(x) && Number.isFinite(y) ? [toPixels(x!), PLOT_SIZE - toPixels(y!)] : undefined;
    drawSpace(plot, rowTexts, points.slice(0, currentFrame + 1).map((frame) => frame.map(positionOf)));
  };
  return {
    element: html("div", {}, plot, controlRow(labelled("across", axes[0]!), labelled("up", axes[1]!))),
    show(frame: number) {
      currentFrame = frame;
      draw();
    },
  };
}

/** A point of the plot, in pixels; undefined where an output is not finite. */
type Position = readonly [x: number, y: number] | undefined;

/** Draws the rows at their last positions, and their paths; `frames` has the positions by frame and row. */
function drawSpace(
  plot: SVGSVGElement,
  rows: readonly Pick<LabelledPoint, "target" | "label">[],
  frames: readonly (readonly Position[])[],
): void {
  const paths = rows.map((_, row) => {
    const points = frames.flatMap((frame) => frame[row]?.map((v) => v.toFixed(1)).join(",") ?? []);
    return svg("polyline", { points: points.join(" "), fill: "none", stroke: "var(--quiet)", "stroke-width": 1 });
  });
  const last = frames.at(-1)!;
  const visible = rows.flatMap((row, i) => last[i] ? [{ ...row, x: last[i][0], y: last[i][1] }] : []);
  const missing = rows.flatMap(({ label }, i) => last[i] ? [] : [label]);
  const frame = { x: 0.5, y: 0.5, width: PLOT_SIZE - 1, height: PLOT_SIZE - 1, fill: "none", stroke: "var(--rule)" };
  const labelStyle = { ...HALO, "stroke-width": 4, "font-size": LABEL_SIZE, fill: "var(--quiet)" };
  replaceChildren(
    plot,
    svg("rect", frame),
    ...paths,
    ...visible.map(({ x, y, target }) => drawRow(x, y, target)),
    ...placePointLabels(visible, PLOT_SIZE).flatMap(({ x, y, lines }) => {
      const firstY = y - (lines.length - 1) / 2 * LINE_HEIGHT + LABEL_SIZE / 3;
      return lines.map((line, i) => svg("text", { ...labelStyle, x, y: firstY + i * LINE_HEIGHT }, line));
    }),
    missing.length > 0
      ? svg("text", { x: 8, y: 18, "font-size": 12, fill: "var(--quiet)" }, `not finite: ${missing.join(", ")}`)
      : undefined,
  );
}

/** The two inputs of a layer with the largest sums of absolute weights, in their own order. */
function strongestInputs(weights: readonly (readonly number[])[]): number[] {
  const strength = (input: number) => weights.reduce((sum, ofUnit) => sum + Math.abs(ofUnit[input]!), 0);
  const ranked = [...weights[0]!.keys()].sort((a, b) => strength(b) - strength(a));
  return ranked.slice(0, 2).sort((a, b) => a - b);
}
