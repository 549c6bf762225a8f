/** Nets whose weights are chosen by hand so that they solve XOR. */
import type { Values } from "../../formula/expression.ts";
import { ROWS } from "../../formula/two_hidden_units.ts";

/** A unit with a step: 1 if its sum is at least 0. */
export function step(v: number): 0 | 1 {
  return v >= 0 ? 1 : 0;
}

/** OR and not AND with steps, for each row: the sums and outputs of the hidden units, then of the output unit. */
export const STEP_NET = ROWS.map(([x_1, x_2]) => {
  const [v_1, v_2] = [x_1 + x_2 - 0.5, x_1 + x_2 - 1.5];
  const [h_1, h_2] = [step(v_1), step(v_2)];
  const v = h_1 - h_2 - 0.5;
  return { x_1, x_2, v_1, h_1, v_2, h_2, v, y: step(v) };
});

/** The tent of two ReLU units: its height for a sum of the inputs, and the outputs of the units. */
export function tentAt(s: number): { readonly h_1: number; readonly h_2: number; readonly y: number } {
  const [h_1, h_2] = [Math.max(0, s), Math.max(0, s - 1)];
  return { h_1, h_2, y: h_1 - 2 * h_2 };
}

/** XOR as OR and not AND with sigmoids: all weights of the step net, times a factor. */
export function orAndNet(factor: number): Values {
  const [one, half] = [factor, factor / 2];
  return {
    ...{ w_11: one, w_12: one, b_1: -half },
    ...{ w_21: one, w_22: one, b_2: -3 * half },
    ...{ u_1: one, u_2: -one, c: -half },
  };
}

/** XOR as OR and NAND: the second hidden unit is negated. */
export function orNandNet(factor: number): Values {
  return { ...orAndNet(factor), w_21: -factor, w_22: -factor, b_2: 1.5 * factor, u_2: factor, c: -1.5 * factor };
}

/** The parity of three bits by the number of ones: three steps at ½, 1½ and 2½, which count up, down and up. */
export function parityOfThree(ones: number): 0 | 1 {
  return step(step(ones - 0.5) - step(ones - 1.5) + step(ones - 2.5) - 0.5);
}
