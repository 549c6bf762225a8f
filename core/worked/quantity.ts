/** The quantities of an update, and their symbols. */
import type { Network } from "../network.ts";

/** A quantity that has a symbol of its own. All indices count from 0. */
export type Quantity =
  /** A weight or bias by its index in the flat list; `updated` marks its value after the update. */
  | { readonly kind: "parameter"; readonly index: number; readonly updated?: true }
  /** ∂L/∂w of the parameter with this index; for the perceptron rule its correction δ·x. */
  | { readonly kind: "gradient"; readonly index: number }
  /** A number of the optimiser's state by its index in the flattened state. */
  | { readonly kind: "optimizerState"; readonly index: number; readonly updated?: true }
  | { readonly kind: "learningRate" }
  | { readonly kind: "input"; readonly index: number; readonly row: number }
  /** Target d, error e = d − y or loss L of an output unit. */
  | { readonly kind: "output"; readonly letter: "d" | "e" | "L"; readonly unit: number; readonly row: number }
  /** Of one unit: weighted sum v, output y, δ = ∂L/∂v, or one of the two factors of δ. */
  | {
    readonly kind: "unit";
    readonly letter: "v" | "y" | "δ" | "∂L/∂y" | "φ′(v)";
    readonly layer: number;
    readonly unit: number;
    readonly row: number;
  };

/** How ∂L/∂v of a unit is written: as δ, as the negative of a δ that is added, or as the derivative that it is. */
export type DeltaSymbol = "δ" | "−δ" | "∂L/∂v";

/** The symbol where the rule descends a loss or not: without L there is no ∂L/∂v, and −δ stands for it. */
export function deltaSymbolFor({ isMinimized }: { readonly isMinimized: boolean }, symbol: DeltaSymbol): DeltaSymbol {
  return symbol === "∂L/∂v" && !isMinimized ? "−δ" : symbol;
}

/** Returns the symbols of a net's quantities; marks of layers, units and rows are left out where there is only one. */
export function symbolsOf(
  { layers }: Network,
  hasManyRows: boolean,
  delta: DeltaSymbol = "δ",
): (quantity: Quantity) => string {
  const layerMark = (layer: number) => layers.length > 1 ? `⁽${inDigits(layer + 1, "⁰¹²³⁴⁵⁶⁷⁸⁹")}⁾` : "";
  const rowMark = (row: number) => hasManyRows ? `[${row + 1}]` : "";
  const unitIndex = (layer: number, unit: number) => layers[layer]!.units > 1 ? [unit] : [];
  const outputLayer = layers.length - 1;
  const marksOf = (layer: number, unit: number, ...inputs: readonly number[]) =>
    `${layerMark(layer)}${subscript(...unitIndex(layer, unit), ...inputs)}`;
  const parameters = layers.flatMap(({ inputs, units, biases }, layer) => [
    ...Array.from({ length: units * inputs }, (_, i) => `w${marksOf(layer, Math.floor(i / inputs), i % inputs)}`),
    ...Array.from({ length: biases === undefined ? 0 : units }, (_, unit) => `b${marksOf(layer, unit)}`),
  ]);
  return (quantity) => {
    switch (quantity.kind) {
      case "parameter":
        return `${parameters[quantity.index]!}${quantity.updated ? "′" : ""}`;
      case "gradient":
        return `∂${parameters[quantity.index]!}`;
      case "optimizerState":
        return `s${subscript(quantity.index)}${quantity.updated ? "′" : ""}`;
      case "learningRate":
        return "α";
      case "input":
        return `x${subscript(quantity.index)}${rowMark(quantity.row)}`;
      case "output":
        return `${quantity.letter}${subscript(...unitIndex(outputLayer, quantity.unit))}${rowMark(quantity.row)}`;
      case "unit": {
        const { letter, layer, unit, row } = quantity, marks = `${marksOf(layer, unit)}${rowMark(row)}`;
        return letter === "φ′(v)" ? `φ′(v${marks})` : `${letter === "δ" ? delta : letter}${marks}`;
      }
    }
  };
}

/** Indices counted from 1, as subscripts. */
function subscript(...indices: readonly number[]): string {
  const texts = indices.map((index) => inDigits(index + 1, "₀₁₂₃₄₅₆₇₈₉"));
  return texts.join(indices.some((index) => index >= 9) ? "," : "");
}

function inDigits(value: number, digits: string): string {
  return [...String(value)].map((digit) => digits[Number(digit)]).join("");
}
