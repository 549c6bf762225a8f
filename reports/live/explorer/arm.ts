/** One training of the explorer: its decision surface, net, hidden space and hidden units, frame by frame. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward } from "../../../core/network.ts";
import { prepare } from "../../../core/train_network.ts";
import { rowLabels } from "../../../experiments/records.ts";
import { type Child, html } from "../dom.ts";
import type { Film } from "./film.ts";
import { spaceOf, strongestInputs } from "../pictures/hidden_space.ts";
import { hiddenUnitsOf } from "../pictures/hidden_units.ts";
import { netOf } from "../pictures/net_view.ts";
import { answersOver, inputName, planeOf } from "../pictures/plane.ts";
import { surfaceOf } from "../pictures/decision_surface.ts";

/** An arm on the page. */
export interface Arm {
  readonly element: HTMLElement;
  /** Shows a frame. */
  show(frame: number): void;
}

/** What a decision surface and a hidden space show besides what their keys say. */
const SURFACE = "Without colour it is about ½; circles are rows with their targets.";
const SPACE = "Circles are rows with their targets, by name; the lines are the ways that they came.";

/** The arm of a film; `held` has the values of the inputs that are not on the plane. */
export function armOf(title: string, { config, frames }: Film, held: ReadonlyMap<number, number>): Arm {
  const training = prepare(config), { network, rows, loss } = training, labels = rowLabels(rows.length);
  const passes = frames.map(({ parameters }) =>
    rows.map(({ inputs }) => forward(NUMBERS, network, parameters, inputs).a)
  );
  const net = netOf(title, network, frames, passes, labels);
  const last = network.layers.length - 2, hasSpace = last >= 0 && network.layers[last]!.units > 1;
  const space = hasSpace
    ? spaceOf(title, {
      passes: passes.map((pass) => pass.map((a) => a[last + 1]!)),
      rows: rows.map(({ targets }, row) => ({ target: targets[0]!, label: labels[row]! })),
      activation: network.layers[last]!.activation.name,
      strongest: strongestInputs(network.layers[last + 1]!, frames.at(-1)!.parameters),
    })
    : undefined;
  const plane = planeOf(training, held), units = plane && hiddenUnitsOf(title, network.layers.slice(0, -1));
  const points = rows.filter(({ inputs }) => [...held].every(([input, value]) => inputs[input] === value));
  const surface = plane && surfaceOf(
    title,
    plane.places,
    points.map(({ inputs, targets }) => ({ x: inputs[plane.across]!, y: inputs[plane.up]!, target: targets[0]! })),
  );

  const panel = (name: string, ...children: readonly Child[]) =>
    html("div", { class: "panel" }, html("p", { class: "panel-title" }, name), ...children);
  const axes = plane && `Across ${inputName(plane.across)}, up ${inputName(plane.up)}. ${SURFACE}`;
  return {
    element: html(
      "div",
      { class: "arm" },
      html("h3", {}, title),
      html(
        "div",
        { class: "panels" },
        surface && panel("Decision surface", surface.element, html("p", { class: "note" }, axes)),
        panel("The net", net.drawing, net.readout),
        space && panel("Hidden space", space.element, html("p", { class: "note" }, SPACE)),
      ),
      units?.element,
      net.table,
    ),
    show(frame) {
      net.show(frame);
      space?.show(frame);
      if (!plane || !surface) return;
      const answers = answersOver(plane, network, frames[frame]!.parameters);
      surface.show(answers.at(-1)![0]!.map((y) => loss.probability(NUMBERS, y)));
      units?.show(answers);
    },
  };
}
