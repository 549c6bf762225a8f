import { assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { initialState, type OptimizerState, type TrainingState } from "../../../core/components/optimizer_state.ts";
import { bindOptimizer, type OptimizerName, OPTIMIZERS } from "../../../core/components/optimizers.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import type { Choice } from "../../../core/components/settings.ts";
import { changed } from "../config/configs.ts";

const RATE = 0.1;

/** An optimiser, and w after updates from w = 1 with the gradients ½ and 1 at the rate 0.1. */
interface WorkedExample {
  readonly choice: Choice;
  readonly after: readonly [number, number];
}

const r = Math.sqrt;

const WORKED: Readonly<Record<OptimizerName, readonly WorkedExample[]>> = {
  gradientDescent: [
    // 1 − 0.1·0.5; 0.95 − 0.1·1
    { choice: { name: "gradientDescent", weightDecay: 0 }, after: [0.95, 0.85] },
    // gradients 0.5 + 0.2·1 = 0.7 and 1 + 0.2·0.93 = 1.186
    { choice: { name: "gradientDescent", weightDecay: 0.2 }, after: [0.93, 0.8114] },
    // the first gradient is below the bound; the second becomes 1 · 0.75 / (1 + 10⁻⁶)
    { choice: { name: "gradientDescent", clipNorm: 0.75 }, after: [0.95, 0.95 - 0.075 / 1.000001] },
    // decay is added after clipping: 0.25/1.000002 + 0.2 and 0.25/1.000001 + 0.2 w
    {
      choice: { name: "gradientDescent", clipNorm: 0.25, weightDecay: 0.2 },
      after: [0.98 - 0.025 / 1.000002, 0.98 * (0.98 - 0.025 / 1.000002) - 0.025 / 1.000001],
    },
  ],
  momentum: [
    // velocities 0.5 and 0.9·0.5 + 1 = 1.45
    { choice: { name: "momentum", momentum: 0.9, reset: "never" }, after: [0.95, 0.805] },
    // velocities 0.5, −0.5·0.5 + 1 = 0.75
    { choice: { name: "momentum", momentum: -0.5, reset: "epoch" }, after: [0.95, 0.875] },
    // gradients 0.7 and 1 + 0.2·0.93 = 1.186; velocities 0.7 and 0.9·0.7 + 1.186 = 1.816
    { choice: { name: "momentum", momentum: 0.9, reset: "never", weightDecay: 0.2 }, after: [0.93, 0.7484] },
  ],
  // directions 0.5 + 0.9·0.5 = 0.95 and 1 + 0.9·1.45 = 2.305
  nesterov: [
    { choice: { name: "nesterov", momentum: 0.9 }, after: [0.905, 0.6745] },
    // gradients 0.7 and 1.1734, velocities 0.7 and 1.8034, directions 1.33 and 2.79646
    { choice: { name: "nesterov", momentum: 0.9, weightDecay: 0.2 }, after: [0.867, 0.587354] },
  ],
  rmsprop: [{
    // mean squares ¼·0.25 = 1/16, ¾/16 + ¼ = 19/64; directions 0.5/(¼ + ¼) = 1, 1/(√19/8 + ¼)
    choice: { name: "rmsprop", decay: 0.75, epsilon: 0.25 },
    after: [0.9, 0.9 - 0.1 / (r(19) / 8 + 0.25)],
  }, {
    // gradients 0.5 − 0.5·1 = 0 and 1 − 0.5·1 = ½; mean squares 0 and 1/16; directions 0 and ½/(¼ + ¼)
    choice: { name: "rmsprop", decay: 0.75, epsilon: 0.25, weightDecay: -0.5 },
    after: [1, 0.9],
  }],
  adam: [{
    // m̂: 0.25/0.5 = 0.5, (0.125 + 0.5)/0.75 = 5/6; v̂: (1/16)/¼ = ¼, (19/64)/(7/16) = 19/28
    choice: { name: "adam", beta1: 0.5, beta2: 0.75, epsilon: 0.25 },
    after: [1 - 0.1 * 2 / 3, 1 - 0.1 * (2 / 3 + 5 / 6 / (r(19 / 28) + 0.25))],
  }, {
    // gradients 0 and ½; m̂ 0 and ¼/¾ = ⅓, v̂ 0 and (1/16)/(7/16) = 1/7
    choice: { name: "adam", beta1: 0.5, beta2: 0.75, epsilon: 0.25, weightDecay: -0.5 },
    after: [1, 1 - 0.1 / 3 / (r(1 / 7) + 0.25)],
  }],
  adamw: [{
    // as Adam, each time after w · (1 − 0.1·0.3) = 0.97 w
    choice: { name: "adamw", beta1: 0.5, beta2: 0.75, epsilon: 0.25, weightDecay: 0.3 },
    after: [0.97 - 0.1 * 2 / 3, 0.97 * (0.97 - 0.1 * 2 / 3) - 0.1 * 5 / 6 / (r(19 / 28) + 0.25)],
  }],
  adagrad: [{
    // sums 0.25, 1.25; directions 0.5/(0.5 + 0.5) and 1/(√1.25 + 0.5)
    choice: { name: "adagrad", epsilon: 0.5 },
    after: [0.95, 0.95 - 0.1 / (r(1.25) + 0.5)],
  }, {
    // gradients 0 and ½; sums 0 and ¼
    choice: { name: "adagrad", epsilon: 0.5, weightDecay: -0.5 },
    after: [1, 0.95],
  }],
  perceptron: [{ choice: { name: "perceptron" }, after: [0.95, 0.85] }],
};

for (const [name, cases] of Object.entries(WORKED)) {
  for (const { choice, after } of cases) {
    Deno.test(`OPTIMIZERS.${name} makes the first two updates worked by hand: ${JSON.stringify(choice)}`, () => {
      const { update, stateFields } = bindOptimizer(choice);
      const first = update(NUMBERS, RATE, [0.5], { parameters: [1], optimizerState: initialState(stateFields, 1) });
      const second = update(NUMBERS, RATE, [1], first);
      // A few roundings of numbers up to 1.
      assertAlmostEquals(first.parameters[0]!, after[0], 1e-15);
      assertAlmostEquals(second.parameters[0]!, after[1], 1e-15);
    });
  }
}

Deno.test("clipNorm bounds the norm over all parameters, and leaves shorter gradients alone", () => {
  const { update } = bindOptimizer({ name: "gradientDescent", clipNorm: 1 });
  const afterwards = (gradient: readonly number[]) =>
    update(NUMBERS, 1, gradient, { parameters: [0, 0, 0], optimizerState: {} }).parameters;
  // √(2² + 3² + 6²) = 7
  for (const [i, w] of afterwards([2, -3, 6]).entries()) assertAlmostEquals(w, -[2, -3, 6][i]! / 7.000001, 1e-15);
  assertEquals(afterwards([0.5, -0.25, 0.125]), [-0.5, 0.25, -0.125]);
  assertEquals(afterwards([0, 0, 0]), [0, 0, 0]);
});

/** The settings of a config that gives none, as in PyTorch. */
const DEFAULTS: Readonly<Record<Exclude<OptimizerName, "perceptron">, object>> = {
  gradientDescent: { weightDecay: 0 },
  momentum: { momentum: 0.9, reset: "never" },
  nesterov: { momentum: 0.9 },
  rmsprop: { decay: 0.99, epsilon: 1e-8 },
  adam: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  adamw: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
  adagrad: { epsilon: 1e-10 },
};

for (const [name, settings] of Object.entries(DEFAULTS)) {
  Deno.test(`OPTIMIZERS.${name} has PyTorch's defaults`, () => {
    const optimizer = { name, learningRate: 2 };
    assertEquals(parseConfig(changed({ optimizer })).config.optimizer, { ...optimizer, ...settings } as never);
  });
}

Deno.test("OPTIMIZERS all have a worked example", () => {
  assertEquals(Object.keys(WORKED).sort(), Object.keys(OPTIMIZERS).sort());
});

/** ½ (x² + 4 y²) has the gradient (x, 4 y). */
const gradientOf = ([x, y]: readonly number[]) => [x!, 4 * y!];

/** Rates and settings that converge to the minimum of the bowl, and the distance from it after 1,000 updates. */
const BOWL: Readonly<
  Record<OptimizerName, { readonly choice: Choice; readonly rate: number; readonly distance: number }>
> = {
  gradientDescent: { choice: { name: "gradientDescent", weightDecay: 0 }, rate: 0.1, distance: 1e-40 },
  momentum: { choice: { name: "momentum", momentum: 0.9, reset: "never" }, rate: 0.05, distance: 1e-15 },
  nesterov: { choice: { name: "nesterov", momentum: 0.9 }, rate: 0.05, distance: 1e-15 },
  // Its steps are about as long as the rate for any gradient, so it stays a few rates away.
  rmsprop: { choice: { name: "rmsprop", decay: 0.99, epsilon: 1e-8 }, rate: 0.01, distance: 0.02 },
  adam: { choice: { name: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }, rate: 0.05, distance: 1e-3 },
  adamw: {
    choice: { name: "adamw", beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    rate: 0.05,
    distance: 1e-3,
  },
  adagrad: { choice: { name: "adagrad", epsilon: 1e-10 }, rate: 0.5, distance: 1e-15 },
  perceptron: { choice: { name: "perceptron" }, rate: 0.1, distance: 1e-40 },
};

for (const [name, { choice, rate, distance }] of Object.entries(BOWL)) {
  Deno.test(`OPTIMIZERS.${name} finds the minimum of a quadratic bowl from both sides`, () => {
    const { update, stateFields } = bindOptimizer(choice);
    let up: TrainingState<number> = { parameters: [2, -1], optimizerState: initialState(stateFields, 2) };
    let mirrored: TrainingState<number> = { parameters: [-2, 1], optimizerState: initialState(stateFields, 2) };
    for (let i = 0; i < 1000; i++) {
      up = update(NUMBERS, rate, gradientOf(up.parameters), up);
      mirrored = update(NUMBERS, rate, gradientOf(mirrored.parameters), mirrored);
    }
    for (const coordinate of up.parameters) assertLess(Math.abs(coordinate), distance);
    assertEquals(mirrored.parameters, up.parameters.map((coordinate) => -coordinate));
  });
}

Deno.test("OPTIMIZERS.gradientDescent scales the distance by (1 − rate·curvature) at each update", () => {
  const { update, stateFields } = bindOptimizer({ name: "gradientDescent", weightDecay: 0 });
  let state: TrainingState<number> = { parameters: [2, -1], optimizerState: initialState(stateFields, 2) };
  for (let i = 0; i < 20; i++) state = update(NUMBERS, 0.125, gradientOf(state.parameters), state);
  // Factors 7/8 and 1/2; powers of two are exact.
  assertAlmostEquals(state.parameters[0]!, 2 * 0.875 ** 20, 1e-15);
  assertEquals(state.parameters[1], -(0.5 ** 20));
});

for (const name of Object.keys(OPTIMIZERS)) {
  Deno.test(`OPTIMIZERS.${name} returns a state of the same shape and changes none of its arguments`, () => {
    const { update, stateFields } = bindOptimizer({ name, learningRate: 1, ...settingsOf(name as OptimizerName) });
    const gradient = Object.freeze([1, -2, 3]);
    const initial = initialState(stateFields, 3);
    for (const field of Object.values(initial)) Object.freeze(field);
    const { parameters, optimizerState } = update(NUMBERS, RATE, gradient, {
      parameters: Object.freeze([1, 2, 3]),
      optimizerState: Object.freeze(initial),
    });
    const shapeOf = (state: OptimizerState<number>) =>
      Object.entries(state).map(([name, field]) => [name, typeof field === "number" ? 1 : field.length]);
    assertEquals([parameters.length, shapeOf(optimizerState)], [3, shapeOf(initial)]);
  });
}

function settingsOf(name: OptimizerName): Readonly<Record<string, number | string>> {
  const { name: _, ...settings } = BOWL[name].choice;
  return settings;
}
