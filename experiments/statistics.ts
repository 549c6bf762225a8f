/**
 * The suite's statistics: intervals, paired comparisons, curves and verdicts.
 *
 * All are pure functions of numbers and, where they draw, of a given stream; they use `+ − × ÷`, square roots and
 * the suite's own elementary functions only, so every engine computes the same bits. NaN throws; nothing is
 * skipped.
 */
export { binomial } from "./statistics/binomial.ts";
export * from "./statistics/bootstrap.ts";
export * from "./statistics/expected_epochs.ts";
export * from "./statistics/hodges_lehmann.ts";
export * from "./statistics/holm.ts";
export * from "./statistics/interquartile_mean.ts";
export { type Interval, LEVEL, type OrderInterval } from "./statistics/interval.ts";
export * from "./statistics/median.ts";
export * from "./statistics/newcombe.ts";
export * from "./statistics/normal.ts";
export * from "./statistics/pairs.ts";
export * from "./statistics/performance_profile.ts";
export * from "./statistics/quantile.ts";
export * from "./statistics/share_first.ts";
export * from "./statistics/sign_test.ts";
export * from "./statistics/slope.ts";
export * from "./statistics/solved_curve.ts";
export * from "./statistics/student.ts";
export * from "./statistics/tango.ts";
export type { Costs } from "./statistics/unsolved.ts";
export * from "./statistics/verdict.ts";
export * from "./statistics/wilson.ts";
