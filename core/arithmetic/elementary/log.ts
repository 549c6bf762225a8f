import { type Bits, lazy, type LookupTable, polynomial, SHIFTER } from "../arithmetic.ts";
import { LN2, LOG } from "./coefficients.ts";
import * as pair from "./pair.ts";

/** Rows for significands 1 to 2. For significand s, nearest row c and q ≈ 1/c: log(s) = log(1 + r) − log(q). */
const ROWS = 256;
/** Adding it rounds s to a multiple of 1/ROWS; ROWS times the sum is the row number plus SHIFTER. */
const ROUNDER = SHIFTER / ROWS - 1;
const [LN2_HIGH, LN2_LOW] = LN2;

/** Tables of two columns. */
interface LogTables {
  /** Row (c − 1) · ROWS: q = 1/c to 10 bits, and c q − 1. Thus r = s q − 1 = (s − c) q + (c q − 1) is exact. */
  readonly reciprocals: LookupTable;
  /** Row (c − 1) · ROWS: −log(q) as a multiple of 2^-43 and a remainder. At c = 2 it cancels an exponent of −1. */
  readonly logarithms: LookupTable;
}

const tables = lazy(createTables);

/** The natural logarithm: within 0.6 units in the last place; −∞ at ±0, NaN below. */
export function log<T>(m: Bits<T>, x: T): T {
  const { add, mul, ifLess, exponent, significand, constant: c } = m;
  const zero = c(0), normal = c(2.2250738585072014e-308);
  const scaled = mul(x, ifLess(x, normal, c(18014398509481984), c(1)));
  const e = add(exponent(scaled), ifLess(x, normal, c(-54), zero));
  const { index, r } = reduceSignificand(m, significand(scaled));
  return inDomain(m, zero, x, combine(m, e, index, r, zero));
}

/** log(1 + x) without cancellation: within 0.6 units in the last place; −∞ at −1, NaN below, −0 for −0. */
export function log1p<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, div, ifEqual, exponent, significand, constant: c } = m;
  const one = c(1), whole = add(one, x);
  // whole + error = 1 + x (Knuth's sum)
  const back = sub(whole, one), error = add(sub(one, sub(whole, back)), sub(x, back));
  const s = significand(whole), { index, r: head, q } = reduceSignificand(m, s);
  const tail = mul(div(mul(error, s), whole), q), r = add(head, tail), low = add(sub(head, r), tail);
  const inside = combine(m, exponent(whole), index, r, low);
  return ifEqual(x, c(0), x, inDomain(m, c(-1), x, inside));
}

/** For 1 ≤ s ≤ 2: the index and q of the nearest row, and r, which may lose its last bit above 2^-8. */
function reduceSignificand<T>(m: Bits<T>, s: T): { index: T; q: T; r: T } {
  const { add, sub, mul, lookup, constant: c } = m;
  const sum = add(s, c(ROUNDER)), index = mul(sum, c(ROWS)), distance = sub(s, sub(sum, c(ROUNDER)));
  const { reciprocals } = tables(), q = lookup(reciprocals, 0, index);
  return { index, q, r: add(mul(distance, q), lookup(reciprocals, 1, index)) };
}

/** e ln 2 − log(q) + log(1 + r + low) */
function combine<T>(m: Bits<T>, e: T, index: T, r: T, low: T): T {
  const { add, sub, mul, lookup, constant: c } = m, { logarithms } = tables();
  // base is exact; base + r = total + missing (Dekker's sum)
  const base = add(mul(e, c(LN2_HIGH)), lookup(logarithms, 0, index));
  const rest = add(mul(e, c(LN2_LOW)), lookup(logarithms, 1, index));
  const total = add(base, r), missing = add(add(sub(base, total), r), low);
  const quadratic = mul(mul(r, r), polynomial(m, r, LOG));
  return add(total, add(add(rest, missing), quadratic));
}

/** `inside` for finite x above `lowest`, ∞ for ∞, −∞ at `lowest`, NaN otherwise. */
function inDomain<T>(m: Bits<T>, lowest: T, x: T, inside: T): T {
  const { ifLess, ifEqual, constant: c } = m;
  const outside = ifEqual(x, lowest, c(-Infinity), c(NaN));
  return ifLess(lowest, x, ifLess(x, c(Infinity), inside, x), outside);
}

function createTables(): LogTables {
  const reciprocals = new Float64Array(2 * ROWS + 2), logarithms = new Float64Array(2 * ROWS + 2);
  const unit = 1 / 8796093022208; // 2^-43
  for (let row = 0; row <= ROWS; row++) {
    const node = 1 + row / ROWS, q = Math.floor(4 * ROWS / node + 0.5) / (4 * ROWS);
    const [high, low] = logarithmSeries(pair.divide([1, 0], [q, 0])), coarse = Math.floor(high / unit + 0.5) * unit;
    reciprocals.set([q, node * q - 1], 2 * row);
    logarithms.set([coarse, (high - coarse) + low], 2 * row);
  }
  return { reciprocals, logarithms };
}

/** ln x to about 100 bits for 1 ≤ x ≤ 2: 2 artanh((x − 1) / (x + 1)) by its series from the smallest term. */
function logarithmSeries(x: pair.Pair): pair.Pair {
  const z = pair.divide(pair.add(x, [-1, 0]), pair.add(x, [1, 0])), square = pair.multiply(z, z);
  let series: pair.Pair = [0, 0];
  for (let n = 67; n > 0; n -= 2) series = pair.add(pair.divide([2, 0], [n, 0]), pair.multiply(square, series));
  return pair.multiply(z, series);
}
