/** A net that shows the numbers of a worked update, step by step. */
import type { Training } from "../../../core/training.ts";
import { deltaSymbolFor, type Quantity } from "../../../core/worked/quantity.ts";
import type { WorkedStep } from "../../../core/worked/work_update.ts";
import { formatSignificant } from "../../../experiments/format.ts";
import { replaceChildren, svg } from "../dom.ts";
import { createNetDiagram, type NetLayout, type UnitMark, type WeightMark } from "../pictures/net_diagram.ts";
import { HALO, LABEL_SIZE } from "../pictures/point_labels.ts";
import type { BeatStep } from "./beats.ts";
import type { WorkedUpdate } from "../worker/page_worker.ts";

const MAX_WIDTH = 632;
/** Largest distance of two units of a layer, in pixels. */
const MAX_SPACING = 76;
/** Least distance of two units of a layer at which their values fit below them, in pixels. */
const MIN_SPACING_FOR_VALUES = 44;

/** More weights than this are not labelled with their values. */
const MAX_WEIGHT_LABELS = 9;

/** The diagram. */
export type UpdateDiagram = ReturnType<typeof createUpdateDiagram>;

/** Creates the diagram of an update, at most as wide as `width` pixels. */
export function createUpdateDiagram(
  { steps, parameters, delta }: WorkedUpdate,
  { network, rows, loss }: Training,
  width: number,
) {
  const deltaSymbol = deltaSymbolFor(loss, delta);
  const caption = "The net of this update; the text beside it states the step";
  const diagram = createNetDiagram(caption, network, Math.min(MAX_WIDTH, width || MAX_WIDTH), MAX_SPACING);
  const { layout } = diagram;
  const labels = svg("g", { ...HALO, "stroke-width": 6, "font-size": LABEL_SIZE, fill: "var(--ink)" });
  diagram.element.append(labels);
  return {
    element: diagram.element,
    /**
     * Shows the values of a row known after some steps, and highlights the quantities that these involve.
     *
     * The value of the step that the reader is asked for is not shown.
     */
    show(shown: readonly BeatStep[], row: number, asked?: BeatStep) {
      const last = shown.at(-1);
      if (!last) return;
      const known = steps.slice(0, last.index + 1).filter((step) => step !== asked?.step);
      const current = parametersAfter(known, parameters);
      const parts = shown.map(({ step }) => highlighted(layout, step));
      const weights = new Set(parts.flatMap(({ weights }) => [...weights]));
      const units = new Set(parts.flatMap(({ units }) => [...units]));
      diagram.show(current);
      diagram.highlight(weights.size + units.size > 0 ? weights : undefined, shown.length > 1 ? new Set() : units);
      replaceChildren(
        labels,
        ...(layout.spacing >= MIN_SPACING_FOR_VALUES
          ? unitLabels(layout, rows[row]!.inputs, known.filter((step) => step.row === row), units, deltaSymbol)
          : []),
        ...(weights.size <= MAX_WEIGHT_LABELS
          ? weightLabels(layout.weights.filter(({ parameter }) => weights.has(parameter)), current)
          : []),
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
  const quantities = defines ? [defines, ...mentions] : mentions;
  const ofWeights = quantities.filter((quantity) => quantity.kind === "parameter" || quantity.kind === "gradient");
  return {
    weights: new Set(ofWeights.map(({ index }) => index)),
    units: new Set(quantities.flatMap((quantity) => unitOf(layout, quantity) ?? [])),
  };
}

function unitOf({ units }: NetLayout, quantity: Quantity): UnitMark | undefined {
  if (quantity.kind !== "input" && quantity.kind !== "unit") return undefined;
  const [layer, index] = quantity.kind === "input" ? [0, quantity.index] : [quantity.layer + 1, quantity.unit];
  return units.find((mark) => mark.layer === layer && mark.unit === index);
}

/** Inputs below their circles, and the last two of v, y and δ below each unit. */
function unitLabels(
  layout: NetLayout,
  inputs: readonly number[],
  steps: readonly WorkedStep[],
  emphasized: ReadonlySet<UnitMark>,
  deltaSymbol: string,
): SVGTextElement[] {
  return layout.units.flatMap((mark) => {
    if (typeof mark.unit !== "number") return [];
    const lineY = (line: number) => mark.y + layout.radius + 13 * (line + 1);
    if (mark.layer === 0) return [label(mark.x, lineY(0), formatSignificant(inputs[mark.unit]!))];
    const texts = ["v", "y", "δ"].flatMap((letter) => {
      const step = steps.findLast(({ defines }) =>
        defines?.kind === "unit" && defines.letter === letter && unitOf(layout, defines) === mark
      );
      return step ? [`${letter === "δ" ? deltaSymbol : letter} ${formatSignificant(step.value, 3)}`] : [];
    });
    return texts.slice(-2).map((text, line) => label(mark.x, lineY(line), text, emphasized.has(mark)));
  });
}

/** Values on the lines of weights, spread along them so that they don't overlap. */
function weightLabels(weights: readonly WeightMark[], parameters: readonly number[]): SVGTextElement[] {
  return weights.map(({ from, to, parameter }, i) => {
    const fraction = weights.length === 1 ? 0.5 : 0.35 + 0.3 * i / (weights.length - 1);
    const x = from.x + fraction * (to.x - from.x);
    const y = from.y + fraction * (to.y - from.y) + 4;
    return label(x, y, formatSignificant(parameters[parameter]!, 3), true);
  });
}

function label(x: number, y: number, text: string, isBold = false): SVGTextElement {
  return svg("text", { x, y, "font-weight": isBold ? "bold" : undefined }, text);
}
