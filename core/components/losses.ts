/** Loss functions and their derivatives. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import {
  belowOne,
  type Choice,
  type NoSettings,
  optionalSetting,
  positive,
  type SettingsOf,
  type SettingValues,
} from "./settings.ts";

/** An entry of LOSSES: the loss of one output y against its target d. */
export interface Loss<V extends SettingValues = NoSettings> {
  /** Textbook formula. */
  readonly formula: string;
  /** The settings it takes, by name. */
  readonly settings: SettingsOf<V>;
  /** The range of valid targets; unlimited if absent. */
  readonly targets?: readonly [number, number];
  /** Meaning of y: a plain value or the logit of a probability. */
  readonly output: "value" | "logit";
  /** L(y, d) */
  value<T>(m: Arithmetic<T>, y: T, d: T, settings: Readonly<V>): T;
  /** ∂L/∂y */
  derivative<T>(m: Arithmetic<T>, y: T, d: T, settings: Readonly<V>): T;
  /** Formulas for ∂L/∂z by output activation, where ∂L/∂y · φ′(z) simplifies. */
  readonly fused?: Readonly<Record<string, Loss<V>["derivative"]>>;
}

/** A loss with its settings fixed. */
export interface BoundLoss {
  /** Its name in LOSSES. */
  readonly name: string;
  /** Whether the optimiser minimises it; the perceptron rule does not follow its gradient. */
  readonly isMinimized: boolean;
  /** L(y, d) */
  value<T>(m: Arithmetic<T>, y: T, d: T): T;
  /** ∂L/∂y */
  derivative<T>(m: Arithmetic<T>, y: T, d: T): T;
  /** Converts an output to the probability that it represents. */
  probability<T>(m: Arithmetic<T>, y: T): T;
  /** Formulas for ∂L/∂z by output activation, where ∂L/∂y · φ′(z) simplifies. */
  readonly fused: Readonly<Record<string, BoundLoss["derivative"]>>;
}

/** y − d */
const residual = <T>(m: Arithmetic<T>, y: T, d: T): T => m.sub(y, d);
/** The label of a target: 2d − 1 */
const labelOf = <T>(m: Arithmetic<T>, d: T): T => m.sub(m.mul(m.constant(2), d), m.constant(1));
/** `value`, or 0 if its weight is 0: 0 · ∞ would be NaN. */
const unlessZero = <T>(m: Arithmetic<T>, weight: T, value: T): T =>
  m.ifEqual(weight, m.constant(0), m.constant(0), value);

/** Completes an entry: without settings and with a plain output unless it says otherwise. */
function loss<V extends SettingValues = NoSettings>(
  entry: Omit<Loss<V>, "settings" | "output"> & Partial<Pick<Loss<V>, "settings" | "output">>,
): Loss<V> {
  return { settings: {} as SettingsOf<V>, output: "value", ...entry };
}

/** The setting of losses that smooth their targets; no smoothing if absent. */
const SMOOTHING = { smoothing: optionalSetting(belowOne()) };

/**
 * d (1 − s) + s/2, where s is the `smoothing`: the target d moved towards ½.
 *
 * This is the label smoothing of Szegedy et al. 2016 for two classes, in PyTorch's formula.
 */
function smoothed<T>(m: Arithmetic<T>, d: T, { smoothing = 0 }: { readonly smoothing?: number }): T {
  return smoothing === 0 ? d : m.add(m.mul(d, m.constant(1 - smoothing)), m.constant(smoothing / 2));
}

/**
 * The losses by name.
 *
 * The cross entropies take a `smoothing` s from 0 to below 1: they then use d (1 − s) + s/2 in place of the target d.
 * The loss and its gradient change; errors, accuracy and the mean squared error still refer to d.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { LOSSES, NUMBERS } from "../../mod.ts";
 *
 * const { squaredError, huber } = LOSSES, y = 3, d = 1;
 * assertEquals([squaredError.value(NUMBERS, y, d, {}), squaredError.derivative(NUMBERS, y, d, {})], [4, 4]);
 * assertEquals([huber.value(NUMBERS, y, d, { delta: 1 }), huber.derivative(NUMBERS, y, d, { delta: 1 })], [1.5, 1]);
 * ```
 */
