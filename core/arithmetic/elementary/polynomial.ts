import type { Bits } from "../arithmetic.ts";

/** c₀ + x (c₁ + x (c₂ + …)) */
export function polynomial<T>(m: Bits<T>, x: T, coefficients: readonly number[]): T {
  const { add, mul, constant: c } = m;
  let sum = c(coefficients[coefficients.length - 1]!);
  for (let i = coefficients.length - 2; i >= 0; i--) sum = add(c(coefficients[i]!), mul(x, sum));
  return sum;
}
