/** Lesson: what one unit computes. */
import { REFERENCES } from "../../../../experiments/references.ts";
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { numberTable } from "../../formula/number_table.ts";
import { unitFigure, type UnitLabel } from "../../figures/unit_figure.ts";
import {
  type Definitions,
  exp,
  fraction,
  negative,
  sigmoid,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { computed, equal } from "../../formula/mathml.ts";
import { WEIGHTED_SUM } from "../../formula/one_unit.ts";
import { FIRST_WEIGHTS, FIRST_WEIGHTS_TEXT, inputsOf, ROWS, TARGETS } from "../../formula/truth_table.ts";
import { decimal, defineLesson, type FigureTexts } from "../../lesson.ts";

const [w_1, w_2, w_3] = FIRST_WEIGHTS;
const LOGISTIC = fraction(1, sum(1, exp(negative("v"))));
const DEFINITIONS: Definitions = [["v", WEIGHTED_SUM], ["y", LOGISTIC]];

/** The unit's values for each row. */
const OF_ROWS = ROWS.map((row) => withDefinitions({ w_1, w_2, w_3, ...inputsOf(row) }, DEFINITIONS));
const [EMPTY, , VALUES] = OF_ROWS as [Values, Values, Values];
const OUTPUTS = OF_ROWS.map(({ y }) => decimal(y!, 4));

/** What one unit computes. */
export const unit = defineLesson({
  id: "unit",
  minutes: 6,
  prerequisites: [],
  terms: ["unit", "net", "output", "weight", "row", "weighted-sum", "activation", "sigmoid", "target", "start", "bias"],
  lab: { experiment: "forward-pass", data: { kind: "table", targets: [0, 0, 1, 1] }, epochs: 0 },
  numbers: {
    weights: FIRST_WEIGHTS_TEXT,
    sum: decimal(VALUES.v!, 1),
    output: decimal(VALUES.y!, 4),
    sigmoids: [0, 2, -2].map((v) => decimal(NUMBERS.sigmoid(v), 4)) as [string, string, string],
    constant: { sum: decimal(EMPTY.v!, 1), output: decimal(EMPTY.y!, 4) },
    sharp: { sum: decimal(10 * VALUES.v!, 0), output: decimal(NUMBERS.sigmoid(10 * VALUES.v!), 4) },
  },
  figure: (texts: FigureTexts<UnitLabel>) => unitFigure(texts, VALUES),
  parts: {
    table: {
      rows: { table: numberTable(["x₁", "x₂", "x₃", "d"], ROWS.map((row, r) => [...row, TARGETS[r]!].map(String))) },
    },
    sum: {
      formula: { values: VALUES, lines: [equal("v", WEIGHTED_SUM)] },
      constant: { values: EMPTY, lines: [computed("v", WEIGHTED_SUM)] },
    },
    sigmoid: {
      formula: { values: VALUES, lines: [equal(sigmoid("v"), LOGISTIC)] },
      ends: { lines: [-5, 0, 5].map((v) => computed(sigmoid(v))) },
      rows: {
        table: numberTable(
          ["x₁", "x₂", "v", "y"],
          OF_ROWS.map(({ x_1, x_2, v, y }) => [String(x_1), String(x_2), decimal(v!, 1), decimal(y!, 4)]),
        ),
      },
    },
  },
  finding: { experiment: "forward-pass", claim: "none-solved" },
  update: { values: VALUES, lines: [computed("v", WEIGHTED_SUM), computed("y", LOGISTIC)] },
  exercises: ["values", "constant", "sharp"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const weights = [0.4, -0.8, 0.1];
const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
const unit = (x) => {
  let v = 0;
  x.forEach((input, i) => {
    v += weights[i] * input;
  });
  return sigmoid(v);
};
console.log(rows.map((x) => unit(x).toFixed(4)).join(" "));
`,
  prints: () => OUTPUTS.join(" "),
  sources: [REFERENCES.kim2017.full],
});
