/** What the lecture calls the numbers of a net. */
import type { Network } from "../network.ts";

/** The symbols of a net's numbers. */
export interface Symbols {
  parameter(index: number): string;
  memory(index: number): string;
  input(index: number, row: number): string;
  /** A value at an output, such as d or e. */
  output(letter: string, unit: number, row: number): string;
  /** A value of a unit, such as v, y or δ. */
  unit(letter: string, layer: number, unit: number, row: number): string;
}

/** Marks of layers, units and rows are left out where there is only one. */
export function symbolsOf({ layers }: Network, manyRows: boolean): Symbols {
  const ofLayer = (l: number) => layers.length > 1 ? `⁽${marked(l + 1, "⁰¹²³⁴⁵⁶⁷⁸⁹")}⁾` : "";
  const ofRow = (row: number) => manyRows ? `[${row + 1}]` : "";
  const below = (...indices: readonly number[]) => {
    const texts = indices.map((index) => marked(index + 1, "₀₁₂₃₄₅₆₇₈₉"));
    return texts.join(indices.some((index) => index >= 9) ? "," : "");
  };
  const ofUnit = (l: number, unit: number) => layers[l]!.units > 1 ? [unit] : [];
  const last = layers.length - 1;
  const parameters = layers.flatMap(({ inputs, units, biases }, l) => [
    ...Array.from(
      { length: units * inputs },
      (_, i) => `w${ofLayer(l)}${below(...ofUnit(l, Math.floor(i / inputs)), i % inputs)}`,
    ),
    ...Array.from(
      { length: biases === undefined ? 0 : units },
      (_, unit) => `b${ofLayer(l)}${below(...ofUnit(l, unit))}`,
    ),
  ]);
  return {
    parameter: (index) => parameters[index]!,
    memory: (index) => `s${below(index)}`,
    input: (index, row) => `x${below(index)}${ofRow(row)}`,
    output: (letter, unit, row) => `${letter}${below(...ofUnit(last, unit))}${ofRow(row)}`,
    unit: (letter, l, unit, row) => `${letter}${ofLayer(l)}${below(...ofUnit(l, unit))}${ofRow(row)}`,
  };
}

/** A number in small raised or lowered digits. */
function marked(value: number, digits: string): string {
  return [...String(value)].map((digit) => digits[Number(digit)]).join("");
}
