/** Lesson: what changes learning, and how to read an interval. */
import {
  apply,
  type Definitions,
  derivative,
  derivativeName,
  fraction,
  minus,
  product,
  root,
  sigmoid,
  square,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { computed, equal, inNotation } from "../../formula/mathml.ts";
import { numberTable } from "../../formula/number_table.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { holdsTruth, INTERVAL_DEFINITIONS, intervalValues, trialIntervals, TRIALS } from "./intervals.ts";
import { trialsFigure } from "./trials_figure.ts";

/** Both activations at the sum 0, a parabola, and the errors of a hidden unit behind a tiny weight. */
const GIVEN: Values = { v: 0, k: 1, w: 2, α: 0.5, u_1: 0.001, δ: -0.1, β: 0.9, g: 0.002, p: 0.9, n: 200 };
const DEFINITIONS: Definitions = [
  ["s", sigmoid("v")],
  ["t", apply("tanh", "v")],
  ["E", product(fraction(1, 2), "k", square("w"))],
  [derivativeName("s", "v"), product("s", minus(1, "s"))],
  [derivativeName("t", "v"), minus(1, square("t"))],
  [derivativeName("E", "w"), product("k", "w")],
];
const VALUES = withDefinitions(GIVEN, DEFINITIONS);
const BY_HAND = intervalValues(190, 200);
const BACK = {
  ...VALUES,
  e_1: VALUES.u_1! * VALUES.δ!,
  [derivativeName("E", "v")]: -VALUES.δ!,
  [derivativeName("E", "h_1")]: -VALUES.u_1! * VALUES.δ!,
};

const percent = (value: number) => decimal(100 * value, 1);
const intervalText = ({ l, u }: Values) => `[${percent(l!)}, ${percent(u!)}]`;

/** A weight on the parabola after ten steps from 1, for several rates. */
function rateTable() {
  const rates = [0.1, 0.5, 1, 1.9, 2, 2.1];
  const rows = rates.map((rate) => {
    const weights = Array.from({ length: 10 }).reduce<number[]>((all) => [...all, all.at(-1)! * (1 - rate)], [1]);
    return [String(rate), ...[1, 2, 10].map((step) => decimal(weights[step]!, 3))];
  });
  return numberTable(["α", "1", "2", "10"], rows);
}

/** What changes learning. */
export const choices = defineLesson({
  id: "choices",
  minutes: 10,
  prerequisites: ["back-propagation", "hidden-units", "losses"],
  terms: [
    "net",
    "xor",
    "start",
    "interval",
    "sigmoid",
    "unit",
    "activation",
    "learning-rate",
    "optimiser",
    "hidden-layer",
    "error",
    "tanh",
    "weighted-sum",
    "weight",
    "gradient-descent",
    "epoch",
    "momentum",
  ],
  lab: {
    experiment: "activations",
    hidden: [{ units: 4, activation: { name: "sigmoid" }, bias: false }],
    epochs: 4000,
    stop: { maxError: 0.1 },
  },
  numbers: {
    trials: String(TRIALS.trials),
    starts: String(TRIALS.starts),
    truth: decimal(100 * TRIALS.truth, 0),
    hits: String(trialIntervals().filter(holdsTruth).length),
    first: intervalText(intervalValues(190, 200)),
    second: intervalText(intervalValues(180, 200)),
    spread: decimal(100 * withDefinitions(VALUES, [["q", root(fraction(product("p", minus(1, "p")), "n"))]]).q!, 1),
    all: decimal(100 * intervalValues(20, 20).l!, 0),
    narrower: decimal((BY_HAND.u! - BY_HAND.l!) / (({ l, u }) => u! - l!)(intervalValues(760, 800)), 2),
    largestRate: decimal(2 / 4, 1),
    bestRate: decimal(1 / 4, 2),
  },
  figure: trialsFigure,
  parts: {
    interval: {
      flip: {
        values: { ...VALUES, q: VALUES.p! * (1 - VALUES.p!) },
        lines: [
          equal(
            sum(product("p", square(minus(1, "p"))), product(minus(1, "p"), square(minus(0, "p")))),
            product("p", minus(1, "p")),
          ),
        ],
      },
      spread: {
        values: VALUES,
        lines: [computed(root(fraction(product("p", minus(1, "p")), "n")))],
      },
      back: {
        values: { ...BY_HAND, p: BY_HAND.u! },
        lines: [equal(square(minus("f", "p")), fraction(product(square("z"), "p", minus(1, "p")), "n"))],
      },
      holm: {},
    },
    activation: {
      slopes: {
        values: VALUES,
        lines: [
          computed(derivative("s", "v"), product("s", minus(1, "s"))),
          computed(derivative("t", "v"), minus(1, square("t"))),
        ],
      },
      found: { finding: { experiment: "activations", claim: "tanh-beats-sigmoid-squared-error" } },
    },
    start: {
      tiny: {
        values: BACK,
        lines: [
          inNotation("plus", computed("e_1", product("u_1", "δ"))),
          inNotation("minus", computed(derivative("E", "h_1"), product("u_1", derivative("E", "v")))),
        ],
      },
      found: { finding: { experiment: "initialisation", claim: "tiny-harms-squared-error" } },
    },
    rate: {
      parabola: {
        values: VALUES,
        lines: [
          equal("E", product(fraction(1, 2), "k", square("w"))),
          equal(derivative("E", "w"), product("k", "w")),
          equal(minus("w", product("α", "k", "w")), product(minus(1, product("α", "k")), "w")),
        ],
      },
      table: { table: rateTable() },
      found: { finding: { experiment: "learning-rate", claim: "too-small-fails" } },
    },
    optimiser: {
      momentum: { values: VALUES, lines: [computed(fraction(1, minus(1, "β")))] },
      adam: { values: VALUES, lines: [computed(fraction(product("α", "g"), root(square("g"))))] },
      found: { finding: { experiment: "optimisers", claim: "adam-cheaper" } },
    },
    width: {
      lines: {},
      found: { finding: { experiment: "hidden-width", claim: "eight-beat-four" } },
    },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "activations", claim: "sigmoid-mostly-xor-squared-error" },
  update: {
    values: BY_HAND,
    lines: INTERVAL_DEFINITIONS.map(([name, formula]) => computed(name, formula)),
  },
  exercises: ["all", "narrow", "rate"],
  code: `const interval = (count, n) => {
  const f = count / n, z = 1.96, a = z * z / n;
  const middle = (f + a / 2) / (1 + a);
  const radius = z * Math.sqrt(f * (1 - f) / n + a / (4 * n)) / (1 + a);
  return [middle - radius, middle + radius];
};
const text = (count, n) =>
  interval(count, n).map((end) => (100 * end).toFixed(1)).join(" to ");
console.log([text(190, 200), text(180, 200), text(20, 20)].join(" | "));
`,
  prints: () =>
    [intervalValues(190, 200), intervalValues(180, 200), intervalValues(20, 20)]
      .map(({ l, u }) => [l, u].map((end) => (100 * end!).toFixed(1)).join(" to ")).join(" | "),
  sources: [
    "E. B. Wilson: Probable inference, the law of succession, and statistical inference. Journal of the American " +
    "Statistical Association 22, 1927",
    "X. Glorot, Y. Bengio: Understanding the difficulty of training deep feedforward neural networks. AISTATS, 2010",
    "D. P. Kingma, J. Ba: Adam: a method for stochastic optimization. ICLR, 2015",
    "G. Goh: Why momentum really works. Distill, 2017",
  ],
});
