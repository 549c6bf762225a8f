import { ACTIVATIONS } from "../../core/components/activations.ts";
import { NUMBERS } from "../../core/arithmetic/elementary.ts";
import { defaultsOf } from "../../core/components/settings.ts";
import type { Entry, Range } from "./measure.ts";
import { erf, logistic, normalBelow, normalDensity, type Reals, tanh } from "./reals.ts";

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

/** True value and derivative of an activation with its settings as they are by default. */
interface Truth {
  readonly value: Entry["exact"];
  readonly slope: Entry["exact"];
  readonly ranges: readonly Range[];
  /** Of the value; none where it is bounded absolutely. */
  readonly ulps?: number;
}

const WIDE: readonly Range[] = [{ from: -600, to: 600 }, ...MODERATE];
const NORMAL: readonly Range[] = [{ from: -11, to: 11 }, { from: -1, to: 1 }];

const TRUTHS: Partial<Record<keyof typeof ACTIVATIONS, Truth>> = {
  sigmoid: { value: logistic, slope: logisticSlope, ranges: WIDE, ulps: 2.5 },
  tanh: { value: tanh, slope: tanhSlope, ranges: MODERATE, ulps: 2 },
  elu: {
    value: (m, x) => m.isNegative(x) ? m.expm1(x) : x,
    slope: (m, x) => m.isNegative(x) ? m.exp(x) : m.of(1),
    ranges: WIDE,
    ulps: 4,
  },
  gelu: {
    value: (m, x) => m.mul(x, normalBelow(m, x)),
    slope: (m, x) => m.add(normalBelow(m, x), m.mul(x, normalDensity(m, x))),
    ranges: NORMAL,
  },
  geluTanh: { value: geluTanh, slope: geluTanhSlope, ranges: NORMAL },
  silu: { value: (m, x) => m.mul(x, logistic(m, x)), slope: siluSlope, ranges: WIDE, ulps: 4 },
  softplus: { value: (m, x) => m.log1p(m.exp(x)), slope: logistic, ranges: WIDE, ulps: 2.5 },
  softsign: {
    value: (m, x) => m.div(x, onePlusSize(m, x)),
    slope: (m, x) => m.div(m.of(1), m.mul(onePlusSize(m, x), onePlusSize(m, x))),
    ranges: WIDE,
    ulps: 4,
  },
  sin: { value: (m, x) => m.sin(x), slope: (m, x) => m.cos(x), ranges: [{ from: -1000, to: 1000 }], ulps: 4 },
};

function logisticSlope<T>(m: Reals<T>, x: T): T {
  const a = logistic(m, x);
  return m.mul(a, m.sub(m.of(1), a));
}

function tanhSlope<T>(m: Reals<T>, x: T): T {
  const a = tanh(m, x);
  return m.sub(m.of(1), m.mul(a, a));
}

function siluSlope<T>(m: Reals<T>, x: T): T {
  return m.add(logistic(m, x), m.mul(x, logisticSlope(m, x)));
}

function onePlusSize<T>(m: Reals<T>, x: T): T {
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

function geluTanhSlope<T>(m: Reals<T>, x: T): T {
  const growth = m.add(m.of(1), m.mul(m.mul(m.of(3), m.of(0.044715)), m.mul(x, x)));
  const inner = m.mul(m.sqrt(m.div(m.of(2), m.pi)), growth);
  const bend = m.mul(m.mul(m.div(x, m.of(2)), tanhSlope(m, geluInner(m, x))), inner);
  return m.add(m.div(m.add(m.of(1), tanh(m, geluInner(m, x))), m.of(2)), bend);
}

const OF_ACTIVATIONS: readonly Entry[] = Object.entries(TRUTHS).flatMap(([name, { value, slope, ranges, ulps }]) => {
  const entry = ACTIVATIONS[name as keyof typeof TRUTHS], settings = defaultsOf(entry.settings) as never;
  const of = (z: number) => entry.value(NUMBERS, z, settings);
  const limit = ulps === undefined
    ? { unit: "absolute", bound: 4e-16 } as const
    : { unit: "ulp", bound: ulps } as const;
  return [
    { name: `${name} value`, value: of, exact: value, ranges, ...limit },
    {
      name: `${name} slope`,
      value: (z: number) => entry.slope(NUMBERS, z, of(z), settings),
      exact: slope,
      ranges,
      unit: "absolute",
      bound: 4e-16,
    },
  ];
});

/** Every function of the core with an accuracy that is promised. */
export const ENTRIES: readonly Entry[] = [...ELEMENTARY, ...OF_ACTIVATIONS];
