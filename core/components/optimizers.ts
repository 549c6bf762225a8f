/** One update: from the gradient to new parameters. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import {
  type Choice,
  finite,
  type NoSettings,
  notNegative,
  oneOf,
  type SettingsOf,
  type SettingValues,
  share,
} from "./settings.ts";

/** Parameters, and what the optimiser remembers from update to update. */
export interface Step<T> {
  /** The flat list of the network. */
  readonly parameters: readonly T[];
  /** What the optimiser makes of it is its own affair. */
  readonly memory: readonly T[];
}

/** An entry of OPTIMIZERS; `learningRate` is a value of its own, so that runs of many rates share one kernel. */
export interface Optimizer<V extends SettingValues = NoSettings> {
  /** The settings it takes, by name. */
  readonly settings: SettingsOf<V>;
  /** What it remembers before the first update of a net with so many parameters. */
  memory(parameters: number, settings: Readonly<V>): number[];
  /** Whether it forgets at the start of each epoch. */
  forgets?(settings: Readonly<V>): boolean;
  /** Parameters and memory after one update at the learning rate `rate`. */
  update<T>(m: Arithmetic<T>, rate: T, gradient: readonly T[], step: Step<T>, settings: Readonly<V>): Step<T>;
}

/** An optimiser with its settings fixed, its learning rate left open. */
export interface BoundOptimizer {
  /** Its name in OPTIMIZERS. */
  readonly name: string;
  /** What it remembers before the first update of a net with so many parameters. */
  memory(parameters: number): number[];
  /** Whether it forgets at the start of each epoch. */
  readonly forgets: boolean;
  /** Parameters and memory after one update at the learning rate `rate`. */
  update<T>(m: Arithmetic<T>, rate: T, gradient: readonly T[], step: Step<T>): Step<T>;
}

const none = () => [];
const zeros = (count: number): number[] => new Array(count).fill(0);

/** w − rate·direction for each parameter. */
function descend<T>(m: Arithmetic<T>, rate: T, parameters: readonly T[], direction: readonly T[]): T[] {
  return parameters.map((w, i) => m.sub(w, m.mul(rate, direction[i]!)));
}

/** keep·old + new: a velocity that friction slows. */
function gather<T>(m: Arithmetic<T>, keep: number, old: readonly T[], fresh: readonly T[]): T[] {
  return old.map((v, i) => m.add(m.mul(m.constant(keep), v), fresh[i]!));
}

/** keep·old + (1 − keep)·new: a running mean. */
function blend<T>(m: Arithmetic<T>, keep: number, old: readonly T[], fresh: readonly T[]): T[] {
  return old.map((v, i) => m.add(m.mul(m.constant(keep), v), m.mul(m.constant(1 - keep), fresh[i]!)));
}

function squares<T>(m: Arithmetic<T>, gradient: readonly T[]): T[] {
  return gradient.map((g) => m.mul(g, g));
}

/** gradient / (√size + ε), entry by entry. */
function scaled<T>(m: Arithmetic<T>, gradient: readonly T[], sizes: readonly T[], epsilon: number): T[] {
  return gradient.map((g, i) => m.div(g, m.add(m.sqrt(sizes[i]!), m.constant(epsilon))));
}

const gradientDescent: Optimizer<{ learningRate: number; weightDecay: number }> = {
  settings: { learningRate: finite(), weightDecay: finite(0) },
  memory: none,
  update: (m, rate, gradient, { parameters, memory }, { weightDecay }) => {
    const pulled = weightDecay === 0
      ? gradient
      : parameters.map((w, i) => m.add(gradient[i]!, m.mul(m.constant(weightDecay), w)));
    return { parameters: descend(m, rate, parameters, pulled), memory };
  },
};

/** Polyak 1964. Memory: the velocity. */
const momentum: Optimizer<{ learningRate: number; momentum: number; reset: "never" | "epoch" }> = {
  settings: { learningRate: finite(), momentum: finite(0.9), reset: oneOf("never", "epoch") },
  memory: zeros,
  forgets: ({ reset }) => reset === "epoch",
  update: (m, rate, gradient, { parameters, memory }, { momentum }) => {
    const velocity = gather(m, momentum, memory, gradient);
    return { parameters: descend(m, rate, parameters, velocity), memory: velocity };
  },
};

/** Nesterov 1983, as Sutskever et al. 2013 and PyTorch write it. Memory: the velocity. */
const nesterov: Optimizer<{ learningRate: number; momentum: number }> = {
  settings: { learningRate: finite(), momentum: finite(0.9) },
  memory: zeros,
  update: (m, rate, gradient, { parameters, memory }, { momentum }) => {
    const velocity = gather(m, momentum, memory, gradient);
    const ahead = gradient.map((g, i) => m.add(g, m.mul(m.constant(momentum), velocity[i]!)));
    return { parameters: descend(m, rate, parameters, ahead), memory: velocity };
  },
};

