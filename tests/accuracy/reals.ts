/** Arithmetic for exact values, with far more digits than a double. */
export interface Reals<T> {
  /** Converts a double exactly. */
  of(value: number): T;
  readonly pi: T;
  readonly ln2: T;
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  sqrt(a: T): T;
  exp(a: T): T;
  expm1(a: T): T;
  log(a: T): T;
  log1p(a: T): T;
  sin(a: T): T;
  cos(a: T): T;
  isNegative(a: T): boolean;
  /** The nearest double, approximately. */
  toNumber(a: T): number;
}

/** tanh x = E / (E + 2), E = exp(2x) − 1. */
export function tanh<T>(m: Reals<T>, x: T): T {
  if (Math.abs(m.toNumber(x)) > 100) return m.of(m.isNegative(x) ? -1 : 1);
  const e = m.expm1(m.add(x, x));
  return m.div(e, m.add(e, m.of(2)));
}

/** erf x = 2 / √π exp(−x²) Σ x (2x²)^n / (1 · 3 · … · (2n + 1)), without cancellation; for |x| ≤ 8. */
export function erf<T>(m: Reals<T>, x: T): T {
  const square = m.mul(x, x), twice = m.add(square, square), size = m.toNumber(twice);
  let term = x, total = x;
  for (let n = 1; Math.abs(m.toNumber(term)) > 1e-45 * Math.abs(m.toNumber(total)) || 2 * n + 1 < size; n++) {
    term = m.div(m.mul(term, twice), m.of(2 * n + 1));
    total = m.add(total, term);
  }
  const scale = m.div(m.of(2), m.sqrt(m.pi));
  return m.mul(m.mul(scale, m.exp(m.sub(m.of(0), square))), total);
}

/** The logistic function. */
export function logistic<T>(m: Reals<T>, x: T): T {
  const e = m.exp(x);
  return m.div(e, m.add(m.of(1), e));
}

/** The standard normal distribution function, for |x| ≤ 11. */
export function normalCdf<T>(m: Reals<T>, x: T): T {
  return m.div(m.add(m.of(1), erf(m, m.div(x, m.sqrt(m.of(2))))), m.of(2));
}

/** The standard normal density. */
export function normalDensity<T>(m: Reals<T>, x: T): T {
  const e = m.exp(m.div(m.mul(x, x), m.of(-2)));
  return m.div(e, m.sqrt(m.mul(m.of(2), m.pi)));
}
