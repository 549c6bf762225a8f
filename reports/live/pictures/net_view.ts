/** The net of a recording: its diagram, the value at the pointer, and a table of all weights. */
import type { Network } from "../../../core/network.ts";
import { symbolsOf } from "../../../core/worked/quantity.ts";
import { rowLabels } from "../../../experiments/define/columns.ts";
import { formatSignificant } from "../../../experiments/format.ts";
import { html, replaceChildren } from "../dom.ts";
import type { Frame } from "../worker/recording.ts";
import { PLOT_SIZE } from "./decision_surface.ts";
import { bundleSize, createNetDiagram, type NetMark } from "./net_diagram.ts";
import { inputName } from "./plane.ts";

/** Largest distance of two units of a layer, in pixels. */
const MAX_SPACING = 56;

/** The outputs of all layers for one row: by layer, inputs first, and unit. */
export type LayerOutputs = readonly (readonly number[])[];

/** Creates the view; `outputs` has the outputs by frame and row. */
export function createNetView(
  title: string,
  network: Network,
  frames: readonly Frame[],
  outputs: readonly (readonly LayerOutputs[])[],
) {
  const constants = constantInputs(outputs[0]!);
  const readout = html("p", { class: "readout" });
  let current = 0;
  let pointed: NetMark | undefined;
  const updateReadout = () => {
    const { parameters } = frames[current]!;
    const text = pointed
      ? valueText(pointed, parameters, outputs[current]!)
      : [...weightLegend(parameters), ...constants].join(" ");
    replaceChildren(readout, text);
  };
  const label = `${title}: the net, weights by width and colour; their values are in the table below`;
  const diagram = createNetDiagram(label, network, PLOT_SIZE, MAX_SPACING, (mark) => {
    pointed = mark;
    updateReadout();
  });
  const symbolOf = symbolsOf(network, false);
  const symbols = frames[0]!.parameters.map((_, index) => symbolOf({ kind: "parameter", index }));
  const table = createWeightTable(title, symbols, () => frames[current]!.parameters);
  return {
    drawing: diagram.element,
    readout,
    table: table.element,
    show(frame: number) {
      current = frame;
      diagram.show(frames[frame]!.parameters);
      updateReadout();
      table.update();
    },
  };
}

/** The value of a weight, or the outputs of a unit by row. */
function valueText(mark: NetMark, parameters: readonly number[], outputs: readonly LayerOutputs[]): string {
  if ("parameter" in mark) return `${mark.symbol} = ${formatNumber(parameters[mark.parameter]!)}`;
  if ("parameters" in mark) {
    return `${mark.parameters.length} weights; their mean size is ${formatSignificant(bundleSize(mark, parameters))}`;
  }
  const { layer, unit, name } = mark;
  if (unit === "bundle") return `${name} units; their weights are in the table below`;
  if (unit === "constant") return "the constant 1 that feeds the biases";
  const labels = rowLabels(outputs.length);
  const values = outputs.map((layers, row) => `${formatSignificant(layers[layer]![unit]!)} (${labels[row]})`);
  return `${name} by row: ${values.join(", ")}`;
}

/** A number with all its digits and a true minus sign. */
function formatNumber(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

/** A table of all weights, collapsed at first; filled only while it is open. */
function createWeightTable(title: string, symbols: readonly string[], parameters: () => readonly number[]) {
  const body = html("tbody");
  const valueHeading = html("th", { scope: "col", class: "number" }, "value");
  const head = html("thead", {}, html("tr", {}, html("th", { scope: "col" }, "weight"), valueHeading));
  const region = { class: "scroll rows", tabindex: 0, role: "region", "aria-label": `${title}: weights` };
  const scrollable = html("div", region, html("table", {}, head, body));
  const element = html("details", {}, html("summary", {}, "All weights"), scrollable);
  const update = () => {
    if (!element.open) return;
    const values = parameters();
    const rows = symbols.map((symbol, index) => {
      const value = html("td", { class: "number" }, formatNumber(values[index]!));
      return html("tr", {}, html("th", { scope: "row" }, symbol), value);
    });
    replaceChildren(body, ...rows);
  };
  element.addEventListener("toggle", update);
  return { element, update };
}

/** Explains the lines of weights with such values. */
export function weightLegend(weights: readonly number[]): string[] {
  return [
    "Blue weights are positive, dashed ones negative.",
    ...(weights.includes(0) ? ["Thin grey ones are 0."] : []),
    ...(weights.every(Number.isFinite) ? [] : ["Dotted ones are not finite."]),
    "Point at a weight or a unit to read its value.",
  ];
}

/** Names the inputs that are 1 in every row: their weights act as biases. */
function constantInputs(rows: readonly LayerOutputs[]): string[] {
  return rows[0]![0]!.flatMap((_, input) =>
    rows.every(([inputs]) => inputs![input] === 1) ? [`${inputName(input)} is the constant 1.`] : []
  );
}
