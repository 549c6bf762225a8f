/** Lesson: activation functions and their slopes. */
import {
  apply,
  type Definitions,
  derivative,
  derivativeName,
  exp,
  expressionOf,
  fraction,
  minus,
  negative,
  product,
  sigmoid,
  square,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { computed, equal } from "../../formula/mathml.ts";
import { SIGMOID_SLOPE } from "../../formula/one_unit.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { activationsFigure, curveAt, SHOWN } from "./activations_figure.ts";

const GIVEN: Values = { v: 0.5 };
const RISE = exp("v");
const FALL = exp(negative("v"));
const LOGISTIC = fraction(1, sum(1, FALL));
const TANH_SLOPE = minus(1, square("t"));

/** The outputs y, t and r of the sigmoid, tanh and ReLU. */
const DEFINITIONS: Definitions = [
  ["y", LOGISTIC],
  ["t", fraction(minus(RISE, FALL), sum(RISE, FALL))],
  ["r", apply("max", 0, "v")],
  [derivativeName("y", "v"), SIGMOID_SLOPE],
  [derivativeName("t", "v"), TANH_SLOPE],
  [derivativeName("r", "v"), expressionOf(1)],
];
const VALUES = withDefinitions(GIVEN, DEFINITIONS);
const slopes = [0, 2, 5].map((v) => curveAt("sigmoid", v).slope);

/** Activation functions. */
export const activationFunctions = defineLesson({
  id: "activation-functions",
  minutes: 8,
  prerequisites: ["unit"],
  terms: [
    "unit",
    "weighted-sum",
    "activation",
    "output",
    "target",
    "weight",
    "net",
    "hidden-layer",
    "xor",
    "nonlinear",
    "step-function",
    "sigmoid",
    "tanh",
    "relu",
    "start",
    "row",
    "saturated",
  ],
  lab: {
    experiment: "activations",
    hidden: [{ units: 4, activation: { name: "tanh" }, bias: false }],
    epochs: 4000,
    stop: { maxError: 0.1 },
  },
  numbers: {
    slopes: slopes.map((slope) => decimal(slope, 4)) as [string, string, string],
    weaker: decimal(slopes[0]! / slopes[2]!, 0),
    steeper: decimal(curveAt("tanh", 0).slope / curveAt("sigmoid", 0).slope, 0),
  },
  figure: activationsFigure,
  parts: {
    sigmoid: {
      forms: { values: VALUES, lines: [equal(sigmoid("v"), LOGISTIC, fraction(RISE, sum(RISE, 1)))] },
      slope: { values: VALUES, lines: [equal(derivative("y", "v"), fraction(FALL, square(sum(1, FALL))))] },
      short: {
        values: VALUES,
        lines: [equal(derivative("y", "v"), product(LOGISTIC, fraction(FALL, sum(1, FALL))), SIGMOID_SLOPE)],
      },
      top: {},
    },
    others: {
      tanh: {
        values: VALUES,
        lines: [
          equal("t", apply("tanh", "v"), fraction(minus(RISE, FALL), sum(RISE, FALL))),
          equal(derivative("t", "v"), TANH_SLOPE),
        ],
      },
      stretched: { values: VALUES, lines: [equal(apply("tanh", "v"), minus(product(2, sigmoid(product(2, "v"))), 1))] },
      relu: { values: VALUES, lines: [equal("r", apply("max", 0, "v"))] },
      step: {},
    },
    nonlinear: {
      linear: {},
      test: { lines: [computed(minus(sigmoid(1), sigmoid(0))), computed(minus(sigmoid(2), sigmoid(1)))] },
    },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "activations", claim: "step-learns-nothing-below" },
  update: {
    values: VALUES,
    lines: [
      computed("y", sigmoid("v")),
      computed(derivative("y", "v"), SIGMOID_SLOPE),
      computed("t", apply("tanh", "v")),
      computed(derivative("t", "v"), TANH_SLOPE),
      computed("r", apply("max", 0, "v")),
    ],
  },
  exercises: ["flat", "steeper", "dead"],
  code: `const curves = [
  (v) => (v >= 0 ? 1 : 0), // step
  (v) => 1 / (1 + Math.exp(-v)), // sigmoid
  (v) => Math.tanh(v),
  (v) => Math.max(0, v), // ReLU
];
const slope = (curve, v) => (curve(v + 0.001) - curve(v - 0.001)) / 0.002;
console.log(curves.map((curve) => slope(curve, 0.5).toFixed(4)).join(" "));
`,
  prints: () => SHOWN.map((name) => decimal(curveAt(name, 0.5).slope, 4)).join(" "),
  sources: [
    "W. S. McCulloch, W. Pitts: A logical calculus of the ideas immanent in nervous activity. Bulletin of " +
    "Mathematical Biophysics 5, 1943 (the step)",
    "V. Nair, G. E. Hinton: Rectified linear units improve restricted Boltzmann machines. ICML, 2010 (ReLU)",
    "X. Glorot, A. Bordes, Y. Bengio: Deep sparse rectifier neural networks. AISTATS, 2011 (ReLU)",
  ],
});
