/**
 * The suite's statistics: intervals, paired comparisons, curves and verdicts.
 *
 * All are pure functions of numbers and, if they draw, of a given random stream. They use only `+ − × ÷`, square roots
 * and the suite's own elementary functions, so every JavaScript engine computes the same bits. NaN throws; no value is
 * skipped.
 */
export { binomial } from "./binomial.ts";
export * from "./bootstrap.ts";
export type { Costs } from "./check_inputs.ts";
export * from "./expected_epochs.ts";
export * from "./holm.ts";
export { CONFIDENCE, type Interval, type OrderInterval } from "./interval.ts";
export * from "./median.ts";
export * from "./normal.ts";
export * from "./quantile.ts";
export * from "./proportions.ts";
export { logLogSlope } from "./least_squares.ts";
export * from "./solved_curve.ts";
export * from "./tango.ts";
export * from "./verdict.ts";
