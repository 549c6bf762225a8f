/** Lesson: squared error against cross entropy. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { apply, derivative, fraction, minus, negative, product, sigmoid, sum } from "../../formula/expression.ts";
import { computed, equal, inNotation, updated } from "../../formula/mathml.ts";
import { markup } from "../../../html.ts";
import { numberTable } from "../../formula/number_table.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import {
  CROSS_ENTROPY,
  CROSS_FRACTION,
  CROSS_SLOPE,
  DEFINITIONS,
  DELTAS,
  GIVEN,
  SLOPE,
  SUM,
  updatesNeeded,
  VALUES,
} from "./loss_values.ts";
import { lossesFigure } from "./losses_figure.ts";

const SQUARED_UPDATES = updatesNeeded(DELTAS.squared);
const CROSS_UPDATES = updatesNeeded(DELTAS.cross);
const [E_V, C_V] = [derivative("E", "v"), derivative("C", "v")];

/** δ with either loss for outputs that should be 0, and by how much they differ. */
function saturationTable() {
  const rows = [[0.5, 1], [0.9, 1], [0.99, 2], [0.999, 3]].map(([y, places]) => {
    const [squared, cross] = [DELTAS.squared(y!), DELTAS.cross(y!)];
    return [decimal(y!, places!), decimal(squared, 4), decimal(cross, 3), decimal(cross / squared, 1)];
  });
  const [squared, cross] = [markup`δ<sub>E</sub>`, markup`δ<sub>C</sub>`];
  return numberTable(["y", squared, cross, markup`${cross} / ${squared}`], rows);
}

/** Squared error against cross entropy. */
export const lossesLesson = defineLesson({
  id: "losses",
  minutes: 9,
  prerequisites: ["delta-rule", "back-propagation"],
  terms: [
    "unit",
    "target",
    "delta-rule",
    "delta",
    "net",
    "xor",
    "cross-entropy",
    "squared-error",
    "sigmoid",
    "saturated",
    "loss",
    "output",
    "chain-rule",
    "weighted-sum",
    "weight",
    "error",
    "learning-rate",
    "hidden-layer",
    "epoch",
    "start",
    "bias",
    "row",
  ],
  lab: {
    experiment: "losses",
    hidden: [{ units: 4, activation: { name: "sigmoid" }, bias: false }],
    loss: { name: "crossEntropy", reduction: "mean" },
  },
  numbers: {
    unsure: decimal(DELTAS.squared(0.6), 3),
    sure: decimal(DELTAS.squared(0.99), 4),
    largestSlope: "¼",
    least: decimal(1 / (0.5 * 0.5), 0),
    half: decimal(-NUMBERS.log(0.5), 3),
    squaredUpdates: String(SQUARED_UPDATES),
    crossUpdates: String(CROSS_UPDATES),
  },
  figure: lossesFigure,
  parts: {
    surprise: {
      one: {
        values: { ...VALUES, d: 1 },
        lines: [
          equal(
            sum(negative(product("d", apply("ln", "y"))), negative(product(minus(1, "d"), apply("ln", minus(1, "y"))))),
            negative(apply("ln", "y")),
          ),
        ],
      },
      both: { values: VALUES, lines: [equal("C", CROSS_ENTROPY)] },
    },
    derived: {
      output: {
        values: VALUES,
        lines: [equal(derivative("C", "y"), CROSS_SLOPE, CROSS_FRACTION)],
      },
      sum: {
        values: VALUES,
        lines: [
          equal(
            C_V,
            product(derivative("C", "y"), derivative("y", "v")),
            product(CROSS_FRACTION, SLOPE),
            minus("y", "d"),
          ),
        ],
      },
      compare: {
        values: { ...VALUES, δ: VALUES.δ_C! },
        lines: [
          inNotation("plus", equal("δ_E", negative(E_V), product(SLOPE, "e"))),
          inNotation("plus", equal("δ_C", negative(C_V), "e")),
          inNotation("minus", equal(E_V, product(minus("y", "d"), "y", minus(1, "y")))),
          inNotation("minus", equal(C_V, minus("y", "d"))),
        ],
      },
    },
    saturation: {
      table: { table: saturationTable() },
      ratio: {
        values: VALUES,
        lines: [
          inNotation("plus", equal("δ_C", product(fraction(1, SLOPE), "δ_E"))),
          inNotation("minus", equal(C_V, product(fraction(1, SLOPE), E_V))),
        ],
      },
    },
    price: { larger: {}, stuck: { finding: { experiment: "losses", claim: "sticks-more-on-xor" } } },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "losses", claim: "sooner-on-xor" },
  update: {
    values: VALUES,
    lines: [
      computed("v", SUM),
      computed("y", sigmoid("v")),
      inNotation("plus", computed("e", minus("d", "y"))),
      inNotation("plus", computed("δ_E", product(SLOPE, "e"))),
      inNotation("plus", updated("w", sum("w", product("α", "δ_E", "x")))),
      inNotation("plus", computed("δ_C", "e")),
      inNotation("plus", updated("w", sum("w", product("α", "δ_C", "x")))),
      inNotation("minus", computed(E_V, product(minus("y", "d"), "y", minus(1, "y")))),
      inNotation("minus", updated("w", minus("w", product("α", E_V, "x")))),
      inNotation("minus", computed(C_V, minus("y", "d"))),
      inNotation("minus", updated("w", minus("w", product("α", C_V, "x")))),
    ],
  },
  exercises: ["half", "updates", "ratio"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const updates = (deltaOf) => {
  let v = 5, count = 0; // sure of a 1, but the target is 0
  while (sigmoid(v) > 0.1) {
    v += 0.9 * deltaOf(sigmoid(v));
    count++;
  }
  return count;
};
const squaredError = updates((y) => y * (1 - y) * (0 - y));
const crossEntropy = updates((y) => 0 - y);
console.log(squaredError + " " + crossEntropy);
`,
  prints: () => `${SQUARED_UPDATES} ${CROSS_UPDATES}`,
  sources: [
    "P. Kim: MATLAB Deep Learning. Apress, 2017",
    "S. A. Solla, E. Levin, M. Fleisher: Accelerated learning in layered neural networks. Complex Systems 2, 1988",
    "M. A. Nielsen: Neural Networks and Deep Learning. Determination Press, 2015, chapter 3",
  ],
});
