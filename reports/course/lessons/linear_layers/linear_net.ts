/** A net of two linear hidden units: its formulas, and the same net with ReLU. */
import {
  apply,
  type Definitions,
  derivativeName,
  expressionOf,
  product,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";

/** Two linear hidden units that ReLU turns into a solution of XOR, the output unit, and the row 10. */
export const GIVEN: Values = { w_11: 1, w_12: -2, w_21: -2, w_22: 1, u_1: 2, u_2: 2, c: -1, x_1: 1, x_2: 0 };

/** The outputs of the hidden units, which are their sums. */
export const HIDDEN_SUMS = {
  h_1: sum(product("w_11", "x_1"), product("w_12", "x_2")),
  h_2: sum(product("w_21", "x_1"), product("w_22", "x_2")),
};
/** The sum of the output unit. */
export const OUTPUT_SUM = sum(product("u_1", "h_1"), product("u_2", "h_2"), "c");
/** The weights of the single unit that computes the same. */
export const COLLAPSED = {
  p_1: sum(product("u_1", "w_11"), product("u_2", "w_21")),
  p_2: sum(product("u_1", "w_12"), product("u_2", "w_22")),
};
/** The quantities of the net. */
export const DEFINITIONS: Definitions = [
  ...Object.entries(HIDDEN_SUMS),
  ["v", OUTPUT_SUM],
  ...Object.entries(COLLAPSED),
  [derivativeName("v", "h_1"), expressionOf("u_1")],
  [derivativeName("v", "h_2"), expressionOf("u_2")],
  [derivativeName("h_1", "x_1"), expressionOf("w_11")],
  [derivativeName("h_2", "x_1"), expressionOf("w_21")],
  [derivativeName("v", "x_1"), COLLAPSED.p_1],
  [derivativeName("v", "x_2"), COLLAPSED.p_2],
];

/** The net on one row. */
export function linearValues(x_1: number, x_2: number): Values {
  return withDefinitions({ ...GIVEN, x_1, x_2 }, DEFINITIONS);
}

/** The same net with ReLU in its hidden units. */
export function bentValues(x_1: number, x_2: number): Values {
  const bent = Object.entries(HIDDEN_SUMS).map(([name, formula]) => [name, apply("max", 0, formula)] as const);
  return withDefinitions({ ...GIVEN, x_1, x_2 }, [...bent, ["v", OUTPUT_SUM]]);
}

/** The rows 00 01 10 11. */
export const ROWS = [[0, 0], [0, 1], [1, 0], [1, 1]] as const;
