/**
 * The suite's statistics: intervals, paired comparisons, curves and verdicts.
 *
 * All are pure functions of numbers and, where they draw, of a given stream; they use `+ − × ÷`, square roots and
 * the suite's own elementary functions only, so every engine computes the same bits. NaN throws; nothing is
 * skipped.
 */
export { binomial } from "./binomial.ts";
export * from "./bootstrap.ts";
export * from "./expected_epochs.ts";
export * from "./hodges_lehmann.ts";
export * from "./holm.ts";
export * from "./interquartile_mean.ts";
export { type Interval, LEVEL, type OrderInterval } from "./interval.ts";
export * from "./median.ts";
export * from "./newcombe.ts";
export * from "./normal.ts";
export * from "./pairs.ts";
export * from "./performance_profile.ts";
export * from "./quantile.ts";
export * from "./win_proportion.ts";
export * from "./sign_test.ts";
export * from "./least_squares.ts";
export * from "./solved_curve.ts";
export * from "./student.ts";
export * from "./tango.ts";
export type { Costs } from "./unsolved.ts";
export * from "./verdict.ts";
export * from "./wilson.ts";
