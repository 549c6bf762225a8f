import { Decimal } from "decimal.js";
import type { Reals } from "./reals.ts";

/** 60 digits while working, of which 40 hold through the cancellations here. */
const Working = Decimal.clone({ precision: 60 });
const ONE = new Working(1);

/** A double, exactly: Decimal(number) would take its shortest text, which is another number. */
function exactly(value: number): Decimal {
  const sign = value < 0 ? "-" : "";
  return new Working(`${sign}0b${Math.abs(value).toString(2)}`);
}

/** For arguments below this, a few terms of the series do, and subtraction from 1 would lose too many digits. */
const SMALL = 1e-8;

/** Σ coefficient(n) xⁿ from n = 1 on, for |x| < SMALL */
function series(x: Decimal, coefficient: (n: number) => Decimal): Decimal {
  let total = new Working(0);
  for (let n = 7; n > 0; n--) total = total.add(coefficient(n)).mul(x);
  return total;
}

function factorial(n: number): number {
  return n === 0 ? 1 : n * factorial(n - 1);
}

/** decimal.js. */
export const DECIMALS: Reals<Decimal> = {
  of: exactly,
  pi: Working.acos(-1),
  ln2: new Working(2).ln(),
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(b),
  sqrt: (a) => a.sqrt(),
  exp: (a) => a.exp(),
  expm1: (a) => a.abs().lt(SMALL) ? series(a, (n) => ONE.div(factorial(n))) : a.exp().sub(1),
  log: (a) => a.ln(),
  log1p: (a) => a.abs().lt(SMALL) ? series(a, (n) => new Working(n % 2 ? 1 : -1).div(n)) : a.add(1).ln(),
  sin: (a) => a.sin(),
  cos: (a) => a.cos(),
  isNegative: (a) => a.isNeg(),
  near: (a) => a.toNumber(),
};
