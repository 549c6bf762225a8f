/** Lesson: back-propagation on a net of three units. */
import { markup } from "../../html.ts";
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
import { computed, equal, inNotation, type Line, updated } from "../formula/mathml.ts";
import { decimal, defineLesson } from "../lesson.ts";
import { netFigure } from "./net_figure.ts";

/** The weights before the update, its row (1, 1) with the target 0, and the learning rate. */
const GIVEN: Values = {
  w_11: 1,
  w_12: 1,
  b_1: -0.5,
  w_21: 1,
  w_22: 1,
  b_2: -1.5,
  u_1: 1,
  u_2: -1,
  c: -0.5,
  x_1: 1,
  x_2: 1,
  d: 0,
  α: 0.9,
};

const hiddenSum = (unit: 1 | 2) => sum(product(`w_${unit}1`, "x_1"), product(`w_${unit}2`, "x_2"), `b_${unit}`);
const outputSum = sum(product("u_1", "h_1"), product("u_2", "h_2"), "c");
const [errorSlope, outputSlope] = [derivative("E", "y"), derivative("E", "v")];

/** Every quantity of the net by its formula; derivatives by the chain rule. */
const DEFINITIONS: Definitions = [
  ["v_1", hiddenSum(1)],
  ["h_1", sigmoid("v_1")],
  ["v_2", hiddenSum(2)],
  ["h_2", sigmoid("v_2")],
  ["v", outputSum],
  ["y", sigmoid("v")],
  ["E", product(fraction(1, 2), square(minus("d", "y")))],
  ["e", minus("d", "y")],
  ["δ", product("y", minus(1, "y"), "e")],
  [derivativeName("E", "y"), minus("y", "d")],
  [derivativeName("y", "v"), product("y", minus(1, "y"))],
  [derivativeName("E", "v"), product(errorSlope, "y", minus(1, "y"))],
  ...(["1", "2"] as const).flatMap((i) =>
    [
      [derivativeName("v", `h_${i}`), expressionOf(`u_${i}`)],
      [derivativeName(`h_${i}`, `v_${i}`), product(`h_${i}`, minus(1, `h_${i}`))],
      [`e_${i}`, product(`u_${i}`, "δ")],
      [`δ_${i}`, product(`h_${i}`, minus(1, `h_${i}`), `e_${i}`)],
      [derivativeName("E", `h_${i}`), product(outputSlope, `u_${i}`)],
      [derivativeName("E", `v_${i}`), product(derivative("E", `h_${i}`), `h_${i}`, minus(1, `h_${i}`))],
    ] as const
  ),
  [derivativeName("E", "w_11"), product(derivative("E", "v_1"), "x_1")],
  [derivativeName("E", "u_1"), product(outputSlope, "h_1")],
];

const VALUES = withDefinitions(GIVEN, DEFINITIONS);

/** The error of a hidden unit, then its δ. */
function hiddenErrorLines(i: "1" | "2"): Line[] {
  return [
    inNotation("plus", computed(`e_${i}`, negative(derivative("E", `h_${i}`)), product(`u_${i}`, "δ"))),
    inNotation(
      "minus",
      computed(
        derivative("E", `h_${i}`),
        product(derivative("E", "v"), derivative("v", `h_${i}`)),
        product(derivative("E", "v"), `u_${i}`),
      ),
    ),
  ];
}

function hiddenDeltaLines(i: "1" | "2"): Line[] {
  return [
    inNotation(
      "plus",
      computed(`δ_${i}`, negative(derivative("E", `v_${i}`)), product(`h_${i}`, minus(1, `h_${i}`), `e_${i}`)),
    ),
    inNotation(
      "minus",
      computed(
        derivative("E", `v_${i}`),
        product(derivative("E", `h_${i}`), derivative(`h_${i}`, `v_${i}`)),
        product(derivative("E", `h_${i}`), `h_${i}`, minus(1, `h_${i}`)),
      ),
    ),
  ];
}

