/** The net of three units whose update the lesson computes: its weights, its formulas, and their values. */
import {
  type Definitions,
  derivative,
  derivativeName,
  expressionOf,
  fraction,
  minus,
  product,
  square,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { FORWARD } from "../../formula/two_hidden_units.ts";

/** The weights before the update, its row (1, 1) with the target 0, and the learning rate. */
export const GIVEN: Values = {
  w_11: 1,
  w_12: 1,
  b_1: -0.5,
  w_21: 1,
  w_22: 1,
  b_2: -1.5,
  u_1: 1,
  u_2: -1,
  c: -0.5,
  x_1: 1,
  x_2: 1,
  d: 0,
  α: 0.9,
};

/** ∂E/∂y and ∂E/∂v, as formulas. */
export const [ERROR_SLOPE, OUTPUT_SLOPE] = [derivative("E", "y"), derivative("E", "v")];

/** ½(d − y)². */
export const SQUARED_ERROR = product(fraction(1, 2), square(minus("d", "y")));

/** Every quantity of the net by its formula; derivatives by the chain rule. */
export const DEFINITIONS: Definitions = [
  ...FORWARD,
  ["E", SQUARED_ERROR],
  ["e", minus("d", "y")],
  ["δ", product("y", minus(1, "y"), "e")],
  [derivativeName("E", "y"), minus("y", "d")],
  [derivativeName("y", "v"), product("y", minus(1, "y"))],
  [derivativeName("E", "v"), product(ERROR_SLOPE, "y", minus(1, "y"))],
  ...(["1", "2"] as const).flatMap((i) =>
    [
      [derivativeName("v", `h_${i}`), expressionOf(`u_${i}`)],
      [derivativeName(`h_${i}`, `v_${i}`), product(`h_${i}`, minus(1, `h_${i}`))],
      [`e_${i}`, product(`u_${i}`, "δ")],
      [`δ_${i}`, product(`h_${i}`, minus(1, `h_${i}`), `e_${i}`)],
      [derivativeName("E", `h_${i}`), product(OUTPUT_SLOPE, `u_${i}`)],
      [derivativeName("E", `v_${i}`), product(derivative("E", `h_${i}`), `h_${i}`, minus(1, `h_${i}`))],
    ] as const
  ),
  [derivativeName("E", "w_11"), product(derivative("E", "v_1"), "x_1")],
  [derivativeName("E", "u_1"), product(OUTPUT_SLOPE, "h_1")],
];

/** The values of all quantities before the update. */
export const VALUES = withDefinitions(GIVEN, DEFINITIONS);

/** The weights after the update. */
export function updatedWeights(values: Values = VALUES): Values {
  const { α, δ, δ_1, δ_2, x_1, x_2, h_1, h_2 } = values as Record<string, number>;
  const v = (name: string) => values[name]!;
  return {
    u_1: v("u_1") + α! * δ! * h_1!,
    u_2: v("u_2") + α! * δ! * h_2!,
    c: v("c") + α! * δ!,
    w_11: v("w_11") + α! * δ_1! * x_1!,
    w_12: v("w_12") + α! * δ_1! * x_2!,
    b_1: v("b_1") + α! * δ_1!,
    w_21: v("w_21") + α! * δ_2! * x_1!,
    w_22: v("w_22") + α! * δ_2! * x_2!,
    b_2: v("b_2") + α! * δ_2!,
  };
}

/** The values of the net with other weights or another row. */
export function valuesWith(changes: Values): Values {
  return withDefinitions({ ...GIVEN, ...changes }, DEFINITIONS);
}

/** The values for the same row after the update. */
export const AFTER = valuesWith(updatedWeights());
