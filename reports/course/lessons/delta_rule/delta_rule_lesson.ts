/** Lesson: the delta rule. */
import { REFERENCES } from "../../../../experiments/references.ts";
import type { UnitLabel } from "../../figures/unit_figure.ts";
import {
  type Definitions,
  derivative,
  derivativeName,
  expressionOf,
  minus,
  negative,
  product,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { equal, inNotation } from "../../formula/mathml.ts";
import {
  HALF_SQUARE,
  OUTPUT_DELTA,
  OUTPUT_SLOPE,
  SIGMOID_SLOPE,
  UNIT_DEFINITIONS,
  UPDATE_LINES,
} from "../../formula/one_unit.ts";
import { numberTable } from "../../formula/number_table.ts";
import {
  FIRST_WEIGHTS,
  FIRST_WEIGHTS_TEXT,
  inputsOf,
  outputFor,
  ROWS,
  TARGETS,
  type Weights,
} from "../../formula/truth_table.ts";
import { decimal, defineLesson, type FigureTexts } from "../../lesson.ts";
import { afterRow, deltaOf } from "../training/train_unit.ts";
import { changeFigure } from "./change_figure.ts";

const RATE = 0.9;
const [w_1, w_2, w_3] = FIRST_WEIGHTS;
const GIVEN: Values = { w_1, w_2, w_3, ...inputsOf(ROWS[2]), d: TARGETS[2], α: RATE };
const DEFINITIONS: Definitions = [
  ...UNIT_DEFINITIONS,
  [derivativeName("E", "y"), negative(minus("d", "y"))],
  [derivativeName("y", "v"), SIGMOID_SLOPE],
  [derivativeName("v", "w_1"), expressionOf("x_1")],
  [derivativeName("E", "w_1"), product(derivative("E", "v"), "x_1")],
];
const VALUES = withDefinitions(GIVEN, DEFINITIONS);
const AFTER = outputFor(afterRow(FIRST_WEIGHTS, 2, RATE), ROWS[2]);

/** The weights after each row of the first epoch. */
const EPOCH = ROWS.reduce<readonly Weights[]>(
  (path, _, row) => [...path, afterRow(path.at(-1) ?? FIRST_WEIGHTS, row, RATE)],
  [],
);
const END = EPOCH.at(-1)!.map((weight) => decimal(weight, 3));

/** The delta rule. */
export const deltaRule = defineLesson({
  id: "delta-rule",
  minutes: 8,
  prerequisites: ["activation-functions", "gradient-descent"],
  terms: [
    "unit",
    "error",
    "output",
    "weight",
    "net",
    "delta-rule",
    "gradient-descent",
    "squared-error",
    "delta",
    "learning-rate",
    "weighted-sum",
    "target",
    "chain-rule",
    "sigmoid",
    "activation",
    "row",
    "online",
    "epoch",
    "start",
  ],
  lab: { experiment: "delta-rule", data: { kind: "table", targets: [0, 0, 1, 1] } },
  numbers: {
    weights: FIRST_WEIGHTS_TEXT,
    rate: decimal(RATE, 1),
    output: decimal(VALUES.y!, 4),
    outputAfter: decimal(AFTER, 4),
    largest: decimal(deltaOf(1 / 3, 1), 4),
    confident: decimal(deltaOf(0.99, 0), 4),
    unsure: decimal(deltaOf(0.5, 0), 3),
  },
  figure: (texts: FigureTexts<UnitLabel>) => changeFigure(texts, VALUES),
  parts: {
    derived: {
      chain: {
        values: VALUES,
        lines: [
          equal("E", HALF_SQUARE),
          equal(derivative("E", "w_1"), product(derivative("E", "y"), derivative("y", "v"), derivative("v", "w_1"))),
        ],
      },
      slopes: {
        values: VALUES,
        lines: [
          equal(derivative("E", "y"), negative(minus("d", "y"))),
          equal(derivative("y", "v"), SIGMOID_SLOPE),
          equal(derivative("v", "w_1"), "x_1"),
        ],
      },
      together: {
        values: VALUES,
        lines: [
          inNotation("plus", equal("δ", negative(derivative("E", "v")), OUTPUT_DELTA)),
          inNotation("minus", equal(derivative("E", "v"), OUTPUT_SLOPE)),
        ],
      },
      rule: {},
    },
    factors: { error: {}, slope: {}, input: {} },
    epoch: {
      rows: {
        table: numberTable(
          ["x₁x₂", "d", "y", "w₁", "w₂", "w₃"],
          ROWS.map((row, r) => [
            `${row[0]}${row[1]}`,
            String(TARGETS[r]),
            decimal(outputFor(EPOCH[r - 1] ?? FIRST_WEIGHTS, row), 4),
            ...EPOCH[r]!.map((weight) => decimal(weight, 3)),
          ]),
        ),
      },
      reading: {},
    },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "delta-rule", claim: "error-keeps-falling" },
  update: { values: VALUES, lines: UPDATE_LINES },
  exercises: ["after", "largest", "confident"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
const targets = [0, 0, 1, 1];
let w = [0.4, -0.8, 0.1];
rows.forEach((x, r) => {
  const y = sigmoid(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]);
  const delta = y * (1 - y) * (targets[r] - y);
  w = w.map((weight, i) => weight + 0.9 * delta * x[i]);
});
console.log(w.map((weight) => weight.toFixed(3)).join(" "));
`,
  prints: () => END.join(" ").replaceAll("−", "-"),
  sources: [
    REFERENCES.kim2017.full,
    "B. Widrow, M. E. Hoff: Adaptive switching circuits. IRE WESCON Convention Record 4, 1960",
  ],
});
