/** Activation functions and their derivatives. */
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import { type Choice, finite, type NoSettings, type SettingsOf, type SettingValues } from "./settings.ts";

/** An entry of ACTIVATIONS. */
export interface Activation<V extends SettingValues = NoSettings> {
  /** Textbook formula. */
  readonly formula: string;
  /** The range of its values with default settings. */
  readonly range: readonly [number, number];
  /** The settings it takes, by name. */
  readonly settings: SettingsOf<V>;
  /** a = φ(z) */
  value<T>(m: Arithmetic<T>, z: T, settings: Readonly<V>): T;
  /** φ′(z), computed from z and a = φ(z). */
  derivative<T>(m: Arithmetic<T>, z: T, a: T, settings: Readonly<V>): T;
}

/** An activation with its settings fixed. */
export interface BoundActivation {
  /** Its name in ACTIVATIONS. */
  readonly name: string;
  /** a = φ(z) */
  value<T>(m: Arithmetic<T>, z: T): T;
  /** φ′(z), computed from z and a = φ(z). */
  derivative<T>(m: Arithmetic<T>, z: T, a: T): T;
}

const ROOT_HALF = 0.7071067811865476; // √½
const ROOT_2_OVER_PI = 0.7978845608028654; // √(2/π)
const ROOT_1_OVER_2PI = 0.3989422804014327; // 1/√(2π)
const EXP_MINUS_64 = 1.603810890548638e-28; // e^−64
const CUBIC = 0.044715; // of geluTanh

/** Completes an entry; one without settings may omit them. */
function activation<V extends SettingValues = NoSettings>(
  entry: Omit<Activation<V>, "settings"> & Partial<Pick<Activation<V>, "settings">>,
): Activation<V> {
  return { settings: {} as SettingsOf<V>, ...entry };
}

/**
 * The activations by name. The derivative at a kink is 0 for relu and step, `slope` for leakyRelu and 1 for elu.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ACTIVATIONS, NUMBERS } from "../../mod.ts";
 *
 * const { sigmoid, leakyRelu } = ACTIVATIONS, a = sigmoid.value(NUMBERS, 0, {});
 * assertEquals([a, sigmoid.derivative(NUMBERS, 0, a, {})], [0.5, 0.25]);
 * assertEquals(leakyRelu.value(NUMBERS, -2, { slope: 0.1 }), -0.2);
 * ```
 */
