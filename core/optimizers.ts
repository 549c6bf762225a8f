/** One update: from the gradient to new parameters. */
import type { Arithmetic } from "./arithmetic.ts";
import { type Choice, finite, notNegative, oneOf, type SettingTable, share, type Values } from "./settings.ts";

/** Parameters, and what the optimiser remembers from update to update. */
export interface Step<T> {
  readonly parameters: readonly T[];
  readonly memory: readonly T[];
}

/** An entry of OPTIMIZERS; `learningRate` is a value of its own, so that runs of many rates share one kernel. */
export interface Optimizer<S extends SettingTable = SettingTable> {
  readonly settings: S;
  /** What it remembers before the first update of a net with so many parameters. */
  memory(parameters: number, settings: Values<S>): number[];
  /** Whether it forgets at the start of each epoch. */
  readonly forgets?: (settings: Values<S>) => boolean;
  update<T>(m: Arithmetic<T>, rate: T, gradient: readonly T[], step: Step<T>, settings: Values<S>): Step<T>;
}

/** An optimiser with its settings fixed, its learning rate left open. */
export interface BoundOptimizer {
  readonly name: string;
  memory(parameters: number): number[];
  readonly forgets: boolean;
  update<T>(m: Arithmetic<T>, rate: T, gradient: readonly T[], step: Step<T>): Step<T>;
}

const define = <S extends SettingTable>(entry: Optimizer<S>): Optimizer<S> => entry;

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

const adamSettings = { beta1: share(0.9), beta2: share(0.999), epsilon: notNegative(1e-8) };

/** Memory: mean of the gradient, mean of its square, β₁ᵗ, β₂ᵗ (running products). */
function adam<T>(
  m: Arithmetic<T>,
  rate: T,
  gradient: readonly T[],
  { parameters, memory }: Step<T>,
  { beta1, beta2, epsilon }: { readonly beta1: number; readonly beta2: number; readonly epsilon: number },
): Step<T> {
  const n = parameters.length, one = m.constant(1);
  const first = blend(m, beta1, memory.slice(0, n), gradient);
  const second = blend(m, beta2, memory.slice(n, 2 * n), squares(m, gradient));
  const power1 = m.mul(memory[2 * n]!, m.constant(beta1)), power2 = m.mul(memory[2 * n + 1]!, m.constant(beta2));
  const stepSize = m.div(rate, m.sub(one, power1)), root = m.sqrt(m.sub(one, power2));
  const direction = first.map((f, i) => m.div(f, m.add(m.div(m.sqrt(second[i]!), root), m.constant(epsilon))));
  return { parameters: descend(m, stepSize, parameters, direction), memory: [...first, ...second, power1, power2] };
}

const adamMemory = (count: number) => [...zeros(2 * count), 1, 1];

/** The optimisers by name, in PyTorch's formulas. */
export const OPTIMIZERS = {
  gradientDescent: define({
    settings: { learningRate: finite(), weightDecay: finite(0) },
    memory: none,
    update: (m, rate, gradient, { parameters, memory }, { weightDecay }) => {
      const pulled = weightDecay === 0
        ? gradient
        : parameters.map((w, i) => m.add(gradient[i]!, m.mul(m.constant(weightDecay), w)));
      return { parameters: descend(m, rate, parameters, pulled), memory };
    },
  }),
  /** Polyak 1964. Memory: the velocity. */
  momentum: define({
    settings: { learningRate: finite(), momentum: finite(0.9), reset: oneOf("never", "epoch") },
    memory: zeros,
    forgets: ({ reset }) => reset === "epoch",
    update: (m, rate, gradient, { parameters, memory }, { momentum }) => {
      const velocity = gather(m, momentum, memory, gradient);
      return { parameters: descend(m, rate, parameters, velocity), memory: velocity };
    },
  }),
  /** Nesterov 1983, as Sutskever et al. 2013 and PyTorch write it. Memory: the velocity. */
  nesterov: define({
    settings: { learningRate: finite(), momentum: finite(0.9) },
    memory: zeros,
    update: (m, rate, gradient, { parameters, memory }, { momentum }) => {
      const velocity = gather(m, momentum, memory, gradient);
      const ahead = gradient.map((g, i) => m.add(g, m.mul(m.constant(momentum), velocity[i]!)));
      return { parameters: descend(m, rate, parameters, ahead), memory: velocity };
    },
  }),
  /** Tieleman & Hinton 2012. Memory: the mean square of the gradient. */
  rmsprop: define({
    settings: { learningRate: finite(), decay: share(0.99), epsilon: notNegative(1e-8) },
    memory: zeros,
    update: (m, rate, gradient, { parameters, memory }, { decay, epsilon }) => {
      const mean = blend(m, decay, memory, squares(m, gradient));
      return { parameters: descend(m, rate, parameters, scaled(m, gradient, mean, epsilon)), memory: mean };
    },
  }),
  /** Kingma & Ba 2015. */
  adam: define({ settings: { learningRate: finite(), ...adamSettings }, memory: adamMemory, update: adam }),
  /** Loshchilov & Hutter 2019: Adam, after the weights have shrunk by themselves. */
  adamw: define({
    settings: { learningRate: finite(), ...adamSettings, weightDecay: finite(0.01) },
    memory: adamMemory,
    update: (m, rate, gradient, { parameters, memory }, settings) => {
      const kept = m.sub(m.constant(1), m.mul(rate, m.constant(settings.weightDecay)));
      const shrunk = parameters.map((w) => m.mul(w, kept));
      return adam(m, rate, gradient, { parameters: shrunk, memory }, settings);
    },
  }),
  /** Duchi, Hazan & Singer 2011. Memory: the sum of the gradient's squares. */
  adagrad: define({
    settings: { learningRate: finite(), epsilon: notNegative(1e-10) },
    memory: zeros,
    update: (m, rate, gradient, { parameters, memory }, { epsilon }) => {
      const sums = memory.map((v, i) => m.add(v, m.mul(gradient[i]!, gradient[i]!)));
      return { parameters: descend(m, rate, parameters, scaled(m, gradient, sums, epsilon)), memory: sums };
    },
  }),
  /** Rosenblatt 1958: w + rate·(d − y)·x. The gradient it is given is (y − d)·x. */
  perceptron: define({
    settings: { learningRate: finite() },
    memory: none,
    update: (m, rate, gradient, { parameters, memory }) => ({
      parameters: descend(m, rate, parameters, gradient),
      memory,
    }),
  }),
} as const satisfies Record<string, unknown>;

/** The name of an optimiser. */
export type OptimizerName = keyof typeof OPTIMIZERS;

/** The optimiser that a config names, with its settings fixed. */
export function bindOptimizer(choice: Choice): BoundOptimizer {
  const entry = OPTIMIZERS[choice.name as OptimizerName] as unknown as Optimizer<Record<string, never>>;
  const settings = choice as unknown as Values<Record<string, never>>;
  return {
    name: choice.name,
    memory: (parameters) => entry.memory(parameters, settings),
    forgets: entry.forgets?.(settings) ?? false,
    update: (m, rate, gradient, step) => entry.update(m, rate, gradient, step, settings),
  };
}
