/** Optimisers: how one update turns a gradient into new parameters. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import {
  gradientOptimizer,
  type GradientSettings,
  type Optimizer,
  optimizer,
  squaresOf,
  withClipping,
} from "./optimizer_entry.ts";
import { initialStateList, type StateFields, type TrainingState, unflattenState } from "./optimizer_state.ts";
import { bindSchedule, type BoundSchedule } from "./schedules.ts";
import { belowOne, type Choice, finite, notNegative, oneOf } from "./settings.ts";

/** An optimiser with its settings fixed and its learning rate left open. */
export interface BoundOptimizer {
  /** Its name in OPTIMIZERS. */
  readonly name: string;
  /** The fields of its state. */
  readonly stateFields: StateFields;
  /** Changes the state before the first update of an epoch; undefined if it stays as it is. */
  readonly startEpoch: EpochTransition | undefined;
  /** Changes the state after the last update of an epoch; undefined if it stays as it is. */
  readonly endEpoch: EpochTransition | undefined;
  /** Makes one update at the learning rate `rate`, to which the schedule applies. */
  update<T>(m: Arithmetic<T>, rate: T, gradient: readonly T[], state: TrainingState<T>): TrainingState<T>;
}

/** A change of the state at the start or the end of an epoch. */
export type EpochTransition = <T>(m: Arithmetic<T>, state: TrainingState<T>) => TrainingState<T>;

const ZEROS = { per: "parameter", initial: 0 } as const;
const ONE = { per: "network", initial: 1 } as const;

type Zeros = { readonly per: "parameter"; readonly initial: 0 };
type One = { readonly per: "network"; readonly initial: 1 };
type Stateless = Record<never, never>;
type Rate = { learningRate: number };
type AdamSettings = Rate & { beta1: number; beta2: number; epsilon: number };
type AdamState = { m: Zeros; v: Zeros; beta1Power: One; beta2Power: One };

/** w − rate·direction for each parameter. */
function descend<T>(m: Arithmetic<T>, rate: T, parameters: readonly T[], direction: readonly T[]): T[] {
  return parameters.map((w, i) => m.sub(w, m.mul(rate, direction[i]!)));
}

/** momentum·velocity + gradient, entry by entry. */
function accumulateVelocity<T>(
  m: Arithmetic<T>,
  momentum: number,
  velocity: readonly T[],
  gradient: readonly T[],
): T[] {
  return velocity.map((v, i) => m.add(m.mul(m.constant(momentum), v), gradient[i]!));
}

/** decay·average + (1 − decay)·value, entry by entry. */
function exponentialAverage<T>(m: Arithmetic<T>, decay: number, averages: readonly T[], values: readonly T[]): T[] {
  return averages.map((average, i) =>
    m.add(m.mul(m.constant(decay), average), m.mul(m.constant(1 - decay), values[i]!))
  );
}

/** w − rate·gradient / (√squares + ε) for each parameter, and `squares` as the new state. */
function descendScaled<T>(
  m: Arithmetic<T>,
  rate: T,
  parameters: readonly T[],
  gradient: readonly T[],
  squares: readonly T[],
  epsilon: number,
): TrainingState<T, { squares: Zeros }> {
  const direction = gradient.map((g, i) => m.div(g, m.add(m.sqrt(squares[i]!), m.constant(epsilon))));
  return { parameters: descend(m, rate, parameters, direction), optimizerState: { squares } };
}

/** w − rate·gradient, without settings. */
const descent: Optimizer<Rate, Stateless> = optimizer({
  settings: { learningRate: finite() },
  stateFields: {},
  update: (m, rate, gradient, { parameters, optimizerState }) => ({
    parameters: descend(m, rate, parameters, gradient),
    optimizerState,
  }),
});

/**
 * Kingma & Ba 2015. The state: averages of the gradient and of its square, and β₁ᵗ and β₂ᵗ, which correct their bias.
 */
