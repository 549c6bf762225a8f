import { ACTIVATIONS } from "../../core/components/activations.ts";
import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { defaultsOf } from "../../core/components/settings.ts";
import type { Entry, Range } from "./measure.ts";
import { erf, logistic, normalCdf, normalDensity, type Reals, tanh } from "./reals.ts";

const MODERATE: readonly Range[] = [{ from: -20, to: 20 }, { from: -1, to: 1 }];
const SMALL: readonly Range[] = [{ from: 1e-290, to: 1, spread: "log" }, { from: -1e-290, to: -1, spread: "log" }];

/** The functions of `core/arithmetic/elementary.ts`, bounds as promised in NUMERICS.md. */
const ELEMENTARY: readonly Entry[] = [
  {
    name: "exp",
    value: NUMBERS.exp,
    exact: (m, x) => m.exp(x),
    ranges: [...MODERATE, { from: -650, to: 709.7 }, { from: -1e-290, to: -1, spread: "log" }],
    unit: "ulp",
    bound: 0.6,
  },
  {
    name: "exp",
    value: NUMBERS.exp,
    exact: (m, x) => m.exp(m.add(x, m.mul(m.of(200), m.ln2))),
    ranges: [{ from: -745, to: -707.7, scale: 2 ** 200 }, { from: -707.7, to: -650, scale: 2 ** 200 }],
    unit: "ulp",
    bound: 0.6,
  },
  {
    name: "expm1",
    value: NUMBERS.expm1,
    exact: (m, x) => m.expm1(x),
    ranges: [...MODERATE, { from: -60, to: 709.7 }, { from: -0.02, to: 0.02 }, ...SMALL],
    unit: "ulp",
    bound: 1,
  },
  {
    name: "log",
    value: NUMBERS.log,
    exact: (m, x) => m.log(x),
    ranges: [
      { from: 0, to: 10 },
      { from: 0.98, to: 1.02 },
      { from: 0.5, to: 2 },
      { from: 5e-324, to: 1.7e308, spread: "log" },
      { from: 5e-324, to: 2.3e-308, spread: "log" },
    ],
    unit: "ulp",
    bound: 1,
  },
  {
    name: "log1p",
    value: NUMBERS.log1p,
    exact: (m, x) => m.log1p(x),
    ranges: [
      { from: -1, to: 10 },
      { from: -0.02, to: 0.02 },
      { from: -1e-290, to: -0.9999, spread: "log" },
      { from: 1e-290, to: 1e290, spread: "log" },
    ],
    unit: "ulp",
    bound: 1,
  },
  {
    name: "tanh",
    value: NUMBERS.tanh,
    exact: tanh,
    ranges: [...MODERATE, { from: -0.03, to: 0.03 }, ...SMALL],
    unit: "ulp",
    bound: 2,
  },
  {
    name: "erf",
    value: NUMBERS.erf,
    exact: erf,
    ranges: [{ from: -6, to: 6 }, { from: -1, to: 1 }, { from: -0.03, to: 0.03 }, ...SMALL],
    unit: "ulp",
    bound: 2,
  },
  {
    name: "sin",
    value: NUMBERS.sin,
    exact: (m, x) => m.sin(x),
    ranges: [{ from: -4, to: 4 }, { from: -1000, to: 1000 }, ...SMALL],
    unit: "ulp",
    bound: 4,
  },
  {
    name: "cos",
    value: NUMBERS.cos,
    exact: (m, x) => m.cos(x),
    ranges: [{ from: -4, to: 4 }, { from: -1000, to: 1000 }],
    unit: "ulp",
    bound: 4,
  },
];

/** Exact value and derivative of an activation with default settings. */
interface ExactActivation {
  readonly value: Entry["exact"];
  readonly derivative: Entry["exact"];
  readonly ranges: readonly Range[];
  /** Bound of the value in units in the last place; absolute if absent. */
  readonly ulps?: number;
}

const WIDE: readonly Range[] = [{ from: -600, to: 600 }, ...MODERATE];
const NORMAL: readonly Range[] = [{ from: -11, to: 11 }, { from: -1, to: 1 }];

