/** Lesson: the delta rule. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import {
  type Definitions,
  derivative,
  derivativeName,
  expressionOf,
  fraction,
  minus,
  negative,
  product,
  sigmoid,
  square,
  sum,
  type Values,
  withDefinitions,
} from "../formula/expression.ts";
import { computed, equal, inNotation, updated } from "../formula/mathml.ts";
import { decimal, defineLesson } from "../lesson.ts";
import { slopeFigure } from "./curves_figure.ts";

const RATE = 0.9;
const GIVEN: Values = { w_1: 0.4, w_2: -0.8, w_3: 0.1, x_1: 1, x_2: 0, x_3: 1, d: 1, α: RATE };
const WEIGHTED_SUM = sum(product("w_1", "x_1"), product("w_2", "x_2"), product("w_3", "x_3"));
const HALF_SQUARE = product(fraction(1, 2), square(minus("d", "y")));
const SLOPE = derivative("E", "v");

const DEFINITIONS: Definitions = [
  ["v", WEIGHTED_SUM],
  ["y", sigmoid("v")],
  ["E", HALF_SQUARE],
  ["e", minus("d", "y")],
  ["δ", product("y", minus(1, "y"), "e")],
  [derivativeName("E", "y"), negative(minus("d", "y"))],
  [derivativeName("y", "v"), product("y", minus(1, "y"))],
  [derivativeName("v", "w_1"), expressionOf("x_1")],
  [derivativeName("E", "v"), product(minus("y", "d"), "y", minus(1, "y"))],
  [derivativeName("E", "w_1"), product(SLOPE, "x_1")],
];
const VALUES = withDefinitions(GIVEN, DEFINITIONS);

/** The net after a step along δ, or against it with `sign` −1. */
export function afterStep(sign: 1 | -1): Values {
  const step = (i: string) => VALUES[`w_${i}`]! + sign * RATE * VALUES.δ! * VALUES[`x_${i}`]!;
  return withDefinitions({ ...GIVEN, w_1: step("1"), w_2: step("2"), w_3: step("3") }, DEFINITIONS);
}

/** δ for an output and a target. */
export function deltaOf(y: number, d: number): number {
  return y * (1 - y) * (d - y);
}

/** The outputs after epochs on the table d = x₁, online at rate 0.9. */
export function trainedOutputs(epochs: number): readonly number[] {
  const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]] as const;
  let [w1, w2, w3] = [0, 0, 0];
  const outputOf = ([x1, x2, x3]: (typeof rows)[number]) => NUMBERS.sigmoid(w1 * x1 + w2 * x2 + w3 * x3);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const x of rows) {
      const step = RATE * deltaOf(outputOf(x), x[0]);
      [w1, w2, w3] = [w1 + step * x[0], w2 + step * x[1], w3 + step * x[2]];
    }
  }
  return rows.map(outputOf);
}

const AFTER = afterStep(1);
const WRONG = afterStep(-1);

/** The delta rule. */
export const deltaRule = defineLesson({
  id: "delta-rule",
  minutes: 8,
  prerequisites: ["unit"],
  terms: [
    "unit",
    "error",
    "output",
    "weight",
    "learning-rate",
    "supervised",
    "row",
    "target",
    "squared-error",
    "gradient-descent",
    "delta-rule",
    "delta",
    "weighted-sum",
    "chain-rule",
    "sigmoid",
    "epoch",
    "online",
    "start",
  ],
  lab: { experiment: "delta-rule", data: { kind: "table", targets: [0, 0, 1, 1] } },
  numbers: {
    output: decimal(VALUES.y!, 4),
    outputAfter: decimal(AFTER.y!, 4),
    errors: { before: decimal(VALUES.E!, 4), after: decimal(AFTER.E!, 4), wrong: decimal(WRONG.E!, 4) },
    trained: trainedOutputs(10_000).map((y) => decimal(y, 4)).join(" "),
    largest: decimal(deltaOf(1 / 3, 1), 4),
    confident: decimal(deltaOf(0.99, 0), 4),
    unsure: decimal(deltaOf(0.5, 0), 3),
  },
  figure: slopeFigure,
  parts: {
    derived: {
      chain: {
        values: VALUES,
        lines: [
          equal("E", HALF_SQUARE),
          equal(
            derivative("E", "w_1"),
            product(derivative("E", "y"), derivative("y", "v"), derivative("v", "w_1")),
          ),
        ],
      },
      slopes: {
        values: VALUES,
        lines: [
          equal(derivative("E", "y"), negative(minus("d", "y"))),
          equal(derivative("y", "v"), product("y", minus(1, "y"))),
          equal(derivative("v", "w_1"), "x_1"),
        ],
      },
      together: {
        values: VALUES,
        lines: [
          inNotation("plus", equal("δ", negative(SLOPE), product("y", minus(1, "y"), "e"))),
          inNotation("minus", equal(SLOPE, product(minus("y", "d"), "y", minus(1, "y")))),
        ],
      },
      rule: {},
    },
    sign: {
      printed: {
        values: VALUES,
        lines: [
          equal(product("y", minus("y", 1), "e"), negative(product("y", minus(1, "y"), "e")), negative("δ")),
        ],
      },
      climbs: {},
      other: {},
    },
    epochs: { outputs: {}, slow: {} },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "delta-rule", claim: "online-as-printed" },
  update: {
    values: VALUES,
    lines: [
      computed("v", WEIGHTED_SUM),
      computed("y", sigmoid("v")),
      inNotation("plus", computed("e", minus("d", "y"))),
      inNotation("plus", computed("δ", product("y", minus(1, "y"), "e"))),
      inNotation("minus", computed(SLOPE, product(minus("y", "d"), "y", minus(1, "y")))),
      ...["1", "2", "3"].flatMap((i) => [
        inNotation("plus", updated(`w_${i}`, sum(`w_${i}`, product("α", "δ", `x_${i}`)))),
        inNotation("minus", updated(`w_${i}`, minus(`w_${i}`, product("α", SLOPE, `x_${i}`)))),
      ]),
    ],
  },
  exercises: ["after", "largest", "confident"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const rows = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]];
const targets = [0, 0, 1, 1];
const output = (w, x) => sigmoid(w[0] * x[0] + w[1] * x[1] + w[2] * x[2]);
let w = [0.4, -0.8, 0.1];
for (let epoch = 0; epoch < 10000; epoch++) {
  rows.forEach((x, r) => {
    const y = output(w, x);
    const delta = y * (1 - y) * (targets[r] - y);
    w = w.map((weight, i) => weight + 0.9 * delta * x[i]);
  });
}
console.log(rows.map((x) => output(w, x).toFixed(4)).join(" "));
`,
  sources: [
    "P. Kim: MATLAB Deep Learning. Apress, 2017",
    "B. Widrow, M. E. Hoff: Adaptive switching circuits. IRE WESCON Convention Record 4, 1960",
  ],
});
