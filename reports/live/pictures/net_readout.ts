/** What a drawn net says: the value at the pointer, and a table of all weights. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, type Network } from "../../../core/network.ts";
import type { Training } from "../../../core/training.ts";
import { symbolsOf } from "../../../core/worked/quantity.ts";
import { rowLabels } from "../../../experiments/define/columns.ts";
import { formatSignificant } from "../../../experiments/format.ts";
import { html, replaceChildren } from "../dom.ts";
import { texts } from "../lab/page_texts.ts";
import { bundleSize, type NetMark } from "./net_diagram.ts";
import { inputName } from "./plane.ts";

const words = texts.net.readout;

/** The outputs of all layers for one row: by layer, inputs first, and unit. */
type LayerOutputs = readonly (readonly number[])[];

/** The value at the pointer, or what the lines mean. */
export function netReadout(
  pointed: NetMark | undefined,
  { network, rows }: Pick<Training, "network" | "rows">,
  parameters: readonly number[],
): string {
  const outputs = rows.map(({ inputs }) => forward(NUMBERS, network, parameters, inputs).a);
  if (pointed) return valueText(pointed, parameters, outputs);
  return [...weightLegend(parameters), ...constantInputs(outputs)].join(" ");
}

/** The value of a weight, or the outputs of a unit by row. */
function valueText(mark: NetMark, parameters: readonly number[], outputs: readonly LayerOutputs[]): string {
  if ("parameter" in mark) return `${mark.symbol} = ${formatNumber(parameters[mark.parameter]!)}`;
  if ("parameters" in mark) {
    return words.bundle(mark.parameters.length, formatSignificant(bundleSize(mark, parameters)));
  }
  const { layer, unit, name } = mark;
  if (unit === "bundle") return words.bundledUnits(name);
  if (unit === "constant") return words.constant;
  const labels = rowLabels(outputs.length);
  const values = outputs.map((layers, row) => `${formatSignificant(layers[layer]![unit]!)} (${labels[row]})`);
  return words.byRow(name, values.join(", "));
}

/** A number with all its digits and a true minus sign. */
function formatNumber(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

/** Creates a table of all weights, collapsed at first; filled only while it is open. */
export function createWeightTable(title: string, network: Network) {
  const symbolOf = symbolsOf(network, false);
  const symbols = Array.from({ length: network.parameterCount }, (_, index) => symbolOf({ kind: "parameter", index }));
  let values: readonly number[] = [];
  const body = html("tbody");
  const valueHeading = html("th", { scope: "col", class: "number" }, words.value);
  const head = html("thead", {}, html("tr", {}, html("th", { scope: "col" }, words.weight), valueHeading));
  const region = { class: "scroll rows", tabindex: 0, role: "region", "aria-label": `${title}: ${words.allWeights}` };
  const scrollable = html("div", region, html("table", {}, head, body));
  const element = html("details", {}, html("summary", {}, words.allWeights), scrollable);
  const update = () => {
    if (!element.open || values.length === 0) return;
    const rows = symbols.map((symbol, index) => {
      const value = html("td", { class: "number" }, formatNumber(values[index]!));
      return html("tr", {}, html("th", { scope: "row" }, symbol), value);
    });
    replaceChildren(body, ...rows);
  };
  element.addEventListener("toggle", update);
  return {
    element,
    show(parameters: readonly number[]) {
      values = parameters;
      update();
    },
  };
}

/** Explains the lines of weights with such values. */
export function weightLegend(weights: readonly number[]): string[] {
  return [
    words.signs,
    ...(weights.includes(0) ? [words.zero] : []),
    ...(weights.every(Number.isFinite) ? [] : [words.notFinite]),
    words.point,
  ];
}

/** Names the inputs that are 1 in every row: their weights act as biases. */
function constantInputs(rows: readonly LayerOutputs[]): string[] {
  return rows[0]![0]!.flatMap((_, input) =>
    rows.every(([inputs]) => inputs![input] === 1) ? [words.constantInput(inputName(input))] : []
  );
}
