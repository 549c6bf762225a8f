/** Lesson: what one unit computes. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import {
  type Definitions,
  derivative,
  derivativeName,
  exp,
  fraction,
  minus,
  negative,
  product,
  sigmoid,
  square,
  sum,
  type Values,
  withDefinitions,
} from "../formula/expression.ts";
import { computed, equal } from "../formula/mathml.ts";
import { decimal, defineLesson } from "../lesson.ts";
import { activationsFigure } from "./curves_figure.ts";

const GIVEN: Values = { w_1: 0.4, w_2: -0.8, w_3: 0.1, x_1: 1, x_2: 0, x_3: 1 };
const WEIGHTED_SUM = sum(product("w_1", "x_1"), product("w_2", "x_2"), product("w_3", "x_3"));
const LOGISTIC = fraction(1, sum(1, exp(negative("v"))));
const SLOPE = fraction(exp(negative("v")), square(sum(1, exp(negative("v")))));

const DEFINITIONS: Definitions = [
  ["v", WEIGHTED_SUM],
  ["y", LOGISTIC],
  [derivativeName("y", "v"), SLOPE],
];
const VALUES = withDefinitions(GIVEN, DEFINITIONS);

/** What one unit computes. */
export const unit = defineLesson({
  id: "unit",
  minutes: 6,
  prerequisites: [],
  terms: ["unit", "net", "output", "weight", "row", "weighted-sum", "activation", "sigmoid", "inference", "start"],
  lab: { experiment: "forward-pass", data: { kind: "table", targets: [0, 0, 1, 1] }, epochs: 0 },
  numbers: {
    sum: decimal(VALUES.v!, 1),
    output: decimal(VALUES.y!, 4),
    percent: decimal(100 * VALUES.y!, 0),
    sigmoids: [0, 2, -2].map((v) => decimal(NUMBERS.sigmoid(v), 4)) as [string, string, string],
    logNine: decimal(NUMBERS.log(9), 3),
    sharp: { sum: decimal(10 * VALUES.v!, 0), output: decimal(NUMBERS.sigmoid(10 * VALUES.v!), 4) },
  },
  figure: activationsFigure,
  parts: {
    sigmoid: {
      forms: { values: VALUES, lines: [equal(sigmoid("v"), LOGISTIC, fraction(exp("v"), sum(exp("v"), 1)))] },
      mirror: { values: VALUES, lines: [equal(minus(1, sigmoid("v")), sigmoid(negative("v")))] },
      odds: { values: VALUES, lines: [equal(fraction(sigmoid("v"), minus(1, sigmoid("v"))), exp("v"))] },
      slope: {
        values: VALUES,
        lines: [equal(derivative("y", "v"), SLOPE, product("y", minus(1, "y")))],
      },
      top: {},
    },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "forward-pass", claim: "undecided-answers" },
  update: { values: VALUES, lines: [computed("v", WEIGHTED_SUM), computed("y", LOGISTIC)] },
  exercises: ["values", "inverse", "sharp"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const weights = [0.4, -0.8, 0.1];
const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
const unit = (x) => {
  let v = 0;
  x.forEach((input, i) => {
    v += weights[i] * input;
  });
  return sigmoid(v);
};
console.log(rows.map((x) => unit(x).toFixed(4)).join(" "));
`,
  sources: ["P. Kim: MATLAB Deep Learning. Apress, 2017"],
});
