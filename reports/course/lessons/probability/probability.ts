/** Lesson: the output of a sigmoid unit as a probability. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { formatSignificant } from "../../../../experiments/format.ts";
import {
  apply,
  type Definitions,
  exp,
  fraction,
  minus,
  negative,
  product,
  sigmoid,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { computed, equal } from "../../formula/mathml.ts";
import { WEIGHTED_SUM } from "../../formula/one_unit.ts";
import { inputsOf, ROWS } from "../../formula/truth_table.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { oddsFigure } from "./odds_figure.ts";

/** A unit that forecasts rain: from dark clouds, rising pressure and a constant. */
const WEIGHTS: Values = { w_1: 2, w_2: -1.5, w_3: -0.5 };
/** Sum, odds and probability. */
const DEFINITIONS: Definitions = [
  ["v", WEIGHTED_SUM],
  ["o", exp("v")],
  ["y", fraction("o", sum(1, "o"))],
];
const OF_ROWS = ROWS.map((row) => withDefinitions({ ...WEIGHTS, ...inputsOf(row) }, DEFINITIONS));
const VALUES = OF_ROWS[2]!;
const ODDS = fraction("y", minus(1, "y"));

/** The output with the smallest sum of squared errors for rows that are all alike: ones of `ones`, the rest zeros. */
export function bestOutput(ones: number, rows: number): number {
  return ones / rows;
}

/** Probability. */
export const probability = defineLesson({
  id: "probability",
  minutes: 8,
  prerequisites: ["activation-functions"],
  terms: [
    "sigmoid",
    "unit",
    "output",
    "weighted-sum",
    "logistic-regression",
    "net",
    "odds",
    "weight",
    "inference",
    "row",
    "target",
    "start",
    "squared-error",
  ],
  lab: {
    experiment: "boolean-functions",
    data: { kind: "table", targets: [0, 0, 0, 1] },
    loss: { name: "crossEntropy", reduction: "mean" },
    stop: { maxError: 0.1 },
  },
  numbers: {
    weights: Object.values(WEIGHTS).map((weight) => formatSignificant(weight)) as [string, string, string],
    doubled: decimal(81 / 82, 4),
    percents: OF_ROWS.map(({ y }) => decimal(100 * y!, 0)) as [string, string, string, string],
    clouds: decimal(NUMBERS.exp(WEIGHTS.w_1!), 1),
    pressure: decimal(NUMBERS.exp(-WEIGHTS.w_2!), 1),
    logNine: decimal(NUMBERS.log(9), 3),
    best: decimal(bestOutput(7, 10), 1),
  },
  figure: oddsFigure,
  parts: {
    odds: {
      mirror: { values: VALUES, lines: [equal(minus(1, sigmoid("v")), sigmoid(negative("v")))] },
      ratio: { values: VALUES, lines: [equal(ODDS, exp("v"))] },
      log: { values: VALUES, lines: [equal(apply("ln", ODDS), "v")] },
    },
    evidence: {
      split: {
        values: VALUES,
        lines: [
          equal(exp("v"), product(exp(product("w_1", "x_1")), exp(product("w_2", "x_2")), exp(product("w_3", "x_3")))),
        ],
      },
      factors: { values: VALUES, lines: ["w_1", "w_2", "w_3"].map((weight) => computed(exp(weight))) },
      honest: {},
    },
  },
  finding: { experiment: "forward-pass", claim: "undecided-answers" },
  update: {
    values: VALUES,
    lines: [computed("v", WEIGHTED_SUM), computed("o", exp("v")), computed("y", fraction("o", sum("o", 1)))],
  },
  exercises: ["inverse", "all", "mixed"],
  code: `const weights = [2, -1.5, -0.5];
const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
const probability = (x) => {
  let odds = 1;
  x.forEach((input, i) => {
    odds *= Math.exp(weights[i] * input);
  });
  return odds / (odds + 1);
};
console.log(rows.map((x) => probability(x).toFixed(2)).join(" "));
`,
  prints: () => OF_ROWS.map(({ y }) => decimal(y!, 2)).join(" "),
  sources: [
    "J. Berkson: Application of the logistic function to bio-assay. Journal of the American Statistical Association " +
    "39, 1944",
    "D. R. Cox: The regression analysis of binary sequences. Journal of the Royal Statistical Society B 20, 1958",
  ],
});
