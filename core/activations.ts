/** What a unit makes of its pre-activation z, and the derivative that back-propagation needs. */
import type { Arithmetic } from "./arithmetic.ts";
import { type Choice, finite, type SettingTable, type Values } from "./settings.ts";

/** An entry of ACTIVATIONS. */
export interface Activation<S extends SettingTable = SettingTable> {
  /** How a textbook writes it. */
  readonly formula: string;
  /** The values it can take, from … to. */
  readonly range: readonly [number, number];
  readonly settings: S;
  /** a = φ(z) */
  value<T>(m: Arithmetic<T>, z: T, settings: Values<S>): T;
  /** φ′(z), from z and a = φ(z), where a helps. */
  slope<T>(m: Arithmetic<T>, z: T, a: T, settings: Values<S>): T;
}

/** An activation with its settings fixed: what a layer holds. */
export interface BoundActivation {
  readonly name: string;
  value<T>(m: Arithmetic<T>, z: T): T;
  slope<T>(m: Arithmetic<T>, z: T, a: T): T;
}

const define = <S extends SettingTable>(entry: Activation<S>): Activation<S> => entry;

const ROOT_HALF = 0.7071067811865476; // √½
const ROOT_2_OVER_PI = 0.7978845608028654; // √(2/π)
const ROOT_1_OVER_2PI = 0.3989422804014327; // 1/√(2π)
const CUBIC = 0.044715; // of geluTanh

/** 1/(1 + exp(−z)), as e/(1 + e) with e = exp(z): no overflow at either end, and one operation less. */
export function sigmoid<T>(m: Arithmetic<T>, z: T): T {
  const e = m.exp(m.min(z, m.constant(700)));
  return m.div(e, m.add(m.constant(1), e));
}

/** ln(1 + exp(z)), as max(z, 0) + log1p(exp(−|z|)): no overflow, no loss where z is very negative. */
export function softplus<T>(m: Arithmetic<T>, z: T): T {
  return m.add(m.max(z, m.constant(0)), m.log1p(m.exp(negative(m, m.abs(z)))));
}

