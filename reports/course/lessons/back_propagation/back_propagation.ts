/** Lesson: back-propagation on a net of three units. */
import { trainNetwork } from "../../../../core/train_network.ts";
import { derivative, derivativeName, minus, negative, product } from "../../formula/expression.ts";
import { computed, equal, inNotation } from "../../formula/mathml.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { netFigure } from "./net_figure.ts";
import {
  AFTER,
  DEFINITIONS,
  ERROR_SLOPE,
  GIVEN,
  OUTPUT_SLOPE,
  SQUARED_ERROR,
  updatedWeights,
  VALUES,
  valuesWith,
} from "./net_of_three.ts";
import { walkFigure } from "./walk_figure.ts";
import { WALK_STEPS, weightLines } from "./walk_steps.ts";

/** By how much a weight is nudged to compare with its derivative. */
const NUDGE = 0.001;

/** The steps of all nine weights and biases. */
const UPDATE_LINES = [
  ...weightLines("u_1", "δ", "v", "h_1"),
  ...weightLines("u_2", "δ", "v", "h_2"),
  ...weightLines("c", "δ", "v"),
  ...(["1", "2"] as const).flatMap((i) => [
    ...weightLines(`w_${i}1`, `δ_${i}`, `v_${i}`, "x_1"),
    ...weightLines(`w_${i}2`, `δ_${i}`, `v_${i}`, "x_2"),
    ...weightLines(`b_${i}`, `δ_${i}`, `v_${i}`),
  ]),
];

/** The outputs for 00 01 10 11 after 10,000 epochs of XOR, online, from the weights before the update. */
function trainedOutputs(): readonly number[] {
  const { w_11, w_12, b_1, w_21, w_22, b_2, u_1, u_2, c } = GIVEN as Record<string, number>;
  const layer = { activation: "sigmoid", bias: true } as const;
  const { checkpoints } = trainNetwork({
    data: { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [0, 1, 1, 0] },
    network: { inputs: 2, layers: [{ units: 2, ...layer }, { units: 1, ...layer }] },
    loss: { name: "halfSquaredError", reduction: "sum" },
    optimizer: { name: "gradientDescent", learningRate: GIVEN.α! },
    batch: "online",
    epochs: 10_000,
    parameters: [{ W: [[w_11!, w_12!], [w_21!, w_22!]], b: [b_1!, b_2!] }, { W: [[u_1!, u_2!]], b: [c!] }],
  });
  return checkpoints.at(-1)!.outputs as readonly number[];
}

const EQUAL = valuesWith({
  w_11: 0.5,
  w_12: 0.5,
  b_1: 0.5,
  w_21: 0.5,
  w_22: 0.5,
  b_2: 0.5,
  u_1: 0.5,
  u_2: 0.5,
  c: 0.5,
});
const DOUBLED = valuesWith({ u_1: 2 });
const NUDGED = valuesWith({ w_11: GIVEN.w_11! + NUDGE });
const CUT = updatedWeights(valuesWith({ u_1: 0 }));

