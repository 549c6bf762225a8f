/** The view of one training: its decision surface, net, hidden space and hidden units, frame by frame. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward } from "../../../core/network.ts";
import { prepare } from "../../../core/train_network.ts";
import type { Training } from "../../../core/training.ts";
import { type Child, html } from "../dom.ts";
import { createDecisionSurface } from "../pictures/decision_surface.ts";
import { createHiddenSpace } from "../pictures/hidden_space.ts";
import { createHiddenUnits } from "../pictures/hidden_units.ts";
import { createNetView } from "../pictures/net_view.ts";
import { inputName, outputsOver, planeOf } from "../pictures/plane.ts";
import type { TrainingRecording } from "../worker/recording.ts";

/** The view. */
export type TrainingView = ReturnType<typeof createTrainingView>;

/** Creates the view of a recording; `heldInputs` gives the values of the inputs that the surface holds constant. */
export function createTrainingView(
  title: string,
  { config, frames }: TrainingRecording,
  heldInputs: ReadonlyMap<number, number>,
) {
  const training = prepare(config);
  const { network, rows } = training;
  const outputs = frames.map(({ parameters }) =>
    rows.map(({ inputs }) => forward(NUMBERS, network, parameters, inputs).a)
  );
  const net = createNetView(title, network, frames, outputs);
  const space = createHiddenSpace(title, training, frames, outputs);
  const surface = surfaceWithUnits(title, training, heldInputs);
  const spaceNote = "Circles are rows with their targets and labels; lines are their paths so far.";
  const panels = [
    surface?.panel,
    panel("The net", net.drawing, net.readout),
    space && panel("Hidden space", space.element, html("p", { class: "note" }, spaceNote)),
  ];
  return {
    element: html(
      "div",
      { class: "training" },
      html("h3", {}, title),
      html("div", { class: "panels" }, ...panels),
      surface?.units,
      net.table,
    ),
    show(frame: number) {
      net.show(frame);
      space?.show(frame);
      surface?.show(frames[frame]!.parameters);
    },
  };
}

/** The decision surface and the outputs of the hidden units over its plane; undefined if there is no plane. */
function surfaceWithUnits(title: string, training: Training, heldInputs: ReadonlyMap<number, number>) {
  const { network, rows, loss } = training;
  const plane = planeOf(training, heldInputs);
  if (!plane) return undefined;
  const { across, up, coordinates } = plane;
  const units = createHiddenUnits(title, network.layers.slice(0, -1));
  const visible = rows.filter(({ inputs }) => [...heldInputs].every(([input, value]) => inputs[input] === value));
  const points = visible.map(({ inputs, targets }) => ({ x: inputs[across]!, y: inputs[up]!, target: targets[0]! }));
  const surface = createDecisionSurface(title, coordinates, points);
  const note = `Across ${inputName(across)}, up ${inputName(up)}. Uncoloured areas are near ½; ` +
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