/** The activations by name. At a kink the derivative is relu 0, leakyRelu its slope, elu 1, step 0. */
export const ACTIVATIONS = {
  identity: define({
    formula: "z",
    range: [-Infinity, Infinity],
    settings: {},
    value: (_m, z) => z,
    slope: (m) => m.constant(1),
  }),
  sigmoid: define({
    formula: "1 / (1 + e^−z)",
    range: [0, 1],
    settings: {},
    value: sigmoid,
    slope: (m, _z, a) => m.mul(a, m.sub(m.constant(1), a)),
  }),
  tanh: define({
    formula: "tanh z",
    range: [-1, 1],
    settings: {},
    value: (m, z) => m.tanh(z),
    slope: (m, _z, a) => m.sub(m.constant(1), m.mul(a, a)),
  }),
  relu: define({
    formula: "max(0, z)",
    range: [0, Infinity],
    settings: {},
    value: (m, z) => m.max(z, m.constant(0)),
    slope: (m, z) => m.ifLess(m.constant(0), z, m.constant(1), m.constant(0)),
  }),
  leakyRelu: define({
    formula: "z where z > 0, slope·z elsewhere",
    range: [-Infinity, Infinity],
    settings: { slope: finite(0.01) },
    value: (m, z, { slope }) => m.ifLess(z, m.constant(0), m.mul(m.constant(slope), z), z),
    slope: (m, z, _a, { slope }) => m.ifLess(m.constant(0), z, m.constant(1), m.constant(slope)),
  }),
  /** Clevert, Unterthiner & Hochreiter 2016. */
  elu: define({
    formula: "z where z > 0, α (e^z − 1) elsewhere",
    range: [-1, Infinity],
    settings: { alpha: finite(1) },
    value: (m, z, { alpha }) => m.ifLess(z, m.constant(0), m.mul(m.constant(alpha), m.expm1(z)), z),
    slope: (m, z, a, { alpha }) => m.ifLess(z, m.constant(0), m.add(a, m.constant(alpha)), m.constant(1)),
  }),
  /** z times the chance that a standard normal variable is below z; Hendrycks & Gimpel 2016. */
  gelu: define({
    formula: "z Φ(z)",
    range: [-0.17, Infinity],
    settings: {},
    value: (m, z) => m.mul(z, normalBelow(m, z)),
    slope: (m, z) => {
      const density = m.mul(m.constant(ROOT_1_OVER_2PI), m.exp(m.mul(m.constant(-0.5), m.mul(z, z))));
      return m.add(normalBelow(m, z), m.mul(z, density));
    },
  }),
  /** The approximation that the same paper gives. */
  geluTanh: define({
    formula: "½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))",
    range: [-0.17, Infinity],
    settings: {},
    value: (m, z) => m.mul(m.mul(m.constant(0.5), z), m.add(m.constant(1), m.tanh(geluInner(m, z)))),
    slope: (m, z) => {
      const t = m.tanh(geluInner(m, z)), one = m.constant(1), half = m.constant(0.5);
      const growth = m.add(one, m.mul(m.constant(3 * CUBIC), m.mul(z, z)));
      const inner = m.mul(m.constant(ROOT_2_OVER_PI), growth);
      const bend = m.mul(m.mul(half, z), m.mul(m.sub(one, m.mul(t, t)), inner));
      return m.add(m.mul(half, m.add(one, t)), bend);
    },
  }),
  /** Also called swish. */
  silu: define({
    formula: "z σ(z)",
    range: [-0.28, Infinity],
    settings: {},
    value: (m, z) => m.mul(z, sigmoid(m, z)),
    slope: (m, z, a) => {
      const s = sigmoid(m, z);
      return m.add(s, m.mul(a, m.sub(m.constant(1), s)));
    },
  }),
  softplus: define({
    formula: "ln(1 + e^z)",
    range: [0, Infinity],
    settings: {},
    value: softplus,
    slope: sigmoid,
  }),
  softsign: define({
    formula: "z / (1 + |z|)",
    range: [-1, 1],
    settings: {},
    value: (m, z) => m.div(z, m.add(m.constant(1), m.abs(z))),
    slope: (m, z) => {
      const width = m.add(m.constant(1), m.abs(z));
      return m.div(m.constant(1), m.mul(width, width));
    },
  }),
  /** The perceptron's answer: 1 from z = 0 on. A NaN stays one. */
  step: define({
    formula: "1 where z ≥ 0, 0 elsewhere",
    range: [0, 1],
    settings: {},
    value: (m, z) => m.ifLess(z, m.constant(0), m.constant(0), m.ifEqual(z, z, m.constant(1), z)),
    slope: (m) => m.constant(0),
  }),
  sin: define({
    formula: "sin z",
    range: [-1, 1],
    settings: {},
    value: (m, z) => m.sin(z),
    slope: (m, z) => m.cos(z),
  }),
} as const satisfies Record<string, unknown>;

/** The name of an activation. */
export type ActivationName = keyof typeof ACTIVATIONS;

/** The activation that a config names, with its settings fixed. */
export function bindActivation(choice: Choice): BoundActivation {
  const entry = ACTIVATIONS[choice.name as ActivationName] as unknown as Activation<Record<string, never>>;
  const settings = choice as unknown as Values<Record<string, never>>;
  return {
    name: choice.name,
    value: (m, z) => entry.value(m, z, settings),
    slope: (m, z, a) => entry.slope(m, z, a, settings),
  };
}

function negative<T>(m: Arithmetic<T>, a: T): T {
  return m.sub(m.constant(0), a);
}

function normalBelow<T>(m: Arithmetic<T>, z: T): T {
  return m.mul(m.constant(0.5), m.add(m.constant(1), m.erf(m.mul(z, m.constant(ROOT_HALF)))));
}

function geluInner<T>(m: Arithmetic<T>, z: T): T {
  const cubic = m.mul(m.constant(CUBIC), m.mul(z, m.mul(z, z)));
  return m.mul(m.constant(ROOT_2_OVER_PI), m.add(z, cubic));
}
