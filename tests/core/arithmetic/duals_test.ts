import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { bindActivation } from "../../../core/components/activations.ts";
import type { Arithmetic } from "../../../core/arithmetic/arithmetic.ts";
import { gradientOf, lossOf } from "../../../core/backprop.ts";
import { along, type Dual, duals } from "../../../core/arithmetic/duals.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { type GradientCase, trainingOf } from "../../../core/gradient_check.ts";
import { shareOf } from "../../../core/training.ts";
import functions from "../../fixtures/functions.json" with { type: "json" };

const DUALS = duals(NUMBERS), NESTED = duals(DUALS);
const variable = (value: number): Dual => ({ value, slope: 1 });
const fixed = (value: number): Dual => ({ value, slope: 0 });

/** Each member as a function of one variable, its first and its second derivative by the calculus of the textbook. */
interface Rule {
  readonly f: <T>(m: Arithmetic<T>, x: T) => T;
  readonly at: readonly number[];
  readonly first: (x: number) => number;
  readonly second: (x: number) => number;
}

const { exp, log, sqrt, tanh, sin, cos, PI } = Math;
const WIDE = [-3.5, -0.7, 0.3, 2.25], RIGHT = [0.04, 0.9, 1.5, 40];

const RULES: Readonly<Record<Exclude<keyof Arithmetic<number>, "constant">, Rule>> = {
  add: { f: (m, x) => m.add(x, m.mul(x, x)), at: WIDE, first: (x) => 1 + 2 * x, second: () => 2 },
  sub: { f: (m, x) => m.sub(m.constant(5), m.mul(x, x)), at: WIDE, first: (x) => -2 * x, second: () => -2 },
  mul: { f: (m, x) => m.mul(x, m.mul(x, x)), at: WIDE, first: (x) => 3 * x * x, second: (x) => 6 * x },
  div: {
    f: (m, x) => m.div(m.add(x, m.constant(2)), m.mul(x, x)),
    at: WIDE,
    first: (x) => -1 / (x * x) - 4 / (x * x * x),
    second: (x) => 2 / (x * x * x) + 12 / (x * x * x * x),
  },
  sqrt: { f: (m, x) => m.sqrt(x), at: RIGHT, first: (x) => 0.5 / sqrt(x), second: (x) => -0.25 / (x * sqrt(x)) },
  abs: {
    f: (m, x) => m.mul(x, m.abs(x)),
    at: [...WIDE, 0],
    first: (x) => 2 * Math.abs(x),
    second: (x) => x < 0 ? -2 : 2,
  },
  min: {
    f: (m, x) => m.min(m.mul(x, x), x),
    at: WIDE,
    first: (x) => x > 0 && x < 1 ? 2 * x : 1,
    second: (x) => x > 0 && x < 1 ? 2 : 0,
  },
  max: {
    f: (m, x) => m.max(m.mul(x, x), x),
    at: WIDE,
    first: (x) => x > 0 && x < 1 ? 1 : 2 * x,
    second: (x) => x > 0 && x < 1 ? 0 : 2,
  },
  ifLess: {
    f: (m, x) => m.ifLess(x, m.constant(0.3), m.mul(x, x), m.mul(m.constant(7), x)),
    at: WIDE,
    first: (x) => x < 0.3 ? 2 * x : 7,
    second: (x) => x < 0.3 ? 2 : 0,
  },
  ifEqual: {
    f: (m, x) => m.ifEqual(x, m.constant(0.3), m.mul(x, x), m.mul(m.constant(7), x)),
    at: WIDE,
    first: (x) => x === 0.3 ? 2 * x : 7,
    second: (x) => x === 0.3 ? 2 : 0,
  },
  exp: { f: (m, x) => m.exp(x), at: WIDE, first: exp, second: exp },
  expm1: { f: (m, x) => m.expm1(x), at: WIDE, first: exp, second: exp },
  sigmoid: {
    f: (m, x) => m.sigmoid(x),
    at: WIDE,
    first: (x) => exp(x) / ((1 + exp(x)) * (1 + exp(x))),
    second: (x) => exp(x) * (1 - exp(x)) / ((1 + exp(x)) * (1 + exp(x)) * (1 + exp(x))),
  },
  log: { f: (m, x) => m.log(x), at: RIGHT, first: (x) => 1 / x, second: (x) => -1 / (x * x) },
  log1p: {
    f: (m, x) => m.log1p(x),
    at: RIGHT,
    first: (x) => 1 / (1 + x),
    second: (x) => -1 / ((1 + x) * (1 + x)),
  },
  tanh: {
    f: (m, x) => m.tanh(x),
    at: WIDE,
    first: (x) => 1 - tanh(x) * tanh(x),
    second: (x) => -2 * tanh(x) * (1 - tanh(x) * tanh(x)),
  },
  erf: {
    f: (m, x) => m.erf(x),
    at: WIDE,
    first: (x) => 2 / sqrt(PI) * exp(-x * x),
    second: (x) => -4 * x / sqrt(PI) * exp(-x * x),
  },
  sin: { f: (m, x) => m.sin(x), at: WIDE, first: cos, second: (x) => -sin(x) },
  cos: { f: (m, x) => m.cos(x), at: WIDE, first: (x) => -sin(x), second: (x) => -cos(x) },
};

