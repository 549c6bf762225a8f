/** Lesson: gradient descent. */
import { numberTable } from "../../formula/number_table.ts";
import {
  type Definitions,
  derivative,
  derivativeName,
  expressionOf,
  fraction,
  minus,
  product,
  square,
  sum,
  type Values,
  withDefinitions,
} from "../../formula/expression.ts";
import { computed, equal } from "../../formula/mathml.ts";
import { decimal, defineLesson } from "../../lesson.ts";
import { pathOver, weightAfter } from "./descent.ts";
import { ravineFigure, VALLEYS } from "./ravine_figure.ts";
import { slopeFigure } from "./slope_figure.ts";

const GIVEN: Values = { w: 0, α: 0.5, w_1: -2, w_2: 0.4 };
const next = (weight: string) => minus(weight, product("α", minus(weight, 2)));

/** The valley E of one weight with three steps, and the ravine F of two. */
const DEFINITIONS: Definitions = [
  ["E", product(fraction(1, 2), square(minus("w", 2)))],
  [derivativeName("E", "w"), minus("w", 2)],
  ["w′", next("w")],
  ["w″", next("w′")],
  ["w‴", next("w″")],
  ["F", product(fraction(1, 2), sum(square("w_1"), product(20, square("w_2"))))],
  [derivativeName("F", "w_1"), expressionOf("w_1")],
  [derivativeName("F", "w_2"), product(20, "w_2")],
];
const VALUES = withDefinitions(GIVEN, DEFINITIONS);

const RATES = [0.1, 0.5, 1, 1.9, 2.1];
const STEPS = [1, 2, 3, 10];
const { ravine } = VALLEYS;
const TEN_STEPS = pathOver(ravine.steepness, ravine.rate, [1, 1], 10)[10]!;

/** Gradient descent. */
export const gradientDescent = defineLesson({
  id: "gradient-descent",
  minutes: 9,
  prerequisites: ["supervised-learning"],
  terms: [
    "weight",
    "error",
    "net",
    "hidden-layer",
    "xor",
    "learning-rate",
    "gradient-descent",
    "unit",
    "target",
    "gradient",
    "start",
  ],
  lab: {
    experiment: "learning-rate",
    hidden: [{ units: 4, activation: { name: "sigmoid" }, bias: false }],
    optimizer: { name: "gradientDescent", learningRate: 0.01, weightDecay: 0 },
    stop: { maxError: 0.1 },
  },
  numbers: {
    away: [1, 2].map((steps) => decimal(weightAfter(2.1, steps), 2)) as [string, string],
    landing: decimal(1 / ravine.steepness, 2),
    largest: decimal(2 / ravine.steepness, 1),
    rate: decimal(ravine.rate, 2),
    along: decimal(100 * ravine.rate, 0),
    factors: [1 - ravine.rate, 1 - ravine.rate * ravine.steepness].map((factor) => decimal(factor, 2)) as [
      string,
      string,
    ],
    tenSteps: TEN_STEPS.map((w) => decimal(w, 2)) as [string, string],
  },
  figure: slopeFigure,
  parts: {
    rule: {
      valley: {
        values: VALUES,
        lines: [
          equal("E", product(fraction(1, 2), square(minus("w", 2)))),
          equal(derivative("E", "w"), minus("w", 2)),
        ],
      },
      sign: {},
      step: {
        values: VALUES,
        lines: [{
          chain: [expressionOf("w"), minus("w", product("α", derivative("E", "w")))],
          relation: "←",
        }],
      },
    },
    size: {
      distance: {
        values: VALUES,
        lines: [
          equal(
            minus("w′", 2),
            minus(minus("w", product("α", minus("w", 2))), 2),
            product(minus(1, "α"), minus("w", 2)),
          ),
        ],
      },
      table: {
        table: numberTable(
          ["α", ...STEPS.map(String)],
          RATES.map((rate) => [decimal(rate, 1), ...STEPS.map((steps) => decimal(weightAfter(rate, steps), 2))]),
        ),
      },
      meaning: {},
    },
    ravine: {
      gradient: {
        values: VALUES,
        lines: [
          equal("F", product(fraction(1, 2), sum(square("w_1"), product(20, square("w_2"))))),
          equal(derivative("F", "w_1"), "w_1"),
          equal(derivative("F", "w_2"), product(20, "w_2")),
        ],
      },
      picture: { figure: ravineFigure },
      dilemma: {},
    },
  },
  model: { given: GIVEN, definitions: DEFINITIONS },
  finding: { experiment: "learning-rate", claim: "too-large-fails" },
  update: {
    values: VALUES,
    lines: [computed("w′", next("w")), computed("w″", next("w′")), computed("w‴", next("w″"))],
  },
  exercises: ["away", "landing", "factors"],
  code: `const slope = (w) => w - 2; // of E = (w - 2)² / 2
const descend = (rate, steps) => {
  let w = 0;
  for (let i = 0; i < steps; i++) {
    w -= rate * slope(w);
  }
  return w;
};
const rates = [0.1, 0.5, 1, 1.9, 2.1];
console.log(rates.map((rate) => descend(rate, 10).toFixed(2)).join(" "));
`,
  prints: () => RATES.map((rate) => weightAfter(rate, 10).toFixed(2)).join(" "),
  sources: [
    "A. Cauchy: Méthode générale pour la résolution des systèmes d’équations simultanées. Comptes rendus 25, 1847",
  ],
});
