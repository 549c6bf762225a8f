/** Lesson: why one layer fails on XOR. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import {
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
import { numberTable } from "../../formula/number_table.ts";
import { UNIT_DEFINITIONS, UPDATE_LINES } from "../../formula/one_unit.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { linesFigure } from "./lines_figure.ts";

const RATE = 0.9;

/** The a of the fixed point, a = α σ(a)² (1 − σ(a)), by iteration. */
function fixedPointSum(rate: number): number {
  return fixedPointSums(rate, 200).at(-1)!;
}

/** The first values of that iteration, from 0. */
function fixedPointSums(rate: number, steps: number): number[] {
  return Array.from({ length: steps }).reduce<number[]>((all) => {
    const p = NUMBERS.sigmoid(all.at(-1)!);
    return [...all, rate * p * p * (1 - p)];
  }, [0]);
}

/** The weights at the fixed point of an epoch in the order 00 01 10 11. */
export function fixedPointWeights(rate: number): readonly [number, number, number] {
  const a = fixedPointSum(rate);
  return [-2 * a, -a, a];
}

/** The outputs of one unit for the rows 00 01 10 11. */
export function outputsOfUnit([w1, w2, w3]: readonly [number, number, number]): readonly number[] {
  return [w3, w2 + w3, w1 + w3, w1 + w2 + w3].map(NUMBERS.sigmoid);
}

function fixedPointValues(): Values {
  const a = fixedPointSum(RATE);
  const [w_1, w_2, w_3] = fixedPointWeights(RATE);
  const p = NUMBERS.sigmoid(a);
  const δ = p * p * (1 - p);
  const rows = { δ_00: -δ, δ_01: δ, δ_10: δ, δ_11: -δ };
  const [y_00, y_01, y_10, y_11] = outputsOfUnit([w_1, w_2, w_3]) as [number, number, number, number];
  return { α: RATE, a, p, δ, w_1, w_2, w_3, ...rows, y_00, y_01, y_10, y_11 };
}

const SUMS = {
  v_00: sum("w_3"),
  v_01: sum("w_2", "w_3"),
  v_10: sum("w_1", "w_3"),
  v_11: sum("w_1", "w_2", "w_3"),
};
const ANY_WEIGHTS = withDefinitions({ w_1: 0.7, w_2: -1.3, w_3: 0.4 }, Object.entries(SUMS));
const FIXED = fixedPointValues();

const UPDATE = withDefinitions(
  { w_1: 0.2, w_2: -0.4, w_3: 0.1, x_1: 0, x_2: 1, x_3: 1, d: 1, α: RATE },
  UNIT_DEFINITIONS,
);

const listed = (weights: readonly [number, number, number], places: number) =>
  outputsOfUnit(weights).map((output) => decimal(output, places)).join(" ");
const backward = fixedPointSum(RATE);

/** By how many αδ each row of an epoch changes each weight, and the sum over the epoch. */
function ledger() {
  const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
  const changes = rows.map((inputs, row) => inputs.map((x) => row === 1 || row === 2 ? x : -x));
  const total = [0, 1, 2].map((i) => changes.reduce((sum, change) => sum + change[i]!, 0));
  const text = (change: number) => change > 0 ? `+${change}` : decimal(change === 0 ? 0 : change, 0);
  return numberTable(
    ["x₁x₂", "w₁", "w₂", "w₃"],
    [
      ...changes.map((change, row) => [["00", "01", "10", "11"][row]!, ...change.map(text)]),
      ["Σ", ...total.map(text)],
    ],
  );
}

