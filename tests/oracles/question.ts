/** What an outside source says about trainings, and how far off the core's answers are. */
import type { TrainConfig } from "../../core/config/config.ts";
import type { TrainAnswer } from "../../core/train_network.ts";

/** A number that came, and the number that the source gives. */
export interface Comparison {
  readonly what: string;
  readonly got: number;
  readonly wanted: number;
  /** How far off it may be; Infinity where the source's number says nothing. */
  readonly allowed: number;
}

/** A training, and what its answer should be. */
export interface Question {
  readonly id: string;
  readonly config: TrainConfig;
  readonly compare: (answer: TrainAnswer) => readonly Comparison[];
}

/** A comparison, told apart from those of other questions. */
export interface Finding extends Comparison {
  readonly id: string;
  readonly deviation: number;
}

/** What the answers to some questions amount to. */
export interface Tally {
  readonly trainings: number;
  /** Numbers compared, without those left out. */
  readonly compared: number;
  /** Numbers that say nothing. */
  readonly leftOut: number;
  /** The largest deviation of all, relative to numbers above 1. */
  readonly farthest: Finding | undefined;
  /** The comparison that used up most of what it is allowed. */
  readonly tightest: Finding | undefined;
  readonly failures: readonly Finding[];
}

/** |got − wanted|, which is 0 where both are the same infinity and Infinity where one is NaN. */
export function deviation({ got, wanted }: Comparison): number {
  if (Object.is(got, wanted) || got === wanted) return 0;
  const off = Math.abs(got - wanted);
  return Number.isNaN(off) ? Infinity : off;
}

/** Compares lists of equal length, number by number. */
export function compareAll(
  what: string,
  got: readonly number[],
  wanted: readonly number[],
  allowed: (wanted: number) => number,
): Comparison[] {
  if (got.length !== wanted.length) throw new RangeError(`${what}: ${wanted.length} numbers wanted, got ${got.length}`);
  return wanted.map((number, i) => ({ what: `${what}[${i}]`, got: got[i]!, wanted: number, allowed: allowed(number) }));
}

/** Asks every question and compares every answer. */
export function askAll(questions: readonly Question[], ask: (config: TrainConfig) => TrainAnswer): Tally {
  const findings = questions.flatMap(({ id, config, compare }) =>
    compare(ask(config)).map((comparison): Finding => ({ id, ...comparison, deviation: deviation(comparison) }))
  );
  const telling = findings.filter(({ allowed }) => allowed < Infinity);
  return {
    trainings: questions.length,
    compared: telling.length,
    leftOut: findings.length - telling.length,
    farthest: most(telling, ({ deviation, wanted }) => deviation / Math.max(1, Math.abs(wanted))),
    tightest: most(telling, ({ deviation, allowed }) => deviation === 0 ? 0 : deviation / allowed),
    failures: telling.filter(({ deviation, allowed }) => deviation > allowed),
  };
}

/** A finding on one line. */
export function told({ id, what, got, wanted, allowed, deviation }: Finding): string {
  return `${id} ${what}: ${got}, not ${wanted}; off by ${deviation.toExponential(1)}, allowed ${
    allowed.toExponential(1)
  }`;
}

function most(findings: readonly Finding[], size: (finding: Finding) => number): Finding | undefined {
  return findings.reduce<Finding | undefined>(
    (largest, finding) => largest && size(largest) >= size(finding) ? largest : finding,
    undefined,
  );
}