const adam: Optimizer<AdamSettings, AdamState> = optimizer({
  settings: { learningRate: finite(), beta1: belowOne(0.9), beta2: belowOne(0.999), epsilon: notNegative(1e-8) },
  stateFields: { m: ZEROS, v: ZEROS, beta1Power: ONE, beta2Power: ONE },
  update: (m, rate, gradient, { parameters, optimizerState }, { beta1, beta2, epsilon }) => {
    const one = m.constant(1);
    const first = exponentialAverage(m, beta1, optimizerState.m, gradient);
    const second = exponentialAverage(m, beta2, optimizerState.v, squaresOf(m, gradient));
    const beta1Power = m.mul(optimizerState.beta1Power, m.constant(beta1));
    const beta2Power = m.mul(optimizerState.beta2Power, m.constant(beta2));
    // One reciprocal serves all parameters: a division takes as long as several products.
    const stepSize = m.div(rate, m.sub(one, beta1Power)), scale = m.div(one, m.sqrt(m.sub(one, beta2Power)));
    const direction = first.map((mean, i) => m.div(mean, m.add(m.mul(m.sqrt(second[i]!), scale), m.constant(epsilon))));
    return {
      parameters: descend(m, stepSize, parameters, direction),
      optimizerState: { m: first, v: second, beta1Power, beta2Power },
    };
  },
});

/**
 * The optimisers by name, in PyTorch's formulas.
 *
 * All but the perceptron rule take `clipNorm` and `weightDecay`, of which only the decay of `gradientDescent` (0) and
 * `adamw` (0.01) has a default. `adamw` shrinks the weights themselves; the others add the decay to the gradient.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { NUMBERS, OPTIMIZERS } from "../../mod.ts";
 *
 * const { momentum } = OPTIMIZERS, settings = { learningRate: 0.5, momentum: 0.5, reset: "never" } as const;
 * const start = { parameters: [1], optimizerState: { velocity: [0] } };
 * const once = momentum.update(NUMBERS, 0.5, [1], start, settings);
 * assertEquals(once, { parameters: [0.5], optimizerState: { velocity: [1] } });
 * assertEquals(momentum.update(NUMBERS, 0.5, [1], once, settings).parameters, [-0.25]);
 * ```
 */
export const OPTIMIZERS = {
  gradientDescent: gradientOptimizer(descent, 0) as Optimizer<Rate & GradientSettings, Stateless>,
  /** Polyak 1964. */
  momentum: gradientOptimizer(optimizer({
    settings: { learningRate: finite(), momentum: finite(0.9), reset: oneOf("never", "epoch") },
    stateFields: { velocity: ZEROS },
    resetsEachEpoch: ({ reset }) => reset === "epoch",
    update: (m, rate, gradient, { parameters, optimizerState }, { momentum }) => {
      const velocity = accumulateVelocity(m, momentum, optimizerState.velocity, gradient);
      return { parameters: descend(m, rate, parameters, velocity), optimizerState: { velocity } };
    },
  })) as Optimizer<
    Rate & GradientSettings & { momentum: number; reset: "never" | "epoch" },
    { velocity: Zeros }
  >,
  /** Nesterov 1983, as Sutskever et al. 2013 and PyTorch write it. */
  nesterov: gradientOptimizer(optimizer({
    settings: { learningRate: finite(), momentum: finite(0.9) },
    stateFields: { velocity: ZEROS },
    update: (m, rate, gradient, { parameters, optimizerState }, { momentum }) => {
      const velocity = accumulateVelocity(m, momentum, optimizerState.velocity, gradient);
      const lookahead = gradient.map((g, i) => m.add(g, m.mul(m.constant(momentum), velocity[i]!)));
      return { parameters: descend(m, rate, parameters, lookahead), optimizerState: { velocity } };
    },
  })) as Optimizer<Rate & GradientSettings & { momentum: number }, { velocity: Zeros }>,
  /** Tieleman & Hinton 2012. */
  rmsprop: gradientOptimizer(optimizer({
    settings: { learningRate: finite(), decay: belowOne(0.99), epsilon: notNegative(1e-8) },
    stateFields: { squares: ZEROS },
    update: (m, rate, gradient, { parameters, optimizerState }, { decay, epsilon }) => {
      const squares = exponentialAverage(m, decay, optimizerState.squares, squaresOf(m, gradient));
      return descendScaled(m, rate, parameters, gradient, squares, epsilon);
    },
  })) as Optimizer<Rate & GradientSettings & { decay: number; epsilon: number }, { squares: Zeros }>,
  adam: gradientOptimizer(adam) as Optimizer<AdamSettings & GradientSettings, AdamState>,
  /** Loshchilov & Hutter 2019: Adam with decoupled weight decay. */
  adamw: withClipping(optimizer({
    settings: { ...adam.settings, weightDecay: finite(0.01) },
    stateFields: adam.stateFields,
    update: (m, rate, gradient, { parameters, optimizerState }, settings) => {
      const factor = m.sub(m.constant(1), m.mul(rate, m.constant(settings.weightDecay)));
      const decayed = parameters.map((w) => m.mul(w, factor));
      return adam.update(m, rate, gradient, { parameters: decayed, optimizerState }, settings);
    },
  })) as Optimizer<AdamSettings & { weightDecay: number; clipNorm?: number }, AdamState>,
  /** Duchi, Hazan & Singer 2011. */
  adagrad: gradientOptimizer(optimizer({
    settings: { learningRate: finite(), epsilon: notNegative(1e-10) },
    stateFields: { squares: ZEROS },
    update: (m, rate, gradient, { parameters, optimizerState }, { epsilon }) => {
      const squares = optimizerState.squares.map((sum, i) => m.add(sum, m.mul(gradient[i]!, gradient[i]!)));
      return descendScaled(m, rate, parameters, gradient, squares, epsilon);
    },
  })) as Optimizer<Rate & GradientSettings & { epsilon: number }, { squares: Zeros }>,
  /** Rosenblatt 1958: w + rate·(d − y)·x. The gradient passed to it is (y − d)·x. */
  perceptron: descent as Optimizer<Rate, Stateless>,
} as const satisfies Readonly<Record<string, Optimizer>>;

