/** What a unit makes of its pre-activation z, and the derivative that back-propagation needs. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import { type Choice, finite, type NoSettings, type SettingsOf, type SettingValues } from "./settings.ts";

/** An entry of ACTIVATIONS. */
export interface Activation<V extends SettingValues = NoSettings> {
  /** How a textbook writes it. */
  readonly formula: string;
  /** The values it can take with its settings as they are by default, from … to. */
  readonly range: readonly [number, number];
  /** The settings it takes, by name. */
  readonly settings: SettingsOf<V>;
  /** a = φ(z) */
  value<T>(m: Arithmetic<T>, z: T, settings: Readonly<V>): T;
  /** φ′(z), from z and a = φ(z), where a helps. */
  slope<T>(m: Arithmetic<T>, z: T, a: T, settings: Readonly<V>): T;
}

/** An activation with its settings fixed: what a layer holds. */
export interface BoundActivation {
  /** Its name in ACTIVATIONS. */
  readonly name: string;
  /** a = φ(z) */
  value<T>(m: Arithmetic<T>, z: T): T;
  /** φ′(z), from z and a = φ(z), where a helps. */
  slope<T>(m: Arithmetic<T>, z: T, a: T): T;
}

const ROOT_HALF = 0.7071067811865476; // √½
const ROOT_2_OVER_PI = 0.7978845608028654; // √(2/π)
const ROOT_1_OVER_2PI = 0.3989422804014327; // 1/√(2π)
const EXP_MINUS_64 = 1.603810890548638e-28; // e^−64
const CUBIC = 0.044715; // of geluTanh

const identity: Activation = {
  formula: "z",
  range: [-Infinity, Infinity],
  settings: {},
  value: (_m, z) => z,
  slope: (m) => m.constant(1),
};

const sigmoid: Activation = {
  formula: "1 / (1 + e^−z)",
  range: [0, 1],
  settings: {},
  value: (m, z) => m.sigmoid(z),
  slope: (m, _z, a) => m.mul(a, m.sub(m.constant(1), a)),
};

const tanh: Activation = {
  formula: "tanh z",
  range: [-1, 1],
  settings: {},
  value: (m, z) => m.tanh(z),
  slope: (m, _z, a) => m.sub(m.constant(1), m.mul(a, a)),
};

const relu: Activation = {
  formula: "max(0, z)",
  range: [0, Infinity],
  settings: {},
  value: (m, z) => m.max(z, m.constant(0)),
  slope: (m, z) => m.ifLess(m.constant(0), z, m.constant(1), m.constant(0)),
};

const leakyRelu: Activation<{ slope: number }> = {
  formula: "z where z > 0, slope·z elsewhere",
  range: [-Infinity, Infinity],
  settings: { slope: finite(0.01) },
  value: (m, z, { slope }) => m.ifLess(z, m.constant(0), m.mul(m.constant(slope), z), z),
  slope: (m, z, _a, { slope }) => m.ifLess(m.constant(0), z, m.constant(1), m.constant(slope)),
};

/** Clevert, Unterthiner & Hochreiter 2016. */
const elu: Activation<{ alpha: number }> = {
  formula: "z where z > 0, α (e^z − 1) elsewhere",
  range: [-1, Infinity],
  settings: { alpha: finite(1) },
  value: (m, z, { alpha }) => m.ifLess(z, m.constant(0), m.mul(m.constant(alpha), m.expm1(z)), z),
  slope: (m, z, a, { alpha }) => m.ifLess(z, m.constant(0), m.add(a, m.constant(alpha)), m.constant(1)),
};

/** z times the chance that a standard normal variable is below z; Hendrycks & Gimpel 2016. */
const gelu: Activation = {
  formula: "z Φ(z)",
  range: [-0.17, Infinity],
  settings: {},
  value: (m, z) => m.mul(z, normalBelow(m, z)),
  slope: (m, z) => {
    const density = m.mul(m.constant(ROOT_1_OVER_2PI), m.exp(m.mul(m.constant(-0.5), m.mul(z, z))));
    return m.add(normalBelow(m, z), m.mul(z, density));
  },
};

/** The approximation that the same paper gives. */
const geluTanh: Activation = {
  formula: "½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))",
  range: [-0.17, Infinity],
  settings: {},
  // ½ (1 + tanh u) is σ(2u), and σ keeps its digits at both ends.
  value: (m, z) => m.mul(z, m.sigmoid(geluInner(m, z))),
  slope: (m, z) => {
    const near = bounded(m, z), e = m.exp(m.min(geluInner(m, z), m.constant(700))), width = m.add(m.constant(1), e);
    const growth = m.add(m.constant(1), m.mul(m.constant(3 * CUBIC), m.mul(near, near)));
    const s = m.div(e, width), steep = m.div(m.mul(m.constant(2 * ROOT_2_OVER_PI), growth), width);
    return m.add(s, m.mul(m.mul(near, s), steep));
  },
};

