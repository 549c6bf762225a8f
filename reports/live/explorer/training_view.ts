/** The view of one training: its decision surface, net, hidden space and hidden units, frame by frame. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward } from "../../../core/network.ts";
import { prepare } from "../../../core/train_network.ts";
import type { Training } from "../../../core/training.ts";
import { type Child, html } from "../dom.ts";
import { createDecisionSurface } from "../pictures/decision_surface.ts";
import { createHiddenSpace, strongestInputs } from "../pictures/hidden_space.ts";
import { createHiddenUnits } from "../pictures/hidden_units.ts";
import { createNetView, type LayerOutputs } from "../pictures/net_view.ts";
import { inputName, outputsOver, planeOf } from "../pictures/plane.ts";
import type { Frame, TrainingRecording } from "../worker/recording.ts";
import { rowLabels } from "../../../experiments/define/columns.ts";

/** The view. */
export interface TrainingView {
  readonly element: HTMLElement;
  show(frame: number): void;
}

/** Creates the view of a recording; `heldInputs` gives the values of the inputs that the surface holds constant. */
export function createTrainingView(
  title: string,
  { config, frames }: TrainingRecording,
  heldInputs: ReadonlyMap<number, number>,
): TrainingView {
  const training = prepare(config), { network, rows } = training;
  const outputs = frames.map(({ parameters }) =>
    rows.map(({ inputs }) => forward(NUMBERS, network, parameters, inputs).a)
  );
  const net = createNetView(title, network, frames, outputs, rowLabels(rows.length));
  const space = hiddenSpace(title, training, frames, outputs);
  const surface = surfaceWithUnits(title, training, heldInputs);
  const panels = [surface?.panel, panel("The net", net.drawing, net.readout), space?.panel];
  return {
    element: html(
      "div",
      { class: "training" },
      html("h3", {}, title),
      html("div", { class: "panels" }, ...panels),
      surface?.units,
      net.table,
    ),
    show(frame) {
      net.show(frame);
      space?.show(frame);
      surface?.show(frames[frame]!.parameters);
    },
  };
}

/** The rows in the space of the last hidden layer; undefined if it has fewer than two units. */
function hiddenSpace(
  title: string,
  { network, rows }: Training,
  frames: readonly Frame[],
  outputs: readonly (readonly LayerOutputs[])[],
) {
  const hidden = network.layers.at(-2), labels = rowLabels(rows.length);
  if (!hidden || hidden.units < 2) return undefined;
  const space = createHiddenSpace(title, {
    outputs: outputs.map((frame) => frame.map((layers) => layers.at(-2)!)),
    rows: rows.map(({ targets }, row) => ({ target: targets[0]!, label: labels[row]! })),
    activation: hidden.activation.name,
    axes: strongestInputs(network.layers.at(-1)!, frames.at(-1)!.parameters),
  });
  const note = "Circles are rows with their targets and labels; lines are their paths so far.";
  return { panel: panel("Hidden space", space.element, html("p", { class: "note" }, note)), show: space.show };
}

/** The decision surface and the outputs of the hidden units over its plane; undefined if there is no plane. */
function surfaceWithUnits(
  title: string,
  training: Training,
  heldInputs: ReadonlyMap<number, number>,
) {
  const { network, rows, loss } = training, plane = planeOf(training, heldInputs);
  if (!plane) return undefined;
  const units = createHiddenUnits(title, network.layers.slice(0, -1));
  const visible = rows.filter(({ inputs }) => [...heldInputs].every(([input, value]) => inputs[input] === value));
  const surface = createDecisionSurface(
    title,
    plane.coordinates,
    visible.map(({ inputs, targets }) => ({ x: inputs[plane.across]!, y: inputs[plane.up]!, target: targets[0]! })),
  );
  const note = `Across ${inputName(plane.across)}, up ${inputName(plane.up)}. Uncoloured areas are near ½; ` +
    "circles are rows with their targets.";
  return {
    panel: panel("Decision surface", surface.element, html("p", { class: "note" }, note)),
    units: units?.element,
    show(parameters: readonly number[]) {
      const outputs = outputsOver(plane, network, parameters);
      surface.show(outputs.at(-1)![0]!.map((y) => loss.probability(NUMBERS, y)));
      units?.show(outputs);
    },
  };
}

function panel(title: string, ...children: readonly Child[]): HTMLElement {
  return html("div", { class: "panel" }, html("p", { class: "panel-title" }, title), ...children);
}
