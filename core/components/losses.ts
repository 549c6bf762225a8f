/** How wrong an output is, and the slope that learning descends. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import { type Choice, type NoSettings, positive, type SettingsOf, type SettingValues } from "./settings.ts";

/** An entry of LOSSES: the loss of one output y against its target d. */
export interface Loss<V extends SettingValues = NoSettings> {
  /** How a textbook writes it. */
  readonly formula: string;
  /** The settings it takes, by name. */
  readonly settings: SettingsOf<V>;
  /** The targets it is meant for, from … to; any where absent. */
  readonly targets?: readonly [number, number];
  /** What y stands for: a value as it is, or the logit of a probability. */
  readonly output: "value" | "logit";
  /** L(y, d) */
  value<T>(m: Arithmetic<T>, y: T, d: T, settings: Readonly<V>): T;
  /** ∂L/∂y */
  slope<T>(m: Arithmetic<T>, y: T, d: T, settings: Readonly<V>): T;
  /** ∂L/∂z at once, for an output activation with which it is simpler than the product of the two slopes. */
  readonly fused?: Readonly<Record<string, <T>(m: Arithmetic<T>, y: T, d: T) => T>>;
}

/** A loss with its settings fixed. */
export interface BoundLoss {
  /** Its name in LOSSES. */
  readonly name: string;
  /** Whether learning descends it; the perceptron's rule corrects mistakes instead. */
  readonly isDescended: boolean;
  /** L(y, d) */
  value<T>(m: Arithmetic<T>, y: T, d: T): T;
  /** ∂L/∂y */
  slope<T>(m: Arithmetic<T>, y: T, d: T): T;
  /** The probability that an output stands for. */
  probability<T>(m: Arithmetic<T>, y: T): T;
  /** ∂L/∂z at once, by the output activation with which it is simpler than the product of the two slopes. */
  readonly fused: NonNullable<Loss["fused"]>;
}

/** y − d */
const residual = <T>(m: Arithmetic<T>, y: T, d: T): T => m.sub(y, d);

const squaredError: Loss = {
  formula: "(y − d)²",
  settings: {},
  output: "value",
  value: (m, y, d) => m.mul(residual(m, y, d), residual(m, y, d)),
  slope: (m, y, d) => m.mul(m.constant(2), residual(m, y, d)),
};

const halfSquaredError: Loss = {
  formula: "½ (y − d)²",
  settings: {},
  output: "value",
  value: (m, y, d) => m.mul(m.constant(0.5), m.mul(residual(m, y, d), residual(m, y, d))),
  slope: residual,
};

/** At y = d the slope is 0. */
const absoluteError: Loss = {
  formula: "|y − d|",
  settings: {},
  output: "value",
  value: (m, y, d) => m.abs(residual(m, y, d)),
  slope: (m, y, d) => m.ifLess(d, y, m.constant(1), m.ifLess(y, d, m.constant(-1), m.constant(0))),
};

/** Huber 1964: squared near 0, straight beyond delta. */
const huber: Loss<{ delta: number }> = {
  formula: "½ r² where |r| ≤ δ, δ (|r| − ½ δ) elsewhere, with r = y − d",
  settings: { delta: positive(1) },
  output: "value",
  value: (m, y, d, { delta }) => {
    const r = residual(m, y, d), size = m.abs(r), half = m.constant(0.5);
    const straight = m.mul(m.constant(delta), m.sub(size, m.constant(0.5 * delta)));
    return m.ifLess(m.constant(delta), size, straight, m.mul(half, m.mul(r, r)));
  },
  slope: (m, y, d, { delta }) => m.min(m.max(residual(m, y, d), m.constant(-delta)), m.constant(delta)),
};