export const ACTIVATIONS = {
  identity: activation({
    formula: "z",
    range: [-Infinity, Infinity],
    value: (_m, z) => z,
    derivative: (m) => m.constant(1),
  }) as Activation,
  sigmoid: activation({
    formula: "1 / (1 + e^−z)",
    range: [0, 1],
    value: (m, z) => m.sigmoid(z),
    derivative: (m, _z, a) => m.mul(a, m.sub(m.constant(1), a)),
  }) as Activation,
  tanh: activation({
    formula: "tanh z",
    range: [-1, 1],
    value: (m, z) => m.tanh(z),
    derivative: (m, _z, a) => m.sub(m.constant(1), m.mul(a, a)),
  }) as Activation,
  relu: activation({
    formula: "max(0, z)",
    range: [0, Infinity],
    value: (m, z) => m.max(z, m.constant(0)),
    derivative: (m, z) => m.ifLess(m.constant(0), z, m.constant(1), m.constant(0)),
  }) as Activation,
  leakyRelu: activation({
    formula: "z where z > 0, slope·z elsewhere",
    range: [-Infinity, Infinity],
    settings: { slope: finite(0.01) },
    value: (m, z, { slope }) => m.ifLess(z, m.constant(0), m.mul(m.constant(slope), z), z),
    derivative: (m, z, _a, { slope }) => m.ifLess(m.constant(0), z, m.constant(1), m.constant(slope)),
  }) as Activation<{ slope: number }>,
  /** Clevert, Unterthiner & Hochreiter 2016. */
  elu: activation({
    formula: "z where z > 0, α (e^z − 1) elsewhere",
    range: [-1, Infinity],
    settings: { alpha: finite(1) },
    value: (m, z, { alpha }) => m.ifLess(z, m.constant(0), m.mul(m.constant(alpha), m.expm1(z)), z),
    derivative: (m, z, a, { alpha }) => m.ifLess(z, m.constant(0), m.add(a, m.constant(alpha)), m.constant(1)),
  }) as Activation<{ alpha: number }>,
  /** Hendrycks & Gimpel 2016; Φ is the standard normal distribution function. */
  gelu: activation({
    formula: "z Φ(z)",
    range: [-0.17, Infinity],
    value: (m, z) => m.mul(z, normalCdf(m, z)),
    derivative: (m, z) => {
      const density = m.mul(m.constant(ROOT_1_OVER_2PI), m.exp(m.mul(m.constant(-0.5), m.mul(z, z))));
      return m.add(normalCdf(m, z), m.mul(z, density));
    },
  }) as Activation,
  /** The approximation of gelu in the same paper. */
  geluTanh: activation({
    formula: "½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))",
    range: [-0.17, Infinity],
    // ½ (1 + tanh u) is σ(2u), and σ stays accurate at both ends.
    value: (m, z) => m.mul(z, m.sigmoid(geluInner(m, z))),
    derivative: (m, z) => {
      const x = clamped(m, z),
        e = m.exp(m.min(geluInner(m, z), m.constant(700))),
        denominator = m.add(m.constant(1), e);
      const growth = m.add(m.constant(1), m.mul(m.constant(3 * CUBIC), m.mul(x, x)));
      const s = m.div(e, denominator), rate = m.div(m.mul(m.constant(2 * ROOT_2_OVER_PI), growth), denominator);
      return m.add(s, m.mul(m.mul(x, s), rate));
    },
  }) as Activation,
  /** Also known as swish. */
  silu: activation({
    formula: "z σ(z)",
    range: [-0.28, Infinity],
    value: (m, z) => {
      const { e, scale } = scaledExp(m, z);
      return m.mul(m.mul(z, m.div(e, m.add(m.constant(1), e))), scale);
    },
    // σ + a (1 − σ), with 1 − σ as 1/(1 + e), which is accurate when σ is near 1.
    derivative: (m, z, a) => {
      const { e, scale } = scaledExp(m, z), denominator = m.add(m.constant(1), e);
      const rest = m.div(m.min(a, m.constant(700)), denominator);
      return m.add(m.mul(m.div(e, denominator), scale), rest);
    },
  }) as Activation,
  /** Computed as max(z, 0) + ln(1 + e^−|z|), which neither overflows nor loses accuracy for very negative z. */
  softplus: activation({
    formula: "ln(1 + e^z)",
    range: [0, Infinity],
    value: (m, z) => m.add(m.max(z, m.constant(0)), m.log1p(m.exp(m.sub(m.constant(0), m.abs(z))))),
    derivative: (m, z) => m.sigmoid(z),
  }) as Activation,
  softsign: activation({
    formula: "z / (1 + |z|)",
    range: [-1, 1],
    value: (m, z) => m.div(z, m.add(m.constant(1), m.abs(z))),
    derivative: (m, z) => {
      const denominator = m.add(m.constant(1), m.abs(z));
      return m.div(m.constant(1), m.mul(denominator, denominator));
    },
  }) as Activation,
  /** The output of a perceptron. NaN stays NaN. */
  step: activation({
    formula: "1 where z ≥ 0, 0 elsewhere",
    range: [0, 1],
    value: (m, z) => m.ifLess(z, m.constant(0), m.constant(0), m.ifEqual(z, z, m.constant(1), z)),
    derivative: (m) => m.constant(0),
  }) as Activation,
  sin: activation({
    formula: "sin z",
    range: [-1, 1],
    value: (m, z) => m.sin(z),
    derivative: (m, z) => m.cos(z),
  }) as Activation,
} as const satisfies Readonly<Record<string, Activation>>;

/** The name of an activation. */
export type ActivationName = keyof typeof ACTIVATIONS;

/** Binds the settings of the activation that a config names. */
export function bindActivation(choice: Choice): BoundActivation {
  const entry: Activation = ACTIVATIONS[choice.name as ActivationName];
  return {
    name: choice.name,
    value: (m, z) => entry.value(m, z, choice),
    derivative: (m, z, a) => entry.derivative(m, z, a, choice),
  };
}

/** exp(z) / scale, where a scale of e^−64 for very negative z avoids the loss of digits to underflow. */
function scaledExp<T>(m: Arithmetic<T>, z: T): { readonly e: T; readonly scale: T } {
  const choose = (ifTiny: number, otherwise: number) =>
    m.ifLess(z, m.constant(-700), m.constant(ifTiny), m.constant(otherwise));
  const e = m.exp(m.min(m.add(z, choose(64, 0)), m.constant(700)));
  return { e, scale: choose(EXP_MINUS_64, 1) };
}

const normalCdf = <T>(m: Arithmetic<T>, z: T): T =>
  m.mul(m.constant(0.5), m.add(m.constant(1), m.erf(m.mul(z, m.constant(ROOT_HALF)))));

/** 2 √(2/π) (z + 0.044715 z³), constant beyond ±30, where its sigmoid is 0 or 1. */
function geluInner<T>(m: Arithmetic<T>, z: T): T {
  const x = clamped(m, z), cubic = m.mul(m.constant(CUBIC), m.mul(x, m.mul(x, x)));
  return m.mul(m.constant(2 * ROOT_2_OVER_PI), m.add(x, cubic));
}

const clamped = <T>(m: Arithmetic<T>, z: T): T => m.min(m.max(z, m.constant(-30)), m.constant(30));
