/**
 * The functions that hidden units compute of two bits, and which sets of them suffice for XOR.
 *
 * A unit is on for the rows with z ≥ 0. Its function has a number below 16, whose bits are its values for the rows 00,
 * 01, 10, 11. Units whose functions are each other's negation draw the same line through the plane; the one that is off
 * for the row 00 stands for both.
 */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { FUNCTIONS_OF_TWO } from "../../../core/components/datasets.ts";
import { forward } from "../../../core/network.ts";
import type { Training } from "../../../core/training.ts";
import { rowLabels } from "../../define/columns.ts";
import { levelName } from "../../words/display_names.ts";

const ROWS = [0, 1, 2, 3] as const;
/** The rows with target 1. */
const ONES = [1, 2] as const;
/** The rows with target 0. */
const ZEROS = [0, 3] as const;

/** The functions that divide the rows by a line and are off for the row 00: one for each way to draw a line. */
const LINES = ["and", "or", "x1", "x2", "notImplies", "notImpliedBy"].map((name) =>
  (FUNCTIONS_OF_TWO as readonly string[]).indexOf(name)
);

/** The function's value for a row. */
export function valueOf(unit: number, row: number): 0 | 1 {
  return unit >> 3 - row & 1 ? 1 : 0;
}

/** Whether a unit is on for the row 00. */
export function isNegated(unit: number): boolean {
  return valueOf(unit, 0) === 1;
}

/** The function, or its negation, that is off for the row 00. */
export function lineOf(unit: number): number {
  return isNegated(unit) ? 15 - unit : unit;
}

/** The functions of the units of the first layer. */
export function hiddenFunctions({ network, rows }: Training, parameters: readonly number[]): number[] {
  const hidden = { ...network, layers: network.layers.slice(0, 1) };
  const z = rows.map(({ inputs }) => forward(NUMBERS, hidden, parameters, inputs).z[0]!);
  return z[0]!.map((_, unit) => z.reduce((bits, ofRow) => 2 * bits + (ofRow[unit]! >= 0 ? 1 : 0), 0));
}

/** The function's name in words. */
export function functionName(unit: number): string {
  return levelName("function", FUNCTIONS_OF_TWO[unit]!);
}

/** The names of the lines of units, sorted: nets that differ by exchanging or negating units have the same. */
export function classOf(units: readonly number[]): string {
  return units.map((unit) => functionName(lineOf(unit))).sort().join(", ");
}

/** The lines of units, sorted, each with the sign of its output weight: `OR − AND`. */
export function signedSum(units: readonly number[], outputWeights: readonly number[]): string {
  const terms = units.map((unit, i) => {
    const weight = isNegated(unit) ? -outputWeights[i]! : outputWeights[i]!;
    return { name: functionName(lineOf(unit)), isNegative: weight < 0 };
  });
  const name = ({ name }: { readonly name: string }) => name.includes("NOT") ? `(${name})` : name;
  const sorted = terms.sort((a, b) =>
    Number(a.isNegative) - Number(b.isNegative) || (a.name < b.name ? -1 : Number(a.name > b.name))
  );
  return sorted.map((term, i) => `${term.isNegative ? (i ? " − " : "−") : i ? " + " : ""}${name(term)}`).join("");
}

/**
 * A conflict that keeps an output unit with a bias from computing XOR of the units' values 0 and 1, such as `01 = 00`:
 * sums of rows with target 1 and with target 0 that are equal in every unit; undefined if there is none.
 *
 * Without a conflict the output unit can compute XOR. It can unless the segment between the points 01 and 10 meets that
 * between 00 and 11: (1 − s)·01 + s·10 = (1 − t)·00 + t·11 for some s and t from 0 to 1. For each unit this is one
 * equation: t = 0 for AND, t = 1 for OR, s = 0 or s = 1 for a one-sided function, s = t for x1, s + t = 1 for x2. If
 * these have a common solution, one is at a corner (two rows are equal) or at s = t = ½ (the sums of the rows are).
 */
export function conflictOf(units: readonly number[]): string | undefined {
  const labels = rowLabels(ROWS.length);
  for (const one of ONES) {
    for (const zero of ZEROS) {
      if (units.every((unit) => valueOf(unit, one) === valueOf(unit, zero))) return `${labels[one]} = ${labels[zero]}`;
    }
  }
  const sumOf = (unit: number, rows: readonly number[]) =>
    rows.reduce<number>((sum, row) => sum + valueOf(unit, row), 0);
  return units.every((unit) => sumOf(unit, ONES) === sumOf(unit, ZEROS)) ? "01 + 10 = 00 + 11" : undefined;
}

/** Whether an output unit with a bias can compute XOR from the units' values 0 and 1. */
export function suffice(units: readonly number[]): boolean {
  return conflictOf(units) === undefined;
}

/** All sets of one to three lines. */
export function setsOfLines(): number[][] {
  const sets = Array.from({ length: 1 << LINES.length }, (_, bits) => LINES.filter((_, i) => bits >> i & 1));
  return sets.filter(({ length }) => length >= 1 && length <= 3).sort((a, b) => a.length - b.length);
}

/** The number of lists of functions that become the same class by exchanging and negating units. */
export function copiesOf(units: readonly number[]): number {
  const multiplicities = [...Map.groupBy(units, lineOf).values()].map(({ length }) => factorial(length));
  return factorial(units.length) / multiplicities.reduce((product, m) => product * m, 1) * (1 << units.length);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
