/** Lesson: XOR with weights chosen by hand. */
import {
  apply,
  minus,
  negative,
  product,
  sigmoid,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { equal, type Line } from "../../formula/mathml.ts";
import { numberTable } from "../../formula/number_table.ts";
import { FORWARD_LINES, forwardValues, ROWS } from "../../formula/two_hidden_units.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { stripFigure, tentFigure } from "./strip_figure.ts";
import { orAndNet, parityOfThree, STEP_NET, tentAt } from "./xor_nets.ts";

const FACTOR = 10;
const SOFT = orAndNet(FACTOR);
const ONES = sum("x_1", "x_2");

/** The step net in formulas, on the row 10. */
const STEPS: Values = withDefinitions({ x_1: 1, x_2: 0, h_1: 1, h_2: 0 }, [
  ["v_1", minus(ONES, 0.5)],
  ["v_2", minus(ONES, 1.5)],
  ["v", minus(minus("h_1", "h_2"), 0.5)],
]);

/** The ReLU net in formulas, on the row 11. */
const TENT: Values = withDefinitions({ x_1: 1, x_2: 1 }, [
  ["h_1", apply("max", 0, ONES)],
  ["h_2", apply("max", 0, minus(ONES, 1))],
  ["y", minus("h_1", product(2, "h_2"))],
]);

const STRIP: Line = { chain: [sum(0.5), ONES, sum(1.5)], relation: "<" };

/** The outputs of a sigmoid net for the four rows. */
function outputsOf(weights: Values, places: number): string {
  return ROWS.map((row) => decimal(forwardValues(weights, row).y!, places)).join(" ");
}

/** x₁, x₂ and further columns for each row. */
function rowTable(heads: readonly string[], cells: (row: (typeof ROWS)[number], index: number) => readonly string[]) {
  return numberTable(["x₁", "x₂", ...heads], ROWS.map((row, i) => [...row.map(String), ...cells(row, i)]));
}

/** XOR by hand. */
export const xorByHand = defineLesson({
  id: "xor-by-hand",
  minutes: 8,
  prerequisites: ["one-layer", "linear-layers"],
  terms: [
    "hidden-layer",
    "xor",
    "output",
    "unit",
    "net",
    "target",
    "row",
    "step-function",
    "weighted-sum",
    "weight",
    "bias",
    "sigmoid",
    "relu",
    "activation",
    "start",
  ],
  lab: {
    experiment: "hidden-width",
    hidden: [{ units: 2, activation: { name: "sigmoid" }, bias: false }],
    outputBias: true,
    stop: { maxError: 0.1 },
  },
  numbers: {
    factor: String(FACTOR),
    softer: outputsOf(orAndNet(4), 2),
    parity: [0, 1, 2, 3].map(parityOfThree).join(" "),
  },
  figure: stripFigure,
  parts: {
    questions: {
      table: { table: rowTable(["OR", "AND", "XOR"], (_, i) => wholeNumbers(STEP_NET[i]!, ["h_1", "h_2", "y"])) },
      rule: {},
    },
    weights: {
      hidden: {
        values: STEPS,
        lines: [equal("v_1", minus(ONES, 0.5)), equal("v_2", minus(ONES, 1.5))],
      },
      output: {
        values: STEPS,
        lines: [equal("v", sum("h_1", negative("h_2"), -0.5))],
      },
      sums: {
        table: rowTable(["v₁", "h₁", "v₂", "h₂", "v", "y"], (_, i) => {
          const { v_1, h_1, v_2, h_2, v, y } = STEP_NET[i]!;
          return [decimal(v_1, 1), String(h_1), decimal(v_2, 1), String(h_2), decimal(v, 1), String(y)];
        }),
      },
      strip: { values: STEPS, lines: [STRIP] },
      lines: {},
    },
    soft: {
      scale: {
        values: forwardValues(SOFT, [1, 0]),
        lines: [
          equal("h_1", sigmoid(sum(product(FACTOR, "x_1"), product(FACTOR, "x_2"), -FACTOR / 2))),
          equal("h_2", sigmoid(sum(product(FACTOR, "x_1"), product(FACTOR, "x_2"), -1.5 * FACTOR))),
          equal("y", sigmoid(sum(product(FACTOR, "h_1"), negative(product(FACTOR, "h_2")), -FACTOR / 2))),
        ],
      },
      table: {
        table: rowTable(["h₁", "h₂", "y"], (row) => {
          const { h_1, h_2, y } = forwardValues(SOFT, row);
          return [h_1, h_2, y].map((output) => decimal(output!, 4));
        }),
      },
      training: {},
    },
    relu: {
      formulas: {
        values: TENT,
        lines: [
          equal("h_1", apply("max", 0, ONES)),
          equal("h_2", apply("max", 0, sum("x_1", "x_2", -1))),
          equal("y", minus("h_1", product(2, "h_2"))),
        ],
      },
      table: {
        table: rowTable(["h₁", "h₂", "y"], ([x_1, x_2]) => wholeNumbers(tentAt(x_1 + x_2), ["h_1", "h_2", "y"])),
      },
      shape: { figure: tentFigure },
    },
  },
  finding: { experiment: "hidden-width", claim: "two-with-bias-mostly" },
  update: { values: forwardValues(SOFT, [1, 1]), lines: FORWARD_LINES },
  exercises: ["nand", "soft", "three"],
  code: `const rows = [[0, 0], [0, 1], [1, 0], [1, 1]];
const step = (v) => v >= 0 ? 1 : 0;
const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const relu = (v) => Math.max(0, v);
const orAndNotAnd = (f, factor) => ([x1, x2]) => {
  const or = f(factor * (x1 + x2 - 0.5));
  const and = f(factor * (x1 + x2 - 1.5));
  return f(factor * (or - and - 0.5));
};
const tent = ([x1, x2]) => relu(x1 + x2) - 2 * relu(x1 + x2 - 1);
const nets = [orAndNotAnd(step, 1), orAndNotAnd(sigmoid, ${FACTOR}), tent];
const table = (net) => rows.map((row) => net(row).toFixed(2)).join(" ");
console.log(nets.map(table).join(" | "));
`,
  prints: () => {
    const steps = STEP_NET.map(({ y }) => decimal(y, 2)).join(" ");
    const tents = ROWS.map(([x_1, x_2]) => decimal(tentAt(x_1 + x_2).y, 2)).join(" ");
    return [steps, outputsOf(SOFT, 2), tents].join(" | ");
  },
  sources: [
    "D. E. Rumelhart, G. E. Hinton, R. J. Williams: Learning internal representations by error propagation. Parallel " +
    "Distributed Processing 1, MIT Press, 1986",
    "M. Minsky, S. Papert: Perceptrons. MIT Press, 1969",
    "I. Goodfellow, Y. Bengio, A. Courville: Deep Learning. MIT Press, 2016, section 6.1",
  ],
});

function wholeNumbers<K extends string>(values: Readonly<Record<K, number>>, names: readonly K[]): string[] {
  return names.map((name) => decimal(values[name], 0));
}