/** One weight's step; an input of 1 belongs to a bias and is left out. */
function stepOf(weight: string, delta: string, slope: string, input?: string): Line[] {
  const inputs = input === undefined ? [] : [input];
  return [
    inNotation("plus", updated(weight, sum(weight, product("α", delta, ...inputs)))),
    inNotation("minus", updated(weight, minus(weight, product("α", derivative("E", slope), ...inputs)))),
  ];
}

const STEPS = [
  ...stepOf("u_1", "δ", "v", "h_1"),
  ...stepOf("u_2", "δ", "v", "h_2"),
  ...stepOf("c", "δ", "v"),
  ...(["1", "2"] as const).flatMap((i) => [
    ...stepOf(`w_${i}1`, `δ_${i}`, `v_${i}`, "x_1"),
    ...stepOf(`w_${i}2`, `δ_${i}`, `v_${i}`, "x_2"),
    ...stepOf(`b_${i}`, `δ_${i}`, `v_${i}`),
  ]),
];

/** The weights after the update. */
export function updatedWeights(values: Values = VALUES): Values {
  const { α, δ, δ_1, δ_2, x_1, x_2, h_1, h_2 } = values as Record<string, number>;
  const v = (name: string) => values[name]!;
  return {
    u_1: v("u_1") + α! * δ! * h_1!,
    u_2: v("u_2") + α! * δ! * h_2!,
    c: v("c") + α! * δ!,
    w_11: v("w_11") + α! * δ_1! * x_1!,
    w_12: v("w_12") + α! * δ_1! * x_2!,
    b_1: v("b_1") + α! * δ_1!,
    w_21: v("w_21") + α! * δ_2! * x_1!,
    w_22: v("w_22") + α! * δ_2! * x_2!,
    b_2: v("b_2") + α! * δ_2!,
  };
}

/** The values of the net with other weights or another row. */
export function valuesWith(changes: Values): Values {
  return withDefinitions({ ...GIVEN, ...changes }, DEFINITIONS);
}

/** XOR as OR and not AND, with weights of 20. */
export const OR_AND: Values = { w_11: 20, w_12: 20, b_1: -10, w_21: 20, w_22: 20, b_2: -30, u_1: 20, u_2: -20, c: -10 };
/** XOR as OR and NAND. */
export const OR_NAND: Values = { ...OR_AND, w_21: -20, w_22: -20, b_2: 30, u_2: 20, c: -30 };

