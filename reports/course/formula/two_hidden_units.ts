/** The formulas of a net of two hidden units and an output unit, all sigmoid with biases. */
import { type Definitions, product, sigmoid, sum, type Values, withDefinitions } from "./expression.ts";
import { computed, type Line } from "./mathml.ts";

/** The rows of truth tables of two inputs: 00, 01, 10 and 11. */
export const ROWS = [[0, 0], [0, 1], [1, 0], [1, 1]] as const;

/** w₁₁x₁ + w₁₂x₂ + b₁, or that of the second hidden unit. */
const hiddenSum = (unit: 1 | 2) => sum(product(`w_${unit}1`, "x_1"), product(`w_${unit}2`, "x_2"), `b_${unit}`);

/** u₁h₁ + u₂h₂ + c. */
export const OUTPUT_SUM = sum(product("u_1", "h_1"), product("u_2", "h_2"), "c");

/** From weights and inputs to the output y. */
export const FORWARD: Definitions = [
  ["v_1", hiddenSum(1)],
  ["h_1", sigmoid("v_1")],
  ["v_2", hiddenSum(2)],
  ["h_2", sigmoid("v_2")],
  ["v", OUTPUT_SUM],
  ["y", sigmoid("v")],
];

/** The forward pass, line by line. */
export const FORWARD_LINES: readonly Line[] = FORWARD.map(([name, formula]) => computed(name, formula));

/** The weights and the outputs of all units for a row. */
export function forwardValues(weights: Values, [x_1, x_2]: readonly [number, number]): Values {
  return withDefinitions({ ...weights, x_1, x_2 }, FORWARD);
}
