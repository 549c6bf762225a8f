import { Decimal } from "decimal.js";
import type { Reals } from "./reals.ts";

/** 60 digits, at least 40 of which survive the cancellations here. */
const Decimal60 = Decimal.clone({ precision: 60 });
const ONE = new Decimal60(1);

/** Converts a double exactly; Decimal(number) would parse its shortest text, which is a different number. */
function exactDecimal(value: number): Decimal {
  const sign = value < 0 ? "-" : "";
  return new Decimal60(`${sign}0b${Math.abs(value).toString(2)}`);
}

/** Below this, a few terms of the series suffice and subtraction from 1 would lose too many digits. */
const SMALL = 1e-8;

/** Σ coefficient(n) xⁿ from n = 1 on, for |x| < SMALL */
function series(x: Decimal, coefficient: (n: number) => Decimal): Decimal {
  let total = new Decimal60(0);
  for (let n = 7; n > 0; n--) total = total.add(coefficient(n)).mul(x);
  return total;
}

function factorial(n: number): number {
  return n === 0 ? 1 : n * factorial(n - 1);
}

/** The arithmetic of decimal.js. */
export const DECIMALS: Reals<Decimal> = {
  of: exactDecimal,
  pi: Decimal60.acos(-1),
  ln2: new Decimal60(2).ln(),
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(b),
  sqrt: (a) => a.sqrt(),
  exp: (a) => a.exp(),
  expm1: (a) => a.abs().lt(SMALL) ? series(a, (n) => ONE.div(factorial(n))) : a.exp().sub(1),
  log: (a) => a.ln(),
  log1p: (a) => a.abs().lt(SMALL) ? series(a, (n) => new Decimal60(n % 2 ? 1 : -1).div(n)) : a.add(1).ln(),
  sin: (a) => a.sin(),
  cos: (a) => a.cos(),
  isNegative: (a) => a.isNeg(),
  toNumber: (a) => a.toNumber(),
};
