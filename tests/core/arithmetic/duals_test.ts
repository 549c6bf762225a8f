import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { bindActivation } from "../../../core/components/activations.ts";
import type { Arithmetic } from "../../../core/arithmetic/arithmetic.ts";
import { gradientOf, lossOf } from "../../../core/backprop.ts";
import { type Dual, duals, seedDuals } from "../../../core/arithmetic/duals.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { type GradientCase, trainingOf } from "../../../core/gradient_check.ts";
import functions from "../../fixtures/functions.json" with { type: "json" };

const DUALS = duals(NUMBERS), NESTED = duals(DUALS);
const variable = (value: number): Dual => ({ value, derivative: 1 });
const fixed = (value: number): Dual => ({ value, derivative: 0 });

/** A function of one variable that uses an operation, with its derivatives by calculus. */
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
  Deno.test(`duals.${name} has the value of plain numbers and the derivatives of calculus`, () => {
    for (const x of at) {
      const { value, derivative } = f(DUALS, variable(x));
      const twice = f(NESTED, { value: variable(x), derivative: fixed(1) });
      assertEquals(value, f(NUMBERS, x));
      // A few roundings.
      const near = (got: number, expected: number) =>
        assertAlmostEquals(got, expected, 1e-14 * Math.max(1, Math.abs(expected)), `at ${x}`);
      near(derivative, first(x));
      assertEquals([twice.value.value, twice.value.derivative, twice.derivative.value], [
        value,
        derivative,
        derivative,
      ]);
      near(twice.derivative.derivative, second(x));
    }
  });
}

Deno.test("duals' constants have derivative 0, and log uses the core's logarithm", () => {
  assertEquals(DUALS.constant(3), fixed(3));
  assertEquals(DUALS.log(fixed(2)), fixed(NUMBERS.log(2)));
  assertAlmostEquals(DUALS.log(variable(2)).value, log(2), 1e-15);
});

Deno.test("duals take the documented side at a kink", () => {
  const zero = variable(0), still = fixed(0);
  assertEquals(DUALS.abs(zero).derivative, 1);
  assertEquals([DUALS.max(zero, still).derivative, DUALS.max(still, zero).derivative], [1, 0]);
  assertEquals([DUALS.min(zero, still).derivative, DUALS.min(still, zero).derivative], [1, 0]);
  assertEquals(DUALS.ifLess(zero, still, fixed(1), variable(2)).derivative, 1);
});

/** Activations by their names in the file. */
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
  Deno.test(`duals differentiate ACTIVATIONS.${choice.name} like 60-digit numbers, except at its kink`, () => {
    const activation = bindActivation(choice), points = functions.activations[file as keyof typeof CHOICES];
    let compared = 0;
    for (const { x, df } of points) {
      // At 0 the side is a convention; beyond 700, infinities are multiplied by 0. The tolerance allows for cancellation
      // in the quotient rule when a sigmoid is near 1.
      if (x === 0 || Math.abs(x) > 700 || df === null) continue;
      assertAlmostEquals(activation.value(DUALS, variable(x)).derivative, df, 1e-14, `at ${x}`);
      compared++;
    }
    assert(compared > 40);
  });
}

Deno.test("nested duals give the same second derivatives as duals through back-propagation", () => {
  for (const activation of ["tanh", "gelu", "softplus", "sin"] as const) {
    const entry: GradientCase = { activation, loss: "crossEntropy", delta: "fused", layers: 2, bias: true };
    const training = trainingOf(entry), { rows, start } = training;
    const examples = rows.map(({ inputs, targets }) => ({ inputs: inputs.map(fixed), targets: targets.map(fixed) }));
    const nested = examples.map(({ inputs, targets }) => ({
      inputs: inputs.map((x): Dual<Dual> => ({ value: x, derivative: fixed(0) })),
      targets: targets.map((d): Dual<Dual> => ({ value: d, derivative: fixed(0) })),
    }));
    for (let j = 0; j < start.length; j++) {
      const direction = seedDuals(start, j);
      const column = gradientOf(DUALS, training, direction, examples).map(({ derivative }) => derivative);
      for (let i = 0; i < start.length; i++) {
        const both = direction.map((value, k): Dual<Dual> => ({ value, derivative: fixed(k === i ? 1 : 0) }));
        const { derivative } = lossOf(NESTED, training, both, nested);
        assertAlmostEquals(derivative.derivative, column[i]!, 1e-14);
      }
    }
  }
});