for (const [name, { f, at, first, second }] of Object.entries(RULES)) {
  Deno.test(`duals.${name} has the value of the numbers, and both derivatives of the textbook`, () => {
    for (const x of at) {
      const { value, slope } = f(DUALS, variable(x));
      const twice = f(NESTED, { value: variable(x), slope: fixed(1) });
      assertEquals(value, f(NUMBERS, x));
      // A handful of roundings.
      const near = (got: number, wanted: number) =>
        assertAlmostEquals(got, wanted, 1e-14 * Math.max(1, Math.abs(wanted)), `at ${x}`);
      near(slope, first(x));
      assertEquals([twice.value.value, twice.value.slope, twice.slope.value], [value, slope, slope]);
      near(twice.slope.slope, second(x));
    }
  });
}

Deno.test("duals' constants do not move, and log's derivative is that of its argument's size", () => {
  assertEquals(DUALS.constant(3), fixed(3));
  assertEquals(DUALS.log(fixed(2)), fixed(NUMBERS.log(2)));
  assertAlmostEquals(DUALS.log(variable(2)).value, log(2), 1e-15);
});

Deno.test("duals take the stated side at a kink", () => {
  const zero = variable(0), still = fixed(0);
  assertEquals(DUALS.abs(zero).slope, 1);
  assertEquals([DUALS.max(zero, still).slope, DUALS.max(still, zero).slope], [1, 0]);
  assertEquals([DUALS.min(zero, still).slope, DUALS.min(still, zero).slope], [1, 0]);
  assertEquals(DUALS.ifLess(zero, still, fixed(1), variable(2)).slope, 1);
});

/** The file's names of activations with more than one piece of text. */
const CHOICES = {
  relu: { name: "relu" },
  "leaky_relu_0.01": { name: "leakyRelu", slope: 0.01 },
  elu_1: { name: "elu", alpha: 1 },
  gelu: { name: "gelu" },
  gelu_tanh: { name: "geluTanh" },
  silu: { name: "silu" },
  softplus: { name: "softplus" },
  softsign: { name: "softsign" },
  sigmoid: { name: "sigmoid" },
  tanh: { name: "tanh" },
  identity: { name: "identity" },
  step_ge0: { name: "step" },
} as const;

for (const [file, choice] of Object.entries(CHOICES)) {
  Deno.test(`duals differentiate ACTIVATIONS.${choice.name} as 60 digits do, off its kink`, () => {
    const activation = bindActivation(choice), points = functions.activations[file as keyof typeof CHOICES];
    let compared = 0;
    for (const { x, df } of points) {
      // At 0 the side is a matter of convention; beyond 700 infinities meet zeros on the way. Where a sigmoid is near 1
      // its quotient rule cancels, and z multiplies what is left.
      if (x === 0 || Math.abs(x) > 700 || df === null) continue;
      assertAlmostEquals(activation.value(DUALS, variable(x)).slope, df, 1e-14, `at ${x}`);
      compared++;
    }
    assert(compared > 40);
  });
}

Deno.test("duals of duals give the second derivatives that dual numbers give of back-propagation's gradient", () => {
  for (const activation of ["tanh", "gelu", "softplus", "sin"] as const) {
    const entry: GradientCase = { activation, loss: "crossEntropy", delta: "fused", layers: 2, bias: true };
    const training = trainingOf(entry),
      { network, loss, rows, start } = training,
      share = shareOf(training, rows.length);
    const examples = rows.map(({ inputs, targets }) => ({ inputs: inputs.map(fixed), targets: targets.map(fixed) }));
    const lifted = examples.map(({ inputs, targets }) => ({
      inputs: inputs.map((x): Dual<Dual> => ({ value: x, slope: fixed(0) })),
      targets: targets.map((d): Dual<Dual> => ({ value: d, slope: fixed(0) })),
    }));
    for (let j = 0; j < start.length; j++) {
      const direction = along(start, j);
      const column = gradientOf(DUALS, network, loss, share, direction, examples).map(({ slope }) => slope);
      for (let i = 0; i < start.length; i++) {
        const both = direction.map((value, k): Dual<Dual> => ({ value, slope: fixed(k === i ? 1 : 0) }));
        const { slope } = lossOf(NESTED, network, loss, share, both, lifted);
        assertAlmostEquals(slope.slope, column[i]!, 1e-14);
      }
    }
  }
});
