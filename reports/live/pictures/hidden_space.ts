/** The rows of the data in the space of two hidden units, with their paths during training. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, unflatten } from "../../../core/network.ts";
import type { Training } from "../../../core/training.ts";
import { rowLabels } from "../../../experiments/define/columns.ts";
import { controlRow, html, labelled, picture, replaceChildren, select, svg } from "../dom.ts";
import { texts } from "../lab/page_texts.ts";
import { drawRow, PLOT_SIZE } from "./decision_surface.ts";
import { activationRange } from "./hidden_units.ts";
import { HALO, LABEL_SIZE, type LabelledPoint, LINE_HEIGHT, placePointLabels } from "./point_labels.ts";

/** Distance of the points from the edges of the plot, in pixels. */
const PADDING = 22;
/** Up to this many rows have labels and paths. */
const MAX_LABELLED = 8;

const words = texts.net;

/** Creates the plot for the last hidden layer, with a list of units for each axis; undefined if it has fewer than two. */
export function createHiddenSpace({ network, rows }: Training, onChange: () => void) {
  const hidden = network.layers.at(-2);
  if (!hidden || hidden.units < 2) return undefined;
  const options = Array.from({ length: hidden.units }, (_, unit) => [unit, words.unit(unit + 1)] as const);
  const axes = [0, 1].map((unit) => {
    const list = select(options, () => {
      isChosen = true;
      onChange();
    });
    list.value = String(unit);
    return list;
  });
  const labels = rowLabels(rows.length);
  const rowTexts = rows.map(({ targets }, row) => ({ target: targets[0]!, label: labels[row]! }));
  const plot = picture(PLOT_SIZE, PLOT_SIZE, words.hiddenSpace);
  const outputsOf = (parameters: readonly number[]) =>
    rows.map(({ inputs }) => forward(NUMBERS, network, parameters, inputs).a.at(-2)!);
  let isChosen = false, known: Outputs[] = [], subject: unknown;
  return {
    element: html("div", {}, plot, controlRow(labelled(words.across, axes[0]!), labelled(words.up, axes[1]!))),
    /** Shows the rows after `parametersAt(last)`, and where they were before. The net is the same while `net` is. */
    show(net: unknown, last: number, parametersAt: (frame: number) => readonly number[]) {
      if (net !== subject) [known, subject] = [[], net];
      const first = rows.length <= MAX_LABELLED ? 0 : last;
      for (let frame = first; frame <= last; frame++) known[frame] ??= outputsOf(parametersAt(frame));
      if (!isChosen) {
        const units = strongestInputs(unflatten(network, parametersAt(last)).at(-1)!.W);
        axes.forEach((axis, i) => axis.value = String(units[i]!));
      }
      const units = axes.map(({ value }) => Number(value));
      const points = known.slice(first, last + 1).map((frame) =>
        frame.map((outputs) => units.map((unit) => outputs[unit]!))
      );
      const [low, high] = activationRange(hidden.activation.name, points.flat(2));
      const toPixels = (value: number) => PADDING + (value - low) / (high - low || 1) * (PLOT_SIZE - 2 * PADDING);
      const positionOf = ([x, y]: readonly number[]): Position =>
        Number.isFinite(x) && Number.isFinite(y) ? [toPixels(x!), PLOT_SIZE - toPixels(y!)] : undefined;
      drawSpace(plot, rowTexts, points.map((frame) => frame.map(positionOf)));
    },
  };
}

/** The outputs of the layer by row and unit. */
type Outputs = readonly (readonly number[])[];

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
  const placed = rows.length > MAX_LABELLED ? [] : placePointLabels(visible, PLOT_SIZE);
  replaceChildren(
    plot,
    svg("rect", frame),
    ...(frames.length > 1 ? paths : []),
    ...visible.map(({ x, y, target }) => drawRow(x, y, target, rows.length)),
    ...placed.flatMap(({ x, y, lines }) => {
      const firstY = y - (lines.length - 1) / 2 * LINE_HEIGHT + LABEL_SIZE / 3;
      return lines.map((line, i) => svg("text", { ...labelStyle, x, y: firstY + i * LINE_HEIGHT }, line));
    }),
    missing.length > 0
      ? svg("text", { x: 8, y: 18, "font-size": 12, fill: "var(--quiet)" }, words.rowsNotFinite(missing))
      : undefined,
  );
}

/** The two inputs of a layer with the largest sums of absolute weights, in their own order. */
function strongestInputs(weights: readonly (readonly number[])[]): number[] {
  const strength = (input: number) => weights.reduce((sum, ofUnit) => sum + Math.abs(ofUnit[input]!), 0);
  const ranked = [...weights[0]!.keys()].sort((a, b) => strength(b) - strength(a));
  return ranked.slice(0, 2).sort((a, b) => a - b);
}