/** Why one layer fails. */
export const oneLayer = defineLesson({
  id: "one-layer",
  minutes: 10,
  prerequisites: ["delta-rule"],
  terms: [
    "net",
    "layer",
    "xor",
    "hidden-layer",
    "unit",
    "weight",
    "weighted-sum",
    "separable",
    "output",
    "target",
    "row",
    "online",
    "update",
    "learning-rate",
    "delta",
    "epoch",
    "sigmoid",
    "perceptron",
    "back-propagation",
    "start",
    "error",
    "squared-error",
  ],
  lab: { experiment: "single-layer-xor" },
  interactive: "two-lines",
  numbers: {
    rate: decimal(RATE, 1),
    printed: listed(fixedPointWeights(RATE), 2),
    precise: listed(fixedPointWeights(RATE), 5),
    a: decimal(FIXED.a!, 4),
    iteration: fixedPointSums(RATE, 4).map((a) => decimal(a, a === 0 ? 0 : 4)).join(", "),
    backwardOutputs: listed([backward, 0, 0], 2),
    smallRate: "0.1",
    smallRateOutputs: listed(fixedPointWeights(0.1), 3),
    andSums: ["−1.5", "−0.5", "−0.5", "0.5"],
  },
  figure: linesFigure,
  parts: {
    line: {
      sums: {
        values: ANY_WEIGHTS,
        lines: Object.entries(SUMS).map(([name, formula]) => equal(name, formula)),
      },
      wanted: {},
      pairs: {
        values: ANY_WEIGHTS,
        lines: [equal(sum("v_01", "v_10"), sum("w_1", "w_2", product(2, "w_3")), sum("v_00", "v_11"))],
      },
      contradiction: {},
    },
    printed: {
      setup: {},
      rest: {
        values: FIXED,
        lines: [
          equal(sum("δ_10", "δ_11"), 0),
          equal(sum("δ_01", "δ_11"), 0),
          equal(sum("δ_00", "δ_01", "δ_10", "δ_11"), 0),
        ],
      },
      sizes: {
        values: FIXED,
        lines: [equal("δ_01", "δ_10", "δ"), equal("δ_00", "δ_11", negative("δ"))],
      },
      outputs: {
        values: FIXED,
        lines: [
          equal("δ_00", product("p", minus(1, "p"), minus(0, "p")), negative(product(square("p"), minus(1, "p")))),
          equal(
            "δ_01",
            product(minus(1, "p"), "p", minus(1, minus(1, "p"))),
            product(square("p"), minus(1, "p")),
          ),
        ],
      },
      ledger: { table: ledger() },
      moving: {
        values: FIXED,
        lines: [
          equal("a", "w_3"),
          equal(negative("a"), sum("w_2", "w_3", negative(product("α", "δ")))),
          equal(negative("a"), sum("w_1", "w_3")),
          equal("a", sum("w_1", "w_2", "w_3", product(3, "α", "δ"))),
        ],
      },
      solved: {
        values: FIXED,
        lines: [
          equal("w_3", "a"),
          equal("w_1", product(-2, "a")),
          equal("w_2", sum(product("α", "δ"), product(-2, "a"))),
        ],
      },
      fourth: {
        values: FIXED,
        lines: [equal(product(4, "a"), product(4, "α", "δ")), equal("w_2", negative("a"))],
      },
      value: {
        values: FIXED,
        lines: [equal("a", product("α", square(sigmoid("a")), minus(1, sigmoid("a"))))],
      },
      result: {
        values: FIXED,
        lines: [
          computed("y_00", sigmoid("a")),
          computed("y_01", sigmoid(0)),
          computed("y_10", sigmoid(negative("a"))),
          computed("y_11", sigmoid(product(-2, "a"))),
        ],
      },
      meaning: {},
    },
    history: { units: {}, perceptron: {}, limits: {}, revival: {} },
  },
  finding: { experiment: "single-layer-xor", claim: "as-printed" },
  update: { values: UPDATE, lines: UPDATE_LINES },
  exercises: ["and", "order", "rate"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
const targets = [0, 1, 1, 0];
const output = (w, x) => sigmoid(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]);
let w = [0.3, -0.5, 0.8];
for (let epoch = 0; epoch < 10000; epoch++) {
  rows.forEach((x, r) => {
    const y = output(w, x);
    const delta = y * (1 - y) * (targets[r] - y);
    w = w.map((weight, i) => weight + 0.9 * delta * x[i]);
  });
}
console.log(rows.map((x) => output(w, x).toFixed(2)).join(" "));
`,
  prints: () => listed(fixedPointWeights(RATE), 2),
  sources: [
    "W. S. McCulloch, W. Pitts: A logical calculus of the ideas immanent in nervous activity. Bulletin of " +
    "Mathematical Biophysics 5, 1943",
    "F. Rosenblatt: The perceptron: a perceiving and recognizing automaton. Cornell Aeronautical Laboratory, 1957",
    "F. Rosenblatt: The perceptron: a probabilistic model for information storage and organization in the brain. " +
    "Psychological Review 65, 1958",
    "M. Minsky, S. Papert: Perceptrons. MIT Press, 1969",
    "P. J. Werbos: Beyond Regression: New Tools for Prediction and Analysis in the Behavioral Sciences. Harvard " +
    "University, 1974",
    "D. E. Rumelhart, G. E. Hinton, R. J. Williams: Learning representations by back-propagating errors. Nature " +
    "323, 1986; XOR is in their chapter of Parallel Distributed Processing 1, MIT Press, 1986",
  ],
});
