/** The steps in which the reader walks through one update: forward, back, new weights, and forward again. */
import { derivative, minus, product, sum } from "../../formula/expression.ts";
import { computed, equal, inNotation, type Line, updated } from "../../formula/mathml.ts";
import { FORWARD_LINES } from "../../formula/two_hidden_units.ts";
import type { Step } from "../../lesson.ts";
import { AFTER, ERROR_SLOPE, OUTPUT_SLOPE, SQUARED_ERROR, VALUES } from "./net_of_three.ts";

/** The name of a step. */
export type WalkStep = keyof typeof WALK_STEPS;

const HIDDEN = ["1", "2"] as const;

/** The steps by name, in order. */
export const WALK_STEPS = {
  inputs: { values: VALUES, lines: [equal("x_1", "x_2", 1), equal("d", 0)] },
  first: { values: VALUES, lines: FORWARD_LINES.slice(0, 2) },
  second: { values: VALUES, lines: FORWARD_LINES.slice(2, 4) },
  output: { values: VALUES, lines: FORWARD_LINES.slice(4) },
  error: {
    values: VALUES,
    lines: [
      computed("E", SQUARED_ERROR),
      inNotation("plus", computed("e", minus("d", "y"))),
      inNotation("minus", computed(ERROR_SLOPE, minus("y", "d"))),
    ],
  },
  correction: {
    values: VALUES,
    lines: [
      inNotation("plus", computed("δ", product("y", minus(1, "y"), "e"))),
      inNotation("minus", computed(OUTPUT_SLOPE, product(ERROR_SLOPE, "y", minus(1, "y")))),
    ],
  },
  blame: {
    values: VALUES,
    lines: HIDDEN.flatMap((i) => [
      inNotation("plus", computed(`e_${i}`, product(`u_${i}`, "δ"))),
      inNotation("minus", computed(derivative("E", `h_${i}`), product(`u_${i}`, OUTPUT_SLOPE))),
    ]),
  },
  corrections: {
    values: VALUES,
    lines: HIDDEN.flatMap((i) => {
      const slope = [`h_${i}`, minus(1, `h_${i}`)] as const;
      return [
        inNotation("plus", computed(`δ_${i}`, product(...slope, `e_${i}`))),
        inNotation("minus", computed(derivative("E", `v_${i}`), product(...slope, derivative("E", `h_${i}`)))),
      ];
    }),
  },
  weights: {
    values: VALUES,
    lines: [...weightLines("u_1", "δ", "v", "h_1"), ...weightLines("w_11", "δ_1", "v_1", "x_1")],
  },
  again: { values: AFTER, lines: FORWARD_LINES.slice(4) },
} as const satisfies Readonly<Record<string, Step>>;

/** One weight's step in both notations; an input of 1 belongs to a bias and is left out. */
export function weightLines(weight: string, delta: string, slope: string, input?: string): Line[] {
  const inputs = input === undefined ? [] : [input];
  return [
    inNotation("plus", updated(weight, sum(weight, product("α", delta, ...inputs)))),
    inNotation("minus", updated(weight, minus(weight, product("α", derivative("E", slope), ...inputs)))),
  ];
}