/** Of a probability y. With a sigmoid output the two slopes multiply to y − d. */
const crossEntropy: Loss = {
  formula: "−d ln y − (1 − d) ln(1 − y)",
  settings: {},
  targets: [0, 1],
  output: "value",
  value: (m, y, d) => {
    const rest = m.sub(m.constant(1), d), zero = m.constant(0);
    const ones = unlessZero(m, d, m.mul(d, m.log(y)));
    const zeros = unlessZero(m, rest, m.mul(rest, m.log1p(m.sub(zero, y))));
    return m.sub(m.sub(zero, ones), zeros);
  },
  slope: (m, y, d) => {
    const one = m.constant(1), rest = m.sub(one, d);
    return m.sub(unlessZero(m, rest, m.div(rest, m.sub(one, y))), unlessZero(m, d, m.div(d, y)));
  },
  fused: { sigmoid: residual },
};

/** Of a logit y: the cross entropy of its sigmoid, without loss at either end. */
const crossEntropyFromLogits: Loss = {
  formula: "max(y, 0) − d y + ln(1 + e^−|y|)",
  settings: {},
  targets: [0, 1],
  output: "logit",
  value: (m, y, d) => {
    // max(y, 0) − d y as one product, where nothing cancels
    const zero = m.constant(0), rest = m.ifLess(zero, y, m.sub(m.constant(1), d), m.sub(zero, d));
    return m.add(m.mul(rest, y), m.log1p(m.exp(m.sub(m.constant(0), m.abs(y)))));
  },
  slope: (m, y, d) => m.sub(m.sigmoid(y), d),
};

/** Targets 0 and 1 stand for −1 and 1; where the margin is just 1 the slope is 0. */
const hinge: Loss = {
  formula: "max(0, 1 − (2d − 1) y)",
  settings: {},
  output: "value",
  value: (m, y, d) => m.max(m.sub(m.constant(1), m.mul(side(m, d), y)), m.constant(0)),
  slope: (m, y, d) => {
    const s = side(m, d), zero = m.constant(0);
    return m.ifLess(m.mul(s, y), m.constant(1), m.sub(zero, s), zero);
  },
};

/**
 * The losses by name.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { LOSSES, NUMBERS } from "../../mod.ts";
 *
 * const { squaredError, huber } = LOSSES, y = 3, d = 1;
 * assertEquals([squaredError.value(NUMBERS, y, d, {}), squaredError.slope(NUMBERS, y, d, {})], [4, 4]);
 * assertEquals([huber.value(NUMBERS, y, d, { delta: 1 }), huber.slope(NUMBERS, y, d, { delta: 1 })], [1.5, 1]);
 * ```
 */
export const LOSSES = {
  squaredError,
  halfSquaredError,
  absoluteError,
  huber,
  crossEntropy,
  crossEntropyFromLogits,
  hinge,
} as const satisfies Readonly<Record<string, Loss>>;

/** The name of a loss. */
export type LossName = keyof typeof LOSSES;

/**
 * What stands for a loss where the perceptron's rule learns: how far the answers are off.
 *
 * Rosenblatt's rule (1958) follows no slope of it; its δ is the answer's error itself.
 */
const MISTAKES: Loss = {
  formula: "|y − d|",
  settings: {},
  output: "value",
  value: (m, y, d) => m.abs(residual(m, y, d)),
  slope: (m) => m.constant(0),
  fused: { step: residual },
};

/** The loss that a config names, with its settings fixed; null is the perceptron's. */
export function bindLoss(choice: Choice | null): BoundLoss {
  const entry: Loss = choice ? LOSSES[choice.name as LossName] : MISTAKES, settings = choice ?? {};
  return {
    name: choice?.name ?? "mistakes",
    isDescended: choice !== null,
    value: (m, y, d) => entry.value(m, y, d, settings),
    slope: (m, y, d) => entry.slope(m, y, d, settings),
    probability: (m, y) => entry.output === "logit" ? m.sigmoid(y) : y,
    fused: entry.fused ?? {},
  };
}

/** What has the weight 0 contributes 0, be it ever so large: 0 · ∞ would be NaN. */
function unlessZero<T>(m: Arithmetic<T>, weight: T, value: T): T {
  return m.ifEqual(weight, m.constant(0), m.constant(0), value);
}

function side<T>(m: Arithmetic<T>, d: T): T {
  return m.sub(m.mul(m.constant(2), d), m.constant(1));
}