/** Tieleman & Hinton 2012. Memory: the mean square of the gradient. */
const rmsprop: Optimizer<{ learningRate: number; decay: number; epsilon: number }> = {
  settings: { learningRate: finite(), decay: share(0.99), epsilon: notNegative(1e-8) },
  memory: zeros,
  update: (m, rate, gradient, { parameters, memory }, { decay, epsilon }) => {
    const mean = blend(m, decay, memory, squares(m, gradient));
    return { parameters: descend(m, rate, parameters, scaled(m, gradient, mean, epsilon)), memory: mean };
  },
};

/** Kingma & Ba 2015. Memory: the running means of the gradient and of its square, then β₁ᵗ and β₂ᵗ. */
const adam: Optimizer<{ learningRate: number; beta1: number; beta2: number; epsilon: number }> = {
  settings: { learningRate: finite(), beta1: share(0.9), beta2: share(0.999), epsilon: notNegative(1e-8) },
  memory: (count) => [...zeros(2 * count), 1, 1],
  update: (m, rate, gradient, { parameters, memory }, { beta1, beta2, epsilon }) => {
    const n = parameters.length, one = m.constant(1);
    const first = blend(m, beta1, memory.slice(0, n), gradient);
    const second = blend(m, beta2, memory.slice(n, 2 * n), squares(m, gradient));
    const power1 = m.mul(memory[2 * n]!, m.constant(beta1)), power2 = m.mul(memory[2 * n + 1]!, m.constant(beta2));
    // one reciprocal for all parameters, for a division takes as long as several products
    const stepSize = m.div(rate, m.sub(one, power1)), scale = m.div(one, m.sqrt(m.sub(one, power2)));
    const direction = first.map((f, i) => m.div(f, m.add(m.mul(m.sqrt(second[i]!), scale), m.constant(epsilon))));
    return { parameters: descend(m, stepSize, parameters, direction), memory: [...first, ...second, power1, power2] };
  },
};

/** Loshchilov & Hutter 2019: Adam, after the weights have shrunk by themselves. */
const adamw: Optimizer<{ learningRate: number; beta1: number; beta2: number; epsilon: number; weightDecay: number }> = {
  settings: { ...adam.settings, weightDecay: finite(0.01) },
  memory: adam.memory,
  update: (m, rate, gradient, { parameters, memory }, settings) => {
    const kept = m.sub(m.constant(1), m.mul(rate, m.constant(settings.weightDecay)));
    const shrunk = parameters.map((w) => m.mul(w, kept));
    return adam.update(m, rate, gradient, { parameters: shrunk, memory }, settings);
  },
};

/** Duchi, Hazan & Singer 2011. Memory: the sum of the gradient's squares. */
const adagrad: Optimizer<{ learningRate: number; epsilon: number }> = {
  settings: { learningRate: finite(), epsilon: notNegative(1e-10) },
  memory: zeros,
  update: (m, rate, gradient, { parameters, memory }, { epsilon }) => {
    const sums = memory.map((v, i) => m.add(v, m.mul(gradient[i]!, gradient[i]!)));
    return { parameters: descend(m, rate, parameters, scaled(m, gradient, sums, epsilon)), memory: sums };
  },
};

/** Rosenblatt 1958: w + rate·(d − y)·x. The gradient it is given is (y − d)·x. */
const perceptron: Optimizer<{ learningRate: number }> = {
  settings: { learningRate: finite() },
  memory: none,
  update: (m, rate, gradient, { parameters, memory }) => ({
    parameters: descend(m, rate, parameters, gradient),
    memory,
  }),
};

/**
 * The optimisers by name, in PyTorch's formulas.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NUMBERS, OPTIMIZERS } from "../../mod.ts";
 *
 * const { momentum } = OPTIMIZERS, settings = { learningRate: 0.5, momentum: 0.5, reset: "never" } as const;
 * const start = { parameters: [1], memory: momentum.memory(1, settings) };
 * const once = momentum.update(NUMBERS, 0.5, [1], start, settings);
 * assertEquals(once, { parameters: [0.5], memory: [1] });
 * assertEquals(momentum.update(NUMBERS, 0.5, [1], once, settings).parameters, [-0.25]);
 * ```
 */
export const OPTIMIZERS = {
  gradientDescent,
  momentum,
  nesterov,
  rmsprop,
  adam,
  adamw,
  adagrad,
  perceptron,
} as const satisfies Readonly<Record<string, Optimizer>>;

/** The name of an optimiser. */
export type OptimizerName = keyof typeof OPTIMIZERS;

/** The optimiser that a config names, with its settings fixed. */
export function bindOptimizer(choice: Choice): BoundOptimizer {
  const entry: Optimizer = OPTIMIZERS[choice.name as OptimizerName];
  return {
    name: choice.name,
    memory: (parameters) => entry.memory(parameters, choice),
    forgets: entry.forgets?.(choice) ?? false,
    update: (m, rate, gradient, step) => entry.update(m, rate, gradient, step, choice),
  };
}
