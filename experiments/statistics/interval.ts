/** An estimate and the interval that goes with it; what may lie beyond every number is ±Infinity. */
export interface Interval {
  /** NaN where there is nothing to estimate from. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** How many runs, pairs or points it rests on. */
  readonly n: number;
}

/** An interval between two order statistics: these attain only certain probabilities, at least the level asked for. */
export interface OrderInterval extends Interval {
  /** The probability with which such an interval holds the true value. */
  readonly coverage: number;
}

/** The probability that an interval is meant to have, unless told otherwise. */
export const LEVEL = 0.95;

/** What is known without data: nothing, so the interval is the whole range. */
export function withoutData(lower: number, upper: number): Interval {
  return { estimate: NaN, lower, upper, n: 0 };
}
