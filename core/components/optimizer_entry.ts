/** Entries of the table of optimisers, and the settings that several of them share. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import type { StateFields, TrainingState } from "./optimizer_state.ts";
import { finite, type NoSettings, optionalSetting, positive, type SettingsOf, type SettingValues } from "./settings.ts";

/** An entry of OPTIMIZERS; `update` receives the learning rate, so that runs with different rates share a kernel. */
export interface Optimizer<V extends SettingValues = NoSettings, F extends StateFields = StateFields> {
  /** The settings it takes, by name. */
  readonly settings: SettingsOf<V>;
  /** The fields of its state. */
  readonly stateFields: F;
  /** Whether the state returns to its initial values at the start of each epoch; never if absent. */
  resetsEachEpoch?(settings: Readonly<V>): boolean;
  /** Makes one update at the learning rate `rate`. */
  update<T>(
    m: Arithmetic<T>,
    rate: T,
    gradient: readonly T[],
    state: TrainingState<T, F>,
    settings: Readonly<V>,
  ): TrainingState<T, F>;
}

/** An entry with the types of its settings and its state. */
export function optimizer<V extends SettingValues, F extends StateFields>(entry: Optimizer<V, F>): Optimizer<V, F> {
  return entry;
}

/**
 * An optimiser with one more setting: `clipNorm`, the largest Euclidean norm of the gradient that it receives.
 *
 * g becomes g · min(1, c / (‖g‖ + 10⁻⁶)), as in PyTorch's `clip_grad_norm_`; ‖g‖ is over all parameters of the network.
 */
export function withClipping<V extends SettingValues, F extends StateFields>(
  entry: Optimizer<V, F>,
): Optimizer<V & { clipNorm?: number }, F> {
  return {
    ...entry,
    settings: { ...entry.settings, clipNorm: optionalSetting(positive()) } as SettingsOf<V & { clipNorm?: number }>,
    update: (m, rate, gradient, state, settings) => {
      const { clipNorm } = settings, clipped = clipNorm === undefined ? gradient : clip(m, gradient, clipNorm);
      return entry.update(m, rate, clipped, state, settings);
    },
  };
}

function clip<T>(m: Arithmetic<T>, gradient: readonly T[], maxNorm: number): T[] {
  const norm = m.sqrt(squaresOf(m, gradient).reduce((sum, square) => m.add(sum, square)));
  const factor = m.min(m.div(m.constant(maxNorm), m.add(norm, m.constant(1e-6))), m.constant(1));
  return gradient.map((g) => m.mul(g, factor));
}

/** An optimiser with one more setting: `weightDecay` λ, which adds λ·w to the gradient; 0 if absent. */
function withWeightDecay<V extends SettingValues, F extends StateFields>(
  entry: Optimizer<V, F>,
  byDefault?: number,
): Optimizer<V & { weightDecay?: number }, F> {
  const setting = byDefault === undefined ? optionalSetting(finite()) : finite(byDefault);
  return {
    ...entry,
    settings: { ...entry.settings, weightDecay: setting } as SettingsOf<V & { weightDecay?: number }>,
    update: (m, rate, gradient, state, settings) => {
      const { weightDecay = 0 } = settings;
      const decayed = weightDecay === 0
        ? gradient
        : state.parameters.map((w, i) => m.add(gradient[i]!, m.mul(m.constant(weightDecay), w)));
      return entry.update(m, rate, decayed, state, settings);
    },
  };
}

/** The settings that change the gradient before the optimiser receives it. */
export type GradientSettings = { weightDecay?: number; clipNorm?: number };

/**
 * An optimiser with the settings `clipNorm` and `weightDecay`, in PyTorch's order: the decay is added to the clipped
 * gradient.
 */
export function gradientOptimizer<V extends SettingValues, F extends StateFields>(
  entry: Optimizer<V, F>,
  weightDecay?: number,
): Optimizer<V & GradientSettings, F> {
  return withClipping(withWeightDecay(entry, weightDecay));
}

/** The square of each entry. */
export function squaresOf<T>(m: Arithmetic<T>, gradient: readonly T[]): T[] {
  return gradient.map((g) => m.mul(g, g));
}