/** The four rows with the outputs of all units. */
function tableOf(weights: Values) {
  const cells = (values: readonly string[]) => values.map((value) => markup`<td class="number">${value}</td>`);
  const rows = [[0, 0], [0, 1], [1, 0], [1, 1]].map(([x_1, x_2]) => {
    const { h_1, h_2, y } = valuesWith({ ...weights, x_1: x_1!, x_2: x_2! });
    const outputs = [h_1, h_2, y].map((output) => decimal(output!, 4));
    return markup`<tr>${cells([String(x_1), String(x_2), ...outputs])}</tr>\n`;
  });
  const heads = ["x₁", "x₂", "h₁", "h₂", "y"].map((name) => markup`<th scope="col" class="number">${name}</th>`);
  return markup`<table class="outputs">
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

const AFTER = valuesWith(updatedWeights());
const EQUAL = valuesWith({
  w_11: 0.5,
  w_12: 0.5,
  b_1: 0.5,
  w_21: 0.5,
  w_22: 0.5,
  b_2: 0.5,
  u_1: 0.5,
  u_2: 0.5,
  c: 0.5,
});
const DOUBLED = valuesWith({ u_1: 2 });

/** Back-propagation. */
export const backPropagation = defineLesson({
  id: "back-propagation",
  minutes: 12,
  prerequisites: ["one-layer"],
  terms: [
    "hidden-layer",
    "output",
    "net",
    "target",
    "unit",
    "weight",
    "error",
    "xor",
    "weighted-sum",
    "back-propagation",
    "chain-rule",
    "delta",
    "bias",
    "sigmoid",
    "row",
    "squared-error",
    "start",
    "gradient-descent",
    "learning-rate",
    "update",
    "epoch",
  ],
  lab: {
    experiment: "depth-xor",
    hidden: [{ units: 4, activation: { name: "sigmoid" }, bias: false }],
  },
  numbers: {
    output: decimal(VALUES.y!, 4),
    outputAfter: decimal(AFTER.y!, 4),
    equalDelta: decimal(EQUAL.δ_1!, 5),
    doubled: { y: decimal(DOUBLED.y!, 4), delta: decimal(DOUBLED.δ!, 4), hidden: decimal(DOUBLED.δ_1!, 4) },
  },
  figure: (texts) => netFigure(texts, VALUES),
  parts: {
    chain: {
      forward: {
        values: VALUES,
        lines: [
          computed("v_1", hiddenSum(1)),
          computed("h_1", sigmoid("v_1")),
          computed("v_2", hiddenSum(2)),
          computed("h_2", sigmoid("v_2")),
          computed("v", outputSum),
          computed("y", sigmoid("v")),
        ],
      },
      error: {
        values: VALUES,
        lines: [computed("E", product(fraction(1, 2), square(minus("d", "y"))))],
      },
      output: {
        values: VALUES,
        lines: [
          inNotation("plus", computed("e", negative(errorSlope), minus("d", "y"))),
          inNotation("plus", computed("δ", negative(outputSlope), product("y", minus(1, "y"), "e"))),
          inNotation("minus", computed(errorSlope, minus("y", "d"))),
          inNotation(
            "minus",
            computed(outputSlope, product(errorSlope, derivative("y", "v")), product(errorSlope, "y", minus(1, "y"))),
          ),
        ],
      },
      hidden: { values: VALUES, lines: [...hiddenErrorLines("1"), ...hiddenErrorLines("2")] },
      inside: { values: VALUES, lines: [...hiddenDeltaLines("1"), ...hiddenDeltaLines("2")] },
      weights: {
        values: VALUES,
        lines: [
          equal(derivative("E", "w_11"), product(derivative("E", "v_1"), "x_1")),
          equal(derivative("E", "u_1"), product(outputSlope, "h_1")),
        ],
      },
    },
    xor: {
      plan: {},
      weights: {
        values: valuesWith({ ...OR_AND, x_1: 1, x_2: 0 }),
        lines: [
          equal("h_1", sigmoid(sum(product(20, "x_1"), product(20, "x_2"), -10))),
          equal("h_2", sigmoid(sum(product(20, "x_1"), product(20, "x_2"), -30))),
          equal("y", sigmoid(sum(product(20, "h_1"), negative(product(20, "h_2")), -10))),
        ],
      },
      table: { table: tableOf(OR_AND) },
    },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "depth-xor", claim: "two-layers-always-xor" },
  update: { values: VALUES, lines: STEPS },
  exercises: ["equal", "doubled", "nand"],
  code: `const sigmoid = (v) => 1 / (1 + Math.exp(-v));
const rows = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]; // x1, x2, d
const hidden = [{ w: [1, 1], b: -0.5 }, { w: [1, 1], b: -1.5 }];
const output = { w: [1, -1], b: -0.5 };
const run = ({ w, b }, x) => sigmoid(w[0] * x[0] + w[1] * x[1] + b);
const learn = (unit, delta, x) => {
  unit.w = unit.w.map((weight, i) => weight + 0.9 * delta * x[i]);
  unit.b += 0.9 * delta;
};
for (let epoch = 0; epoch < 10000; epoch++) {
  for (const [x1, x2, d] of rows) {
    const x = [x1, x2];
    const h = hidden.map((unit) => run(unit, x));
    const y = run(output, h);
    const delta = y * (1 - y) * (d - y);
    const deltas = h.map((hi, i) => hi * (1 - hi) * output.w[i] * delta);
    learn(output, delta, h);
    hidden.forEach((unit, i) => learn(unit, deltas[i], x));
  }
}
const answer = (x) => run(output, hidden.map((unit) => run(unit, x)));
console.log(rows.map((x) => answer(x).toFixed(2)).join(" "));
`,
  sources: [
    "D. E. Rumelhart, G. E. Hinton, R. J. Williams: Learning representations by back-propagating errors. Nature " +
    "323, 1986",
    "P. J. Werbos: Beyond Regression: New Tools for Prediction and Analysis in the Behavioral Sciences. Harvard " +
    "University, 1974",
  ],
});
