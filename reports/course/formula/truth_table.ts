/** The table of the first lessons, two inputs, a constant third and the target d = x₁; and one unit's outputs for it. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { decimal } from "../lesson.ts";

/** The inputs of the rows 00, 01, 10 and 11, each with the constant 1. */
export const ROWS = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]] as const;

/** Their targets: d = x₁. */
export const TARGETS = [0, 0, 1, 1] as const;

/** A row's inputs by symbol. */
export function inputsOf([x_1, x_2, x_3]: (typeof ROWS)[number]): { x_1: number; x_2: number; x_3: number } {
  return { x_1, x_2, x_3 };
}

/** The weights of a unit with three inputs. */
export type Weights = readonly [number, number, number];

/** The weights with which the unit of these lessons begins. */
export const FIRST_WEIGHTS: Weights = [0.4, -0.8, 0.1];
/** The same as texts print them. */
export const FIRST_WEIGHTS_TEXT = FIRST_WEIGHTS.map((weight) => decimal(weight, 1)) as [string, string, string];

/** The output of a sigmoid unit. */
export function outputFor([w1, w2, w3]: Weights, [x1, x2, x3]: (typeof ROWS)[number]): number {
  return NUMBERS.sigmoid(w1 * x1 + w2 * x2 + w3 * x3);
}

/** Its outputs for the four rows. */
export function outputsFor(weights: Weights): readonly number[] {
  return ROWS.map((row) => outputFor(weights, row));
}
