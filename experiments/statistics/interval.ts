/** An estimate with its interval; an unbounded end is ±Infinity. */
export interface Interval {
  /** NaN without data. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** The number of runs, pairs or points on which it is based. */
  readonly n: number;
}

/** An interval between two order statistics, which attain only certain probabilities; at least the confidence asked for. */
export interface OrderInterval extends Interval {
  /** The probability with which such an interval contains the true value. */
  readonly coverage: number;
}

/** The default confidence of an interval. */
export const CONFIDENCE = 0.95;

/** The interval without data: the whole range. */
export function withoutData(lower: number, upper: number): Interval {
  return { estimate: NaN, lower, upper, n: 0 };
}