export const LOSSES = {
  squaredError: loss({
    formula: "(y − d)²",
    value: (m, y, d) => m.mul(residual(m, y, d), residual(m, y, d)),
    derivative: (m, y, d) => m.mul(m.constant(2), residual(m, y, d)),
  }) as Loss,
  halfSquaredError: loss({
    formula: "½ (y − d)²",
    value: (m, y, d) => m.mul(m.constant(0.5), m.mul(residual(m, y, d), residual(m, y, d))),
    derivative: residual,
  }) as Loss,
  /** The derivative at y = d is 0. */
  absoluteError: loss({
    formula: "|y − d|",
    value: (m, y, d) => m.abs(residual(m, y, d)),
    derivative: (m, y, d) => m.ifLess(d, y, m.constant(1), m.ifLess(y, d, m.constant(-1), m.constant(0))),
  }) as Loss,
  /** Huber 1964: quadratic up to delta, linear beyond. */
  huber: loss({
    formula: "½ r² where |r| ≤ δ, δ (|r| − ½ δ) elsewhere, with r = y − d",
    settings: { delta: positive(1) },
    value: (m, y, d, { delta }) => {
      const r = residual(m, y, d), size = m.abs(r), half = m.constant(0.5);
      const linear = m.mul(m.constant(delta), m.sub(size, m.constant(0.5 * delta)));
      return m.ifLess(m.constant(delta), size, linear, m.mul(half, m.mul(r, r)));
    },
    derivative: (m, y, d, { delta }) => m.min(m.max(residual(m, y, d), m.constant(-delta)), m.constant(delta)),
  }) as Loss<{ delta: number }>,
  /** y is a probability. With a sigmoid output, ∂L/∂z is y − d. */
  crossEntropy: loss({
    formula: "−d ln y − (1 − d) ln(1 − y)",
    settings: SMOOTHING,
    targets: [0, 1],
    value: (m, y, target, settings) => {
      const d = smoothed(m, target, settings);
      const rest = m.sub(m.constant(1), d), zero = m.constant(0);
      const ones = unlessZero(m, d, m.mul(d, m.log(y)));
      const zeros = unlessZero(m, rest, m.mul(rest, m.log1p(m.sub(zero, y))));
      return m.sub(m.sub(zero, ones), zeros);
    },
    derivative: (m, y, target, settings) => {
      const d = smoothed(m, target, settings);
      const one = m.constant(1), rest = m.sub(one, d);
      return m.sub(unlessZero(m, rest, m.div(rest, m.sub(one, y))), unlessZero(m, d, m.div(d, y)));
    },
    fused: { sigmoid: (m, y, d, settings) => residual(m, y, smoothed(m, d, settings)) },
  }) as Loss<{ smoothing?: number }>,
  /** Of a logit y: the cross entropy of its sigmoid, without loss at either end. */
  crossEntropyFromLogits: loss({
    formula: "max(y, 0) − d y + ln(1 + e^−|y|)",
    settings: SMOOTHING,
    targets: [0, 1],
    output: "logit",
    value: (m, y, target, settings) => {
      const d = smoothed(m, target, settings);
      // max(y, 0) − d y as one product, without cancellation
      const zero = m.constant(0), rest = m.ifLess(zero, y, m.sub(m.constant(1), d), m.sub(zero, d));
      return m.add(m.mul(rest, y), m.log1p(m.exp(m.sub(m.constant(0), m.abs(y)))));
    },
    derivative: (m, y, d, settings) => m.sub(m.sigmoid(y), smoothed(m, d, settings)),
  }) as Loss<{ smoothing?: number }>,
  /** Targets 0 and 1 represent the labels −1 and 1. At a margin of exactly 1 the derivative is 0. */
  hinge: loss({
    formula: "max(0, 1 − (2d − 1) y)",
    value: (m, y, d) => m.max(m.sub(m.constant(1), m.mul(labelOf(m, d), y)), m.constant(0)),
    derivative: (m, y, d) => {
      const s = labelOf(m, d), zero = m.constant(0);
      return m.ifLess(m.mul(s, y), m.constant(1), m.sub(zero, s), zero);
    },
  }) as Loss,
} as const satisfies Readonly<Record<string, Loss>>;

/** The name of a loss. */
export type LossName = keyof typeof LOSSES;

/**
 * The pseudo-loss of the perceptron rule: the absolute error.
 *
 * Rosenblatt's rule (1958) does not follow its gradient; δ is the error y − d itself.
 */
const MISTAKES: Loss = { ...LOSSES.absoluteError, derivative: (m) => m.constant(0), fused: { step: residual } };

/** Binds the settings of the loss that a config names; null is the perceptron rule. */
export function bindLoss(choice: Choice | null): BoundLoss {
  const entry: Loss = choice ? LOSSES[choice.name as LossName] : MISTAKES, settings = choice ?? {};
  const fused = Object.entries(entry.fused ?? {}).map(([activation, delta]) => {
    const bound: BoundLoss["derivative"] = (m, y, d) => delta(m, y, d, settings);
    return [activation, bound] as const;
  });
  return {
    name: choice?.name ?? "mistakes",
    isMinimized: choice !== null,
    value: (m, y, d) => entry.value(m, y, d, settings),
    derivative: (m, y, d) => entry.derivative(m, y, d, settings),
    probability: (m, y) => entry.output === "logit" ? m.sigmoid(y) : y,
    fused: Object.fromEntries(fused),
  };
}