/** The name of an optimiser. */
export type OptimizerName = keyof typeof OPTIMIZERS;

/** An optimiser as a config names it: with the values of its settings, and a schedule of its learning rate if any. */
export interface OptimizerChoice {
  /** Its name in OPTIMIZERS. */
  readonly name: string;
  /** The schedule of its learning rate; a constant rate if absent. */
  readonly schedule?: Choice;
  /** The values of its settings. */
  readonly [setting: string]: number | string | Choice | undefined;
}

/** Binds the settings of the optimiser that a config names. */
export function bindOptimizer(choice: OptimizerChoice): BoundOptimizer {
  const entry: Optimizer = OPTIMIZERS[choice.name as OptimizerName];
  const bound: BoundOptimizer = {
    name: choice.name,
    stateFields: entry.stateFields,
    startEpoch: entry.resetsEachEpoch?.(choice) ? resetOf(entry.stateFields) : undefined,
    endEpoch: undefined,
    update: (m, rate, gradient, state) => entry.update(m, rate, gradient, state, choice),
  };
  return choice.schedule ? withSchedule(bound, bindSchedule(choice.schedule)) : bound;
}

/** Returns the given fields of the state to their initial values. */
function resetOf(fields: StateFields): EpochTransition {
  return (m, { parameters, optimizerState }) => {
    const initial = initialStateList(fields, parameters.length).map((value) => m.constant(value));
    return { parameters, optimizerState: { ...optimizerState, ...unflattenState(fields, parameters.length, initial) } };
  };
}

/** An optimiser whose learning rate follows a schedule; the schedule's state is part of the optimiser's. */
function withSchedule(optimizer: BoundOptimizer, schedule: BoundSchedule): BoundOptimizer {
  return {
    ...optimizer,
    stateFields: { ...optimizer.stateFields, ...schedule.stateFields },
    endEpoch: (m, { parameters, optimizerState }) => ({
      parameters,
      optimizerState: { ...optimizerState, ...schedule.next(m, optimizerState) },
    }),
    update: (m, rate, gradient, state) => {
      const scheduledRate = schedule.rate(m, rate, state.optimizerState);
      const { parameters, optimizerState } = optimizer.update(m, scheduledRate, gradient, state);
      return { parameters, optimizerState: { ...state.optimizerState, ...optimizerState } };
    },
  };
}
