import { type Bits, lazy, type LookupTable, polynomial, SHIFTER } from "../arithmetic.ts";
import { TWO_OVER_ROOT_PI } from "./coefficients.ts";
import * as pair from "./pair.ts";

/** Rows per unit. */
const ROWS = 256;
/** Beyond this the error function rounds to 1; end of the table. */
const LIMIT = 6;
/** Adding it rounds x to a multiple of 1/ROWS; ROWS times the sum is the row number plus SHIFTER. */
const ROUNDER = SHIFTER / ROWS + LIMIT;

/** Terms of the Taylor series between rows; its error is far below that of the second column. */
const TERMS = 10;

/** Tables of two columns. */
interface ErfTables {
  /** Row (c + LIMIT) · ROWS: erf(c) as a double, and its rounding error. */
  readonly values: LookupTable;
  /** Row (c + LIMIT) · ROWS: erf′(c) and erf′(c) − 1. */
  readonly derivatives: LookupTable;
}

const tables = lazy(createTables);

/** Coefficients of the integral: terms in s⁰, in s¹ and in s². */
const S0 = [-1, 2 / 3, -1 / 3, 2 / 15], S1 = [-1 / 3, 1 / 2, -2 / 5], S2 = 1 / 10;

/**
 * The error function: within 0.8 units in the last place, odd to the last bit, −0 for −0, ±1 beyond ±5.93.
 *
 * With x = c + d: erf(x) = erf(c) + erf′(c) d ∫₀¹ exp(−2 p t − s t²) dt, where p = c d and s = d²; the integral is the
 * sum over j and n of (−s)^j / j! · (−2p)^n / n! / (2j + n + 1), 1 plus a small sum whose first few terms suffice.
 */
export function erf<T>(m: Bits<T>, x: T): T {
  const { add, sub, mul, min, max, lookup, constant: c } = m, { values, derivatives } = tables();
  const clamped = min(max(x, c(-LIMIT)), c(LIMIT));
  const sum = add(clamped, c(ROUNDER)), index = mul(sum, c(ROWS));
  const node = sub(sum, c(ROUNDER)), d = sub(clamped, node), p = mul(node, d), s = mul(d, d);
  const termsInS = mul(s, add(polynomial(m, p, S1), mul(s, c(S2))));
  const small = add(mul(p, polynomial(m, p, S0)), termsInS);
  // Without 1, so that d is added exactly: erf(c) + d = total + error (Dekker's sum).
  const factor = add(lookup(derivatives, 1, index), mul(lookup(derivatives, 0, index), small));
  const value = lookup(values, 0, index), total = add(value, d), error = sub(d, sub(total, value));
  return add(total, add(error, add(lookup(values, 1, index), mul(d, factor))));
}

/** Integrates from row to row by the Taylor series of erf′, whose derivative is −2x erf′. */
function createTables(): ErfTables {
  const values = new Float64Array(4 * ROWS * LIMIT + 2), derivatives = new Float64Array(4 * ROWS * LIMIT + 2);
  const step = 1 / ROWS, zero = 2 * ROWS * LIMIT;
  const reciprocals = Array.from({ length: TERMS + 1 }, (_, n) => pair.divide([1, 0], [n || 1, 0]));
  let value: pair.Pair = [0, 0], derivative: pair.Pair = TWO_OVER_ROOT_PI;
  for (let row = 0; row <= ROWS * LIMIT; row++) {
    values.set(value, zero + 2 * row);
    values.set([-value[0], -value[1]], zero - 2 * row); // The row of 0 holds −0, for the result of −0.
    for (const at of [zero + 2 * row, zero - 2 * row]) {
      derivatives.set([derivative[0], derivative[0] - 1 + derivative[1]], at);
    }
    // term is the n-th of erf′(c + step) = Σ gₙ stepⁿ, where n gₙ = −2 (c gₙ₋₁ + gₙ₋₂).
    let before: pair.Pair = [0, 0], term = derivative, increase = derivative;
    for (let n = 1; n < TERMS; n++) {
      const both = pair.add(
        pair.multiply([-2 * row * step * step, 0], term),
        pair.multiply([-2 * step * step, 0], before),
      );
      [before, term] = [term, pair.multiply(both, reciprocals[n]!)];
      derivative = pair.add(derivative, term);
      increase = pair.add(increase, pair.multiply(term, reciprocals[n + 1]!));
    }
    value = pair.add(value, pair.multiply(increase, [step, 0]));
  }
  return { values, derivatives };
}