/** Back-propagation. */
export const backPropagation = defineLesson({
  id: "back-propagation",
  minutes: 12,
  prerequisites: ["delta-rule", "xor-by-hand"],
  terms: [
    "hidden-layer",
    "output",
    "net",
    "target",
    "unit",
    "weight",
    "error",
    "xor",
    "weighted-sum",
    "back-propagation",
    "chain-rule",
    "delta",
    "bias",
    "sigmoid",
    "row",
    "squared-error",
    "learning-rate",
    "update",
    "start",
    "gradient-descent",
    "epoch",
  ],
  lab: {
    experiment: "depth-xor",
    hidden: [{ units: 4, activation: { name: "sigmoid" }, bias: false }],
  },
  numbers: {
    output: decimal(VALUES.y!, 4),
    outputAfter: decimal(AFTER.y!, 4),
    rate: decimal(GIVEN.α!, 1),
    equalDelta: decimal(EQUAL.δ_1!, 5),
    nudge: {
      by: decimal(NUDGE, 3),
      before: decimal(VALUES.E!, 8),
      after: decimal(NUDGED.E!, 8),
      ratio: decimal((NUDGED.E! - VALUES.E!) / NUDGE, 4),
      derivative: decimal(VALUES[derivativeName("E", "w_11")]!, 4),
    },
    cut: decimal(CUT.u_1!, 4),
    doubled: { y: decimal(DOUBLED.y!, 4), delta: decimal(DOUBLED.δ!, 4), hidden: decimal(DOUBLED.δ_1!, 4) },
  },
  figure: (texts) => netFigure(texts, VALUES),
  parts: {
    walk: { names: { figure: walkFigure }, ...WALK_STEPS },
    chain: {
      error: {
        values: VALUES,
        lines: [equal("E", SQUARED_ERROR)],
      },
      output: {
        values: VALUES,
        lines: [
          inNotation("plus", equal("e", negative(ERROR_SLOPE), minus("d", "y"))),
          inNotation("plus", equal("δ", negative(OUTPUT_SLOPE), product("y", minus(1, "y"), "e"))),
          inNotation("minus", equal(ERROR_SLOPE, minus("y", "d"))),
          inNotation(
            "minus",
            equal(OUTPUT_SLOPE, product(ERROR_SLOPE, derivative("y", "v")), product(ERROR_SLOPE, "y", minus(1, "y"))),
          ),
        ],
      },
      hidden: {
        values: VALUES,
        lines: [
          inNotation("plus", equal("e_1", negative(derivative("E", "h_1")), product("u_1", "δ"))),
          inNotation(
            "minus",
            equal(
              derivative("E", "h_1"),
              product(OUTPUT_SLOPE, derivative("v", "h_1")),
              product("u_1", OUTPUT_SLOPE),
            ),
          ),
        ],
      },
      inside: {
        values: VALUES,
        lines: [
          inNotation("plus", equal("δ_1", negative(derivative("E", "v_1")), product("h_1", minus(1, "h_1"), "e_1"))),
          inNotation(
            "minus",
            equal(
              derivative("E", "v_1"),
              product(derivative("E", "h_1"), derivative("h_1", "v_1")),
              product("h_1", minus(1, "h_1"), derivative("E", "h_1")),
            ),
          ),
        ],
      },
      weights: {
        values: VALUES,
        lines: [
          computed(derivative("E", "w_11"), product(derivative("E", "v_1"), "x_1")),
          computed(derivative("E", "u_1"), product(OUTPUT_SLOPE, "h_1")),
        ],
      },
      nudge: {},
      cost: {},
    },
  },
  walk: "walk",
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "depth-xor", claim: "two-layers-always-xor" },
  update: { values: VALUES, lines: UPDATE_LINES },
  exercises: ["equal", "doubled", "cut"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const rows = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]; // x1, x2, d
const hidden = [{ w: [1, 1], b: -0.5 }, { w: [1, 1], b: -1.5 }];
const output = { w: [1, -1], b: -0.5 };
const run = ({ w, b }, x) => sigmoid(w[0] * x[0] + w[1] * x[1] + b);
const learn = (unit, delta, x) => {
  unit.w = unit.w.map((weight, i) => weight + 0.9 * delta * x[i]);
  unit.b += 0.9 * delta;
};
for (let epoch = 0; epoch < 10000; epoch++) {
  for (const [x1, x2, d] of rows) {
    const x = [x1, x2];
    const h = hidden.map((unit) => run(unit, x));
    const y = run(output, h);
    const delta = y * (1 - y) * (d - y);
    const deltas = h.map((hi, i) => hi * (1 - hi) * output.w[i] * delta);
    learn(output, delta, h);
    hidden.forEach((unit, i) => learn(unit, deltas[i], x));
  }
}
const answer = (x) => run(output, hidden.map((unit) => run(unit, x)));
console.log(rows.map((x) => answer(x).toFixed(2)).join(" "));
`,
  prints: () => trainedOutputs().map((y) => decimal(y, 2)).join(" "),
  sources: [
    "D. E. Rumelhart, G. E. Hinton, R. J. Williams: Learning representations by back-propagating errors. Nature " +
    "323, 1986",
    "P. J. Werbos: Beyond Regression: New Tools for Prediction and Analysis in the Behavioral Sciences. Harvard " +
    "University, 1974",
  ],
});