/** Also called swish. */
const silu: Activation = {
  formula: "z σ(z)",
  range: [-0.28, Infinity],
  settings: {},
  value: (m, z) => {
    const { e, scale } = lifted(m, z);
    return m.mul(m.mul(z, m.div(e, m.add(m.constant(1), e))), scale);
  },
  // σ + a (1 − σ), with 1 − σ as 1/(1 + e), which keeps its digits where σ is near 1.
  slope: (m, z, a) => {
    const { e, scale } = lifted(m, z), width = m.add(m.constant(1), e);
    const rest = m.div(m.min(a, m.constant(700)), width);
    return m.add(m.mul(m.div(e, width), scale), rest);
  },
};

/** As max(z, 0) + ln(1 + e^−|z|): no overflow, no loss where z is very negative. */
const softplus: Activation = {
  formula: "ln(1 + e^z)",
  range: [0, Infinity],
  settings: {},
  value: (m, z) => m.add(m.max(z, m.constant(0)), m.log1p(m.exp(m.sub(m.constant(0), m.abs(z))))),
  slope: (m, z) => m.sigmoid(z),
};

const softsign: Activation = {
  formula: "z / (1 + |z|)",
  range: [-1, 1],
  settings: {},
  value: (m, z) => m.div(z, m.add(m.constant(1), m.abs(z))),
  slope: (m, z) => {
    const width = m.add(m.constant(1), m.abs(z));
    return m.div(m.constant(1), m.mul(width, width));
  },
};

/** The perceptron's answer: 1 from z = 0 on. A NaN stays one. */
const step: Activation = {
  formula: "1 where z ≥ 0, 0 elsewhere",
  range: [0, 1],
  settings: {},
  value: (m, z) => m.ifLess(z, m.constant(0), m.constant(0), m.ifEqual(z, z, m.constant(1), z)),
  slope: (m) => m.constant(0),
};

const sin: Activation = {
  formula: "sin z",
  range: [-1, 1],
  settings: {},
  value: (m, z) => m.sin(z),
  slope: (m, z) => m.cos(z),
};

/**
 * The activations by name. At a kink the derivative is relu 0, leakyRelu its slope, elu 1, step 0.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ACTIVATIONS, NUMBERS } from "../../mod.ts";
 *
 * const { sigmoid, leakyRelu } = ACTIVATIONS, a = sigmoid.value(NUMBERS, 0, {});
 * assertEquals([a, sigmoid.slope(NUMBERS, 0, a, {})], [0.5, 0.25]);
 * assertEquals(leakyRelu.value(NUMBERS, -2, { slope: 0.1 }), -0.2);
 * ```
 */
export const ACTIVATIONS = {
  identity,
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  gelu,
  geluTanh,
  silu,
  softplus,
  softsign,
  step,
  sin,
} as const satisfies Readonly<Record<string, Activation>>;

/** The name of an activation. */
export type ActivationName = keyof typeof ACTIVATIONS;

/** The activation that a config names, with its settings fixed. */
export function bindActivation(choice: Choice): BoundActivation {
  const entry: Activation = ACTIVATIONS[choice.name as ActivationName];
  return {
    name: choice.name,
    value: (m, z) => entry.value(m, z, choice),
    slope: (m, z, a) => entry.slope(m, z, a, choice),
  };
}

/** exp(z) / scale: far below 0 a scale of e^−64 keeps the digits that exp(z) alone would lose to underflow. */
function lifted<T>(m: Arithmetic<T>, z: T): { readonly e: T; readonly scale: T } {
  const choose = (there: number, here: number) => m.ifLess(z, m.constant(-700), m.constant(there), m.constant(here));
  const e = m.exp(m.min(m.add(z, choose(64, 0)), m.constant(700)));
  return { e, scale: choose(EXP_MINUS_64, 1) };
}

function normalBelow<T>(m: Arithmetic<T>, z: T): T {
  return m.mul(m.constant(0.5), m.add(m.constant(1), m.erf(m.mul(z, m.constant(ROOT_HALF)))));
}

/** 2 √(2/π) (z + 0.044715 z³); beyond ±30, where the sigmoid of it is 0 or 1, it stays as it is there. */
function geluInner<T>(m: Arithmetic<T>, z: T): T {
  const near = bounded(m, z), cubic = m.mul(m.constant(CUBIC), m.mul(near, m.mul(near, near)));
  return m.mul(m.constant(2 * ROOT_2_OVER_PI), m.add(near, cubic));
}

function bounded<T>(m: Arithmetic<T>, z: T): T {
  return m.min(m.max(z, m.constant(-30)), m.constant(30));
}
