/** Lesson: learning from a table with targets, by trial. */
import { REFERENCES } from "../../../../experiments/references.ts";
import { formatSignificant } from "../../../../experiments/format.ts";
import { numberTable } from "../../formula/number_table.ts";
import { minus, sigmoid, type Values, withDefinitions } from "../../formula/expression.ts";
import { computed, equal } from "../../formula/mathml.ts";
import { HALF_SQUARE, UNIT_DEFINITIONS, WEIGHTED_SUM } from "../../formula/one_unit.ts";
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
import { loopFigure } from "./loop_figure.ts";
import { learnByTrial, NUDGE, nudged, tableError } from "./trial.ts";

/** The unit's values for a row, with its error. */
function valuesOf([w_1, w_2, w_3]: Weights, row: number): Values {
  return withDefinitions({ w_1, w_2, w_3, ...inputsOf(ROWS[row]!), d: TARGETS[row]! }, UNIT_DEFINITIONS);
}

const BEFORE = ROWS.map((_, row) => valuesOf(FIRST_WEIGHTS, row));
const TRIED = valuesOf(nudged(FIRST_WEIGHTS, 0, NUDGE), 2);
const ROUNDS = 100;

/** The present weights, and each try of one round. */
const TRIES: readonly Weights[] = [
  FIRST_WEIGHTS,
  ...[0, 1, 2].flatMap((which) => [NUDGE, -NUDGE].map((by) => nudged(FIRST_WEIGHTS, which, by))),
];

/** Supervised learning. */
export const supervisedLearning = defineLesson({
  id: "supervised-learning",
  minutes: 8,
  prerequisites: ["unit"],
  terms: [
    "unit",
    "weight",
    "output",
    "net",
    "supervised",
    "row",
    "target",
    "error",
    "squared-error",
    "inference",
    "start",
    "sigmoid",
  ],
  lab: { experiment: "delta-rule", data: { kind: "table", targets: [0, 0, 1, 1] } },
  numbers: {
    weights: FIRST_WEIGHTS_TEXT,
    nudge: decimal(NUDGE, 1),
    tried: decimal(TRIED.w_1!, 1),
    right: String(BEFORE.filter(({ d, y }) => (y! > 0.5) === (d === 1)).length),
    total: decimal(tableError(FIRST_WEIGHTS), 4),
    best: decimal(Math.min(...TRIES.map(tableError)), 4),
    before: decimal(BEFORE[2]!.E!, 4),
    after: decimal(TRIED.E!, 4),
    half: decimal(4 * 0.5 * 0.5 * 0.5, 1),
    cancelled: decimal(0.5 * 0.25 + 0.5 * 0.25, 2),
    outputs: formatSignificant(2 * 1000 * 1000),
    rounds: String(ROUNDS),
  },
  figure: loopFigure,
  parts: {
    error: {
      signed: { values: BEFORE[2]!, lines: [equal("e", minus("d", "y"))] },
      squared: { values: BEFORE[2]!, lines: [equal("E", HALF_SQUARE)] },
      table: {
        table: numberTable(
          ["x₁", "x₂", "d", "y", "e", "E"],
          BEFORE.map(({ x_1, x_2, d, y, e, E }) => [
            ...[x_1, x_2, d].map(String),
            ...[y, e, E].map((value) => decimal(value!, 4)),
          ]),
        ),
      },
      total: {},
    },
    loop: {
      plan: {},
      tries: {
        table: numberTable(
          ["w₁", "w₂", "w₃", "E"],
          TRIES.map((weights) => [...weights.map((w) => decimal(w, 1)), decimal(tableError(weights), 4)]),
        ),
      },
      slow: {},
    },
    use: { inference: {} },
  },
  finding: { experiment: "delta-rule", claim: "always-solved" },
  update: {
    values: TRIED,
    lines: [
      computed("v", WEIGHTED_SUM),
      computed("y", sigmoid("v")),
      computed("e", minus("d", "y")),
      computed("E", HALF_SQUARE),
    ],
  },
  exercises: ["half", "cancel", "cost"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
const targets = [0, 0, 1, 1];
const output = (w, x) => sigmoid(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]);
const error = (w) => {
  const squares = rows.map((x, r) => (targets[r] - output(w, x)) ** 2 / 2);
  return squares.reduce((a, b) => a + b);
};
let w = [0.4, -0.8, 0.1];
for (let round = 0; round < ${ROUNDS}; round++) {
  for (const i of [0, 1, 2]) {
    for (const nudge of [0.1, -0.1]) {
      const tried = w.map((weight, j) => (j === i ? weight + nudge : weight));
      if (error(tried) < error(w)) w = tried;
    }
  }
}
console.log(rows.map((x) => output(w, x).toFixed(3)).join(" "));
`,
  prints: () => outputsFor(learnByTrial(ROUNDS)).map((y) => decimal(y, 3)).join(" "),
  sources: [REFERENCES.kim2017.full],
});
