/** Lesson: what hidden units learn. */
import {
  functionName,
  setsOfLines,
  suffice,
  valueOf,
} from "../../../../experiments/catalog/analysis/hidden_functions.ts";
import { minus, negative, product, sigmoid, sum, withDefinitions } from "../../formula/expression.ts";
import { computed, equal, type Line } from "../../formula/mathml.ts";
import { numberTable } from "../../formula/number_table.ts";
import { FORWARD_LINES, forwardValues, OUTPUT_SUM, ROWS } from "../../formula/two_hidden_units.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { kindsFigure, spaceFigure } from "./hidden_figures.ts";
import { NAND_NET, STARTS, trained, TRAINING } from "./trained_nets.ts";

const ROW_01 = forwardValues(NAND_NET, ROWS[1]);
const PAIRS = setsOfLines().filter((set) => set.length === 2);
const SINGLES = setsOfLines().filter((set) => set.length === 1).map(([unit]) => unit!);

/** Of every n hidden units, each can be turned around, and all can change places. */
export function copies(units: number): number {
  return units === 0 ? 1 : 2 * units * copies(units - 1);
}

/** x₁, x₂ and further columns for each row. */
function rowTable(heads: readonly string[], cells: (row: (typeof ROWS)[number]) => readonly string[]) {
  return numberTable(["x₁", "x₂", ...heads], ROWS.map((row) => [...row.map(String), ...cells(row)]));
}

function hiddenSpaceTable() {
  const { epochs } = TRAINING;
  return rowTable(["h₁ (0)", "h₂ (0)", `h₁ (${epochs})`, `h₂ (${epochs})`, "y"], (row) => {
    const [before, after] = [0, epochs].map((passed) => forwardValues(trained(STARTS.nand, passed), row));
    return [before!.h_1, before!.h_2, after!.h_1, after!.h_2, after!.y].map((value) => decimal(value!, 2));
  });
}

/** Where the output unit of the trained net leans to 1. */
const SIDE: Line = {
  chain: [sum(product(NAND_NET.u_1!, "h_1"), product(NAND_NET.u_2!, "h_2"), NAND_NET.c!), sum(0)],
  relation: ">",
};

/** A unit turned around, and the output unit that makes up for it. */
const TURNED = withDefinitions({ ...ROW_01 }, [["k_1", minus(1, "h_1")]]);

/** The program's start, as it is written in it. */
const { hidden, output } = STARTS.nand;
const written = (weights: readonly number[]) => `[${weights.join(", ")}]`;

/** What hidden units learn. */
export const hiddenUnits = defineLesson({
  id: "hidden-units",
  minutes: 9,
  prerequisites: ["xor-by-hand", "back-propagation"],
  terms: [
    "hidden-layer",
    "net",
    "xor",
    "start",
    "unit",
    "row",
    "hidden-space",
    "output",
    "error",
    "target",
    "epoch",
    "learning-rate",
    "weighted-sum",
    "weight",
    "bias",
    "sigmoid",
  ],
  lab: {
    experiment: "solutions",
    hidden: [{ units: 2, activation: { name: "sigmoid" }, bias: false }],
    outputBias: true,
  },
  numbers: {
    middle: String(TRAINING.middle),
    epochs: String(TRAINING.epochs),
    rate: String(TRAINING.rate),
    pairs: String(PAIRS.length),
    sufficient: String(PAIRS.filter(suffice).length),
    lines: String(SINGLES.length),
    copies: { two: String(copies(2)), three: String(copies(3)), four: String(copies(4)) },
    turned: {
      weights: [-NAND_NET.w_11!, -NAND_NET.w_12!].map((w) => decimal(w, 1)) as [string, string],
      bias: decimal(-NAND_NET.b_1!, 1),
      output: decimal(-NAND_NET.u_1!, 1),
      outputBias: decimal(NAND_NET.c! + NAND_NET.u_1!, 1),
    },
  },
  figure: spaceFigure,
  parts: {
    space: {
      table: { table: hiddenSpaceTable() },
      line: { values: ROW_01, lines: [SIDE, computed("v", OUTPUT_SUM)] },
    },
    names: {
      signs: {
        table: rowTable(["v₁", "v₂"], (row) => {
          const { v_1, v_2 } = forwardValues(NAND_NET, row);
          return [v_1, v_2].map((value) => decimal(value!, 1));
        }),
      },
      nand: {},
      why: {},
    },
    copies: {
      turn: { values: ROW_01, lines: [equal(sigmoid(negative("v_1")), minus(1, sigmoid("v_1")))] },
      absorb: {
        values: TURNED,
        lines: [
          equal("k_1", minus(1, "h_1")),
          equal(sum(product("u_1", "h_1"), "c"), sum(product(negative("u_1"), "k_1"), sum("u_1", "c"))),
        ],
      },
      count: { lines: [equal(product(2, 2, 2), copies(2))] },
    },
    kinds: {
      lines: {
        table: numberTable(
          ["x₁x₂", "00", "01", "10", "11"],
          SINGLES.map((unit) => [functionName(unit), ...[0, 1, 2, 3].map((row) => String(valueOf(unit, row)))]),
        ),
      },
      pairs: { figure: kindsFigure },
      sides: {},
    },
  },
  finding: { experiment: "solutions", claim: "or-and-sigmoid" },
  update: { values: ROW_01, lines: FORWARD_LINES },
  exercises: ["turn", "count", "conflict"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const rows = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]; // x1, x2, d
let hidden = [${hidden.map(written).join(", ")}]; // w1, w2, b
let output = ${written(output)};
const sum = (w, x) => w[0] * x[0] + w[1] * x[1] + w[2];
const step = (w, delta, x) => w.map((wi, i) => wi + ${TRAINING.rate} * delta * x[i]);
for (let epoch = 0; epoch < ${TRAINING.epochs}; epoch++) {
  for (const [x1, x2, d] of rows) {
    const x = [x1, x2, 1];
    const h = [...hidden.map((w) => sigmoid(sum(w, x))), 1];
    const y = sigmoid(sum(output, h));
    const delta = y * (1 - y) * (d - y);
    const deltas = hidden.map((_, i) => h[i] * (1 - h[i]) * output[i] * delta);
    output = step(output, delta, h);
    hidden = hidden.map((w, i) => step(w, deltas[i], x));
  }
}
const bits = (w) => rows.map((x) => sum(w, [...x.slice(0, 2), 1]) >= 0 ? 1 : 0);
console.log(hidden.map((w) => bits(w).join("")).join(" "));
`,
  prints: () => {
    const values = ROWS.map((row) => forwardValues(trained(STARTS.nand, TRAINING.epochs), row));
    return ["v_1", "v_2"].map((name) => values.map((each) => each[name]! >= 0 ? 1 : 0).join("")).join(" ");
  },
  sources: [
    "D. E. Rumelhart, G. E. Hinton, R. J. Williams: Learning internal representations by error propagation. Parallel " +
    "Distributed Processing 1, MIT Press, 1986",
    "H. J. Sussmann: Uniqueness of the weights for minimal feedforward nets with a given input-output map. Neural " +
    "Networks 5, 1992",
    "C. Olah: Neural networks, manifolds, and topology. 2014",
  ],
});
