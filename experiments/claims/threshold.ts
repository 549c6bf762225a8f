/** Claims that a quantity lies on one side of a number. */
import { type Interval, judgeHigher, judgeLower, type Verdict } from "../statistics/statistics.ts";

/** A number and the side of it that is claimed. */
export interface Threshold {
  /** The side of `than` on which the quantity lies. */
  readonly is: "above" | "below";
  /** A number in the unit of the quantity. */
  readonly than: number;
}

/** Decided once the whole interval lies on one side of the number. */
export function judgeThreshold({ is, than }: Threshold, interval: Interval): Verdict {
  return is === "above" ? judgeHigher(interval, than) : judgeLower(interval, than);
}
