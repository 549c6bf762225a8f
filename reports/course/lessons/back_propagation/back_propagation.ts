/** Lesson: back-propagation on a net of three units. */
import { trainNetwork } from "../../../../core/train_network.ts";
import {
  type Definitions,
  derivative,
  derivativeName,
  expressionOf,
  fraction,
  minus,
  negative,
  product,
  square,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { computed, inNotation, type Line, updated } from "../../formula/mathml.ts";
import { FORWARD, FORWARD_LINES } from "../../formula/two_hidden_units.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { netFigure } from "./net_figure.ts";

/** By how much a weight is nudged to compare with its derivative. */
const NUDGE = 0.001;

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

const [errorSlope, outputSlope] = [derivative("E", "y"), derivative("E", "v")];

/** Every quantity of the net by its formula; derivatives by the chain rule. */
const DEFINITIONS: Definitions = [
  ...FORWARD,
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

/** The outputs for 00 01 10 11 after 10,000 epochs of XOR, online, from the weights before the update. */
function trainedOutputs(): readonly number[] {
  const { w_11, w_12, b_1, w_21, w_22, b_2, u_1, u_2, c } = GIVEN as Record<string, number>;
  const layer = { activation: "sigmoid", bias: true } as const;
  const { checkpoints } = trainNetwork({
    data: { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [0, 1, 1, 0] },
    network: { inputs: 2, layers: [{ units: 2, ...layer }, { units: 1, ...layer }] },
    loss: { name: "halfSquaredError", reduction: "sum" },
    optimizer: { name: "gradientDescent", learningRate: GIVEN.α! },
    batch: "online",
    epochs: 10_000,
    parameters: [{ W: [[w_11!, w_12!], [w_21!, w_22!]], b: [b_1!, b_2!] }, { W: [[u_1!, u_2!]], b: [c!] }],
  });
  return checkpoints.at(-1)!.outputs as readonly number[];
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
const NUDGED = valuesWith({ w_11: GIVEN.w_11! + NUDGE });
const CUT = updatedWeights(valuesWith({ u_1: 0 }));

/** Back-propagation. */
export const backPropagation = defineLesson({
  id: "back-propagation",
  minutes: 12,
  prerequisites: ["delta-rule", "xor-by-hand"],
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
    nudge: {
      by: decimal(NUDGE, 3),
      before: decimal(VALUES.E!, 8),
      after: decimal(NUDGED.E!, 8),
      ratio: decimal((NUDGED.E! - VALUES.E!) / NUDGE, 4),
      derivative: decimal(VALUES[derivativeName("E", "w_11")]!, 4),
    },
    cut: decimal(CUT.u_1!, 4),
    doubled: { y: decimal(DOUBLED.y!, 4), delta: decimal(DOUBLED.δ!, 4), hidden: decimal(DOUBLED.δ_1!, 4) },
  },
  figure: (texts) => netFigure(texts, VALUES),
  parts: {
    chain: {
      names: {},
      forward: {
        values: VALUES,
        lines: FORWARD_LINES,
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
          computed(derivative("E", "w_11"), product(derivative("E", "v_1"), "x_1")),
          computed(derivative("E", "u_1"), product(outputSlope, "h_1")),
        ],
      },
      nudge: {},
      cost: {},
    },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "depth-xor", claim: "two-layers-always-xor" },
  update: { values: VALUES, lines: STEPS },
  exercises: ["equal", "doubled", "cut"],
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
  prints: () => trainedOutputs().map((y) => decimal(y, 2)).join(" "),
  sources: [
    "D. E. Rumelhart, G. E. Hinton, R. J. Williams: Learning representations by back-propagating errors. Nature " +
    "323, 1986",
    "P. J. Werbos: Beyond Regression: New Tools for Prediction and Analysis in the Behavioral Sciences. Harvard " +
    "University, 1974",
  ],
});
