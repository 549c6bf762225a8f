/** The formulas of one sigmoid unit with three inputs: forward, error, δ, and the steps of its weights. */
import {
  type Definitions,
  derivative,
  derivativeName,
  fraction,
  minus,
  product,
  sigmoid,
  square,
  sum,
} from "./expression.ts";
import { computed, inNotation, type Line, updated } from "./mathml.ts";

/** w₁x₁ + w₂x₂ + w₃x₃. */
export const WEIGHTED_SUM = sum(product("w_1", "x_1"), product("w_2", "x_2"), product("w_3", "x_3"));

/** ½(d − y)². */
export const HALF_SQUARE = product(fraction(1, 2), square(minus("d", "y")));

/** y(1 − y). */
export const SIGMOID_SLOPE = product("y", minus(1, "y"));

/** ∂E/∂v of an output unit with sigmoid and squared error. */
export const OUTPUT_SLOPE = product(minus("y", "d"), "y", minus(1, "y"));

/** δ of such a unit: its negative. */
export const OUTPUT_DELTA = product("y", minus(1, "y"), "e");

/** From weights, inputs and target to δ. */
export const UNIT_DEFINITIONS: Definitions = [
  ["v", WEIGHTED_SUM],
  ["y", sigmoid("v")],
  ["E", HALF_SQUARE],
  ["e", minus("d", "y")],
  ["δ", OUTPUT_DELTA],
  [derivativeName("E", "v"), OUTPUT_SLOPE],
];

/** One update, line by line, in either notation. */
export const UPDATE_LINES: readonly Line[] = [
  computed("v", WEIGHTED_SUM),
  computed("y", sigmoid("v")),
  inNotation("plus", computed("e", minus("d", "y"))),
  inNotation("plus", computed("δ", OUTPUT_DELTA)),
  inNotation("minus", computed(derivative("E", "v"), OUTPUT_SLOPE)),
  ...["1", "2", "3"].flatMap((i) => [
    inNotation("plus", updated(`w_${i}`, sum(`w_${i}`, product("α", "δ", `x_${i}`)))),
    inNotation("minus", updated(`w_${i}`, minus(`w_${i}`, product("α", derivative("E", "v"), `x_${i}`)))),
  ]),
];