const EXACT_ACTIVATIONS: Partial<Record<keyof typeof ACTIVATIONS, ExactActivation>> = {
  sigmoid: { value: logistic, derivative: logisticDerivative, ranges: WIDE, ulps: 2.5 },
  tanh: { value: tanh, derivative: tanhDerivative, ranges: MODERATE, ulps: 2 },
  elu: {
    value: (m, x) => m.isNegative(x) ? m.expm1(x) : x,
    derivative: (m, x) => m.isNegative(x) ? m.exp(x) : m.of(1),
    ranges: WIDE,
    ulps: 4,
  },
  gelu: {
    value: (m, x) => m.mul(x, normalCdf(m, x)),
    derivative: (m, x) => m.add(normalCdf(m, x), m.mul(x, normalDensity(m, x))),
    ranges: NORMAL,
  },
  geluTanh: { value: geluTanh, derivative: geluTanhDerivative, ranges: NORMAL },
  silu: { value: (m, x) => m.mul(x, logistic(m, x)), derivative: siluDerivative, ranges: WIDE, ulps: 4 },
  softplus: { value: (m, x) => m.log1p(m.exp(x)), derivative: logistic, ranges: WIDE, ulps: 2.5 },
  softsign: {
    value: (m, x) => m.div(x, onePlusAbs(m, x)),
    derivative: (m, x) => m.div(m.of(1), m.mul(onePlusAbs(m, x), onePlusAbs(m, x))),
    ranges: WIDE,
    ulps: 4,
  },
  sin: { value: (m, x) => m.sin(x), derivative: (m, x) => m.cos(x), ranges: [{ from: -1000, to: 1000 }], ulps: 4 },
};

function logisticDerivative<T>(m: Reals<T>, x: T): T {
  const a = logistic(m, x);
  return m.mul(a, m.sub(m.of(1), a));
}

function tanhDerivative<T>(m: Reals<T>, x: T): T {
  const a = tanh(m, x);
  return m.sub(m.of(1), m.mul(a, a));
}

function siluDerivative<T>(m: Reals<T>, x: T): T {
  return m.add(logistic(m, x), m.mul(x, logisticDerivative(m, x)));
}

function onePlusAbs<T>(m: Reals<T>, x: T): T {
  return m.isNegative(x) ? m.sub(m.of(1), x) : m.add(m.of(1), x);
}

/** √(2/π) (x + 0.044715 x³) */
function geluInner<T>(m: Reals<T>, x: T): T {
  const cubic = m.mul(m.of(0.044715), m.mul(x, m.mul(x, x)));
  return m.mul(m.sqrt(m.div(m.of(2), m.pi)), m.add(x, cubic));
}

function geluTanh<T>(m: Reals<T>, x: T): T {
  return m.mul(m.div(x, m.of(2)), m.add(m.of(1), tanh(m, geluInner(m, x))));
}

function geluTanhDerivative<T>(m: Reals<T>, x: T): T {
  const growth = m.add(m.of(1), m.mul(m.mul(m.of(3), m.of(0.044715)), m.mul(x, x)));
  const inner = m.mul(m.sqrt(m.div(m.of(2), m.pi)), growth);
  const curvature = m.mul(m.mul(m.div(x, m.of(2)), tanhDerivative(m, geluInner(m, x))), inner);
  return m.add(m.div(m.add(m.of(1), tanh(m, geluInner(m, x))), m.of(2)), curvature);
}

const ACTIVATION_ENTRIES: readonly Entry[] = Object.entries(EXACT_ACTIVATIONS).flatMap(
  ([name, { value, derivative, ranges, ulps }]) => {
    const entry = ACTIVATIONS[name as keyof typeof EXACT_ACTIVATIONS], settings = defaultsOf(entry.settings) as never;
    const valueOf = (z: number) => entry.value(NUMBERS, z, settings);
    const limit = ulps === undefined
      ? { unit: "absolute", bound: 4e-16 } as const
      : { unit: "ulp", bound: ulps } as const;
    return [
      { name: `${name} value`, value: valueOf, exact: value, ranges, ...limit },
      {
        name: `${name} derivative`,
        value: (z: number) => entry.derivative(NUMBERS, z, valueOf(z), settings),
        exact: derivative,
        ranges,
        unit: "absolute",
        bound: 4e-16,
      },
    ];
  },
);

/** All functions of the core with guaranteed accuracy. */
export const ENTRIES: readonly Entry[] = [...ELEMENTARY, ...ACTIVATION_ENTRIES];
