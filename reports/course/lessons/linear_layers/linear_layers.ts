/** Lesson: linear layers collapse into one. */
import type { Html } from "../../../html.ts";
import {
  apply,
  derivative,
  evaluate,
  type Expression,
  product,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { computed, equal } from "../../formula/mathml.ts";
import { matrix, matrixLine, matrixProduct, matrixValues } from "../../formula/matrix.ts";
import { numberTable } from "../../formula/number_table.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { bendFigure } from "./bend_figure.ts";
import {
  bentValues,
  COLLAPSED,
  DEFINITIONS,
  GIVEN,
  HIDDEN_SUMS,
  linearValues,
  OUTPUT_SUM,
  ROWS,
} from "./linear_net.ts";

const SUBSTITUTED = sum(product("u_1", HIDDEN_SUMS.h_1), product("u_2", HIDDEN_SUMS.h_2), "c");
const SINGLE_UNIT = sum(product("p_1", "x_1"), product("p_2", "x_2"), "c");
const VALUES = withDefinitions(GIVEN, DEFINITIONS);
const sumsOf = (valuesOf: (x_1: number, x_2: number) => Values) => ROWS.map(([x_1, x_2]) => valuesOf(x_1, x_2).v!);
const [LINEAR, BENT] = [sumsOf(linearValues), sumsOf(bentValues)];
const PAIRS = { ...VALUES, ...Object.fromEntries(LINEAR.map((v, row) => [`v_${ROWS[row]!.join("")}`, v])) };

/** A chain of units that multiply: three times a, and two with biases. */
const CHAIN: Values = withDefinitions({ a: 2, x: 3, w: 4, b: 1, u: 0.5, c: -3 }, [
  ["y", product("a", "a", "a", "x")],
  ["h", sum(product("w", "x"), "b")],
  ["v", sum(product("u", "h"), "c")],
]);

/** A second hidden layer, and its product with the first. */
const FIRST = matrix(["w_11", "w_12"], ["w_21", "w_22"]);
const SECOND = matrix(["u_11", "u_12"], ["u_21", "u_22"]);
const PRODUCT = matrixProduct(SECOND, FIRST);
const LAYERS = withDefinitions({ ...GIVEN, u_11: 1, u_12: 0, u_21: 1, u_22: 1 }, [
  ["m_11", PRODUCT[0]![0]!],
  ["m_12", PRODUCT[0]![1]!],
  ["m_21", PRODUCT[1]![0]!],
  ["m_22", PRODUCT[1]![1]!],
]);

/** The numbers of a matrix, row by row. */
function entriesOf(entries: readonly (readonly Expression[])[]): string {
  return entries.map((row) => row.map((entry) => decimal(evaluate(entry, LAYERS), 0)).join(", ")).join(" | ");
}

/** Ten units in a row with the weight ½. */
const SHRUNK = Array.from({ length: 10 }).reduce<number>((product) => product / 2, 1);

/** The four rows: their sum without activation, and the hidden outputs and the sum with ReLU. */
function bendTable(): Html {
  const rows = ROWS.map(([x_1, x_2], i) => {
    const { h_1, h_2 } = bentValues(x_1, x_2);
    return [x_1, x_2, LINEAR[i]!, h_1!, h_2!, BENT[i]!].map((value) => decimal(value, 0));
  });
  return numberTable(["x₁", "x₂", "v", "h₁ (ReLU)", "h₂ (ReLU)", "v (ReLU)"], rows);
}

/** Linear layers collapse. */
export const linearLayers = defineLesson({
  id: "linear-layers",
  minutes: 7,
  prerequisites: ["one-layer"],
  terms: [
    "layer",
    "unit",
    "weight",
    "activation",
    "net",
    "xor",
    "hidden-layer",
    "tanh",
    "output",
    "weighted-sum",
    "row",
    "relu",
    "target",
    "bias",
    "chain-rule",
    "matrix",
    "start",
  ],
  lab: {
    experiment: "activation-collapse",
    hidden: [{ units: 4, activation: { name: "identity" }, bias: false }],
  },
  numbers: {
    chain: decimal(CHAIN.y!, 0),
    product: entriesOf(PRODUCT),
    reversed: entriesOf(matrixProduct(FIRST, SECOND)),
    shrunk: decimal(SHRUNK, 5),
    absolute: decimal(Math.max(0, -3) + Math.max(0, 3), 0),
  },
  figure: bendFigure,
  parts: {
    one: {
      multiply: {
        values: CHAIN,
        lines: [computed("y", product("a", "a", "a", "x"))],
      },
      biases: {
        values: CHAIN,
        lines: [
          equal("h", sum(product("w", "x"), "b")),
          equal(
            "v",
            sum(product("u", "h"), "c"),
            sum(product("u", sum(product("w", "x"), "b")), "c"),
            sum(product("u", "w", "x"), sum(product("u", "b"), "c")),
          ),
        ],
      },
      same: {},
    },
    two: {
      layers: {
        values: VALUES,
        lines: [
          ...Object.entries(HIDDEN_SUMS).map(([name, formula]) => equal(name, formula)),
          equal("v", OUTPUT_SUM),
        ],
      },
      substitute: {
        values: VALUES,
        lines: [
          equal("v", SUBSTITUTED),
          equal(
            "v",
            sum(product(COLLAPSED.p_1, "x_1"), product(COLLAPSED.p_2, "x_2"), "c"),
          ),
        ],
      },
      single: {
        values: VALUES,
        lines: [
          ...Object.entries(COLLAPSED).map(([name, formula]) => computed(name, formula)),
          equal("v", SINGLE_UNIT),
        ],
      },
      slope: {
        values: VALUES,
        lines: [
          equal(
            derivative("v", "x_1"),
            sum(
              product(derivative("v", "h_1"), derivative("h_1", "x_1")),
              product(derivative("v", "h_2"), derivative("h_2", "x_1")),
            ),
            COLLAPSED.p_1,
            "p_1",
          ),
        ],
      },
      plane: {},
    },
    matrices: {
      product: {
        table: matrixLine(
          matrixValues(SECOND, LAYERS),
          matrixValues(FIRST, LAYERS),
          "=",
          matrixValues(PRODUCT, LAYERS),
        ),
      },
      entries: {
        values: LAYERS,
        lines: PRODUCT.flatMap((row, i) => row.map((entry, j) => computed(`m_${i + 1}${j + 1}`, entry))),
      },
      any: {},
    },
    bend: {
      pairs: {
        values: PAIRS,
        lines: [
          equal(sum("v_01", "v_10"), sum("p_1", "p_2", product(2, "c")), sum("v_00", "v_11")),
        ],
      },
      impossible: {},
      relu: {
        values: bentValues(1, 0),
        lines: Object.entries(HIDDEN_SUMS).map(([name, formula]) => computed(name, apply("max", 0, formula))),
      },
      table: { table: bendTable() },
      fold: {},
    },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "activation-collapse", claim: "never-xor" },
  update: {
    values: VALUES,
    lines: [
      ...Object.entries(HIDDEN_SUMS).map(([name, formula]) => computed(name, formula)),
      computed("v", OUTPUT_SUM),
      computed("v", SINGLE_UNIT),
    ],
  },
  exercises: ["shrink", "order", "absolute"],
  code: `const rows = [[0, 0], [0, 1], [1, 0], [1, 1]];
const W = [[1, -2], [-2, 1]]; // weights of the two hidden units
const u = [2, 2], c = -1; // weights and bias of the output unit
const dot = (a, b) => a[0] * b[0] + a[1] * b[1];
const net = (x, activation) =>
  dot(u, W.map((w) => activation(dot(w, x)))) + c;
const p = [dot(u, [W[0][0], W[1][0]]), dot(u, [W[0][1], W[1][1]])];
const linear = rows.map((x) => net(x, (v) => v));
const single = rows.map((x) => dot(p, x) + c);
const relu = rows.map((x) => net(x, (v) => Math.max(0, v)));
console.log([linear, single, relu].map((v) => v.join(" ")).join(" | "));
`,
  prints: () => [LINEAR, LINEAR, BENT].map((sums) => sums.join(" ")).join(" | "),
  sources: [
    "I. Goodfellow, Y. Bengio, A. Courville: Deep Learning. MIT Press, 2016, section 6.1",
    "A. M. Saxe, J. L. McClelland, S. Ganguli: Exact solutions to the nonlinear dynamics of learning in deep linear " +
    "neural networks. ICLR, 2014",
    "P. Kim: MATLAB Deep Learning. Apress, 2017",
  ],
});
