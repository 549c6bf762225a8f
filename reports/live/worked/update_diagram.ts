/** A net that shows the numbers of a worked update, step by step. */
import type { Training } from "../../../core/training.ts";
import type { Quantity } from "../../../core/worked/quantity.ts";
import type { WorkedStep } from "../../../core/worked/work_update.ts";
import { numberText } from "../../wire/number_text.ts";
import { replaceChildren, svg } from "../dom.ts";
import { createNetDiagram, type NetLayout, type UnitMark, type WeightMark } from "../pictures/net_diagram.ts";
import type { WorkedUpdate } from "../worker/protocol.ts";

const MAX_WIDTH = 632;
/** Largest distance of two units of a layer, in pixels. */
const MAX_SPACING = 76;
/** Least distance of two units of a layer at which their values fit below them, in pixels. */
const MIN_SPACING_FOR_VALUES = 44;

/** The diagram. */
export interface UpdateDiagram {
  readonly element: SVGSVGElement;
  /** Shows the values known after a step, and highlights the quantities that the step involves. */
  show(step: number): void;
}

/** Creates the diagram of an update, at most as wide as `width` pixels. */
export function createUpdateDiagram(
  { steps, parameters }: WorkedUpdate,
  { network, rows }: Training,
  width: number,
): UpdateDiagram {
  const diagram = createNetDiagram(network, {
    width: Math.min(MAX_WIDTH, width || MAX_WIDTH),
    maxSpacing: MAX_SPACING,
    label: "The net of this update; the text beside it states the step",
  });
  const { layout } = diagram;
  const rowsOfUpdate = new Set(steps.flatMap(({ row }) => row ?? []));
  const onlyRow = rowsOfUpdate.size === 1 ? [...rowsOfUpdate][0] : undefined;
  const labels = svg("g", {
    "font-size": 11,
    "text-anchor": "middle",
    fill: "var(--ink)",
    stroke: "var(--paper)",
    "stroke-width": 6,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  });
  diagram.element.append(labels);
  return {
    element: diagram.element,
    show(step) {
      const row = steps[step]!.row ?? onlyRow, known = steps.slice(0, step + 1);
      const current = parametersAfter(known, parameters);
      const { weights, units } = highlighted(layout, steps[step]!);
      diagram.show(current);
      diagram.highlight(weights.size + units.size > 0 ? weights : undefined, units);
      replaceChildren(
        labels,
        ...(row !== undefined && hasSpaceForValues(layout)
          ? unitLabels(layout, rows[row]!.inputs, known.filter((step) => step.row === row), units)
          : []),
        ...weightLabels(layout.weights.filter(({ parameter }) => weights.has(parameter)), current),
      );
    },
  };
}

/** The parameters, replaced by their new values as far as the steps have defined them. */
function parametersAfter(steps: readonly WorkedStep[], before: readonly number[]): number[] {
  const parameters = [...before];
  for (const { defines, value } of steps) {
    if (defines?.kind === "parameter") parameters[defines.index] = value;
  }
  return parameters;
}

/** The weights and units whose quantities a step defines or mentions. */
export function highlighted(layout: NetLayout, { defines, mentions }: Pick<WorkedStep, "defines" | "mentions">) {
  const weights = new Set<number>(), units = new Set<UnitMark>();
  for (const quantity of [...(defines ? [defines] : []), ...mentions]) {
    if (quantity.kind === "parameter" || quantity.kind === "gradient") weights.add(quantity.index);
    const mark = unitOf(layout, quantity);
    if (mark) units.add(mark);
  }
  return { weights, units };
}

function unitOf({ units }: NetLayout, quantity: Quantity): UnitMark | undefined {
  if (quantity.kind !== "input" && quantity.kind !== "unit") return undefined;
  const [layer, index] = quantity.kind === "input" ? [0, quantity.index] : [quantity.layer + 1, quantity.unit];
  return units.find((mark) => mark.layer === layer && mark.unit === index);
}

function hasSpaceForValues({ units }: NetLayout): boolean {
  return units.every((unit, i) =>
    units.every((other, k) =>
      i === k || other.layer !== unit.layer || Math.abs(other.y - unit.y) >= MIN_SPACING_FOR_VALUES
    )
  );
}

/** Inputs below their circles, and the last two of v, y and δ below each unit. */
function unitLabels(
  layout: NetLayout,
  inputs: readonly number[],
  steps: readonly WorkedStep[],
  emphasized: ReadonlySet<UnitMark>,
): SVGTextElement[] {
  const values = new Map<UnitMark, Map<string, number>>();
  for (const { defines, value } of steps) {
    const mark = defines && unitOf(layout, defines);
    if (!mark || defines.kind !== "unit") continue;
    values.set(mark, (values.get(mark) ?? new Map()).set(defines.letter, value));
  }
  return layout.units.flatMap((mark) => {
    if (mark.unit === "constant") return [];
    if (mark.layer === 0) return [label(mark.x, mark.y + layout.radius + 13, String(inputs[mark.unit]!))];
    const letters = ["v", "y", "δ"].filter((letter) => values.get(mark)?.has(letter)).slice(-2);
    return letters.map((letter, i) => {
      const text = `${letter} ${numberText(values.get(mark)!.get(letter)!, 3)}`;
      return label(mark.x, mark.y + layout.radius + 13 * (i + 1), text, emphasized.has(mark));
    });
  });
}

/** Values on the lines of weights, spread along them so that they don't overlap. */
function weightLabels(weights: readonly WeightMark[], parameters: readonly number[]): SVGTextElement[] {
  return weights.map(({ from, to, parameter }, i) => {
    const fraction = weights.length === 1 ? 0.5 : 0.35 + 0.3 * i / (weights.length - 1);
    const x = from.x + fraction * (to.x - from.x), y = from.y + fraction * (to.y - from.y) + 4;
    return label(x, y, numberText(parameters[parameter]!, 3), true);
  });
}

function label(x: number, y: number, text: string, isBold = false): SVGTextElement {
  return svg("text", { x, y, "font-weight": isBold ? "bold" : undefined }, text);
}
