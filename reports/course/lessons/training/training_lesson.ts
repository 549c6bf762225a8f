/** Lesson: ten thousand epochs, online and in full batch, and δ with the wrong sign. */
import { formatSignificant } from "../../../../experiments/format.ts";
import { REFERENCES } from "../../../../experiments/references.ts";
import { minus, negative, product, sigmoid, sum, type Values, withDefinitions } from "../../formula/expression.ts";
import { computed, equal, updated } from "../../formula/mathml.ts";
import { numberTable } from "../../formula/number_table.ts";
import { HALF_SQUARE, OUTPUT_DELTA, UNIT_DEFINITIONS, WEIGHTED_SUM } from "../../formula/one_unit.ts";
import {
  FIRST_WEIGHTS,
  FIRST_WEIGHTS_TEXT,
  inputsOf,
  outputsFor,
  ROWS,
  TARGETS,
  type Weights,
} from "../../formula/truth_table.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { curvesFigure } from "./curves_figure.ts";
import { afterEpochs, afterRow, historyOf, meanSquaredErrorOf } from "./train_unit.ts";

const RATE = 0.9;
const EPOCHS = 10_000;
const SHOWN = [0, 1, 10, 100, 1000, EPOCHS];
const printed = (weights: Weights) => outputsFor(weights).map((y) => decimal(y, 4));

/** What the trainings of this lesson end at. */
function train() {
  const history = historyOf(FIRST_WEIGHTS, SHOWN, RATE);
  return {
    history,
    errors: history.map(meanSquaredErrorOf),
    online: printed(history.at(-1)!),
    full: printed(afterEpochs(FIRST_WEIGHTS, EPOCHS, RATE, "full")),
    wrong: printed(afterEpochs(FIRST_WEIGHTS, EPOCHS, -RATE)),
  };
}

let trained: ReturnType<typeof train> | undefined;

/** Trains when a page first needs it, so that nothing trains while the command starts. */
function results(): ReturnType<typeof train> {
  return trained ??= train();
}

const [w_1, w_2, w_3] = FIRST_WEIGHTS;
/** δ as it is misprinted, y(y − 1)e, is q. */
const MISPRINT = product("y", minus("y", 1), "e");
const VALUES: Values = withDefinitions(
  { w_1, w_2, w_3, ...inputsOf(ROWS[2]), d: TARGETS[2], α: RATE },
  [...UNIT_DEFINITIONS, ["q", MISPRINT]],
);

/** ½(d − y)² of the row 10 after a step at a rate. */
function errorAfterStep(rate: number): number {
  const [w_1, w_2, w_3] = afterRow(FIRST_WEIGHTS, 2, rate);
  return withDefinitions({ w_1, w_2, w_3, ...inputsOf(ROWS[2]), d: TARGETS[2] }, UNIT_DEFINITIONS).E!;
}

/** The mean of the squared errors of outputs as they are printed. */
function errorOfPrinted(outputs: readonly string[]): number {
  const squares = outputs.map((y, row) => (TARGETS[row]! - Number(y)) * (TARGETS[row]! - Number(y)));
  return squares.reduce((a, b) => a + b) / squares.length;
}

/** Training. */
export const training = defineLesson({
  id: "training",
  minutes: 8,
  prerequisites: ["delta-rule"],
  terms: [
    "unit",
    "epoch",
    "target",
    "output",
    "net",
    "learning-rate",
    "delta",
    "delta-rule",
    "weight",
    "row",
    "error",
    "start",
    "online",
    "update",
    "sigmoid",
    "weighted-sum",
    "full-batch",
    "squared-error",
  ],
  lab: {
    experiment: "delta-sign",
    data: { kind: "table", targets: [0, 0, 1, 1] },
    optimizer: { name: "gradientDescent", learningRate: -RATE, weightDecay: 0 },
  },
  get numbers() {
    const { online, full, wrong, errors } = results();
    return {
      weights: FIRST_WEIGHTS_TEXT,
      rate: decimal(RATE, 1),
      online: online.join(", "),
      full: full.join(", "),
      wrong: wrong.join(", "),
      shrinks: decimal(errors[4]! / errors[5]!, 0),
      errors: {
        before: decimal(VALUES.E!, 4),
        after: decimal(errorAfterStep(RATE), 4),
        wrong: decimal(errorAfterStep(-RATE), 4),
      },
      updates: { online: formatSignificant(EPOCHS * ROWS.length), full: formatSignificant(EPOCHS) },
      rest: formatSignificant(errorOfPrinted(online), 2),
    };
  },
  figure: curvesFigure,
  get parts() {
    const rows = results().history.map((weights, i) => [formatSignificant(SHOWN[i]!), ...printed(weights)]);
    return {
      answers: { epochs: { table: numberTable(["n", "y₀₀", "y₀₁", "y₁₀", "y₁₁"], rows) }, textbook: {}, slow: {} },
      batch: { online: {}, full: {}, compared: {} },
      sign: {
        printed: { values: VALUES, lines: [equal(MISPRINT, negative(OUTPUT_DELTA), negative("δ"))] },
        step: {},
        away: { finding: { experiment: "delta-sign", claim: "wrong-sign-climbs" } },
        other: {},
      },
    };
  },
  finding: { experiment: "delta-rule", claim: "online-as-printed" },
  update: {
    values: VALUES,
    lines: [
      computed("v", WEIGHTED_SUM),
      computed("y", sigmoid("v")),
      computed("e", minus("d", "y")),
      computed("E", HALF_SQUARE),
      computed("q", MISPRINT),
      ...["1", "2", "3"].map((i) => updated(`w_${i}`, sum(`w_${i}`, product("α", "q", `x_${i}`)))),
    ],
  },
  exercises: ["count", "rest", "repair"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
const targets = [0, 0, 1, 1];
const output = (w, x) => sigmoid(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]);
const train = (sign) => {
  let w = [0.4, -0.8, 0.1];
  for (let epoch = 0; epoch < 10000; epoch++) {
    rows.forEach((x, r) => {
      const y = output(w, x);
      const delta = sign * y * (1 - y) * (targets[r] - y);
      w = w.map((weight, i) => weight + 0.9 * delta * x[i]);
    });
  }
  return rows.map((x) => output(w, x).toFixed(4)).join(" ");
};
console.log(train(1) + " | " + train(-1));
`,
  prints: () => `${results().online.join(" ")} | ${results().wrong.join(" ")}`,
  sources: [REFERENCES.kim2017.full],
});
