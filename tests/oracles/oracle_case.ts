/** Trainings with results known from outside the project, and comparison with them. */
import type { TrainConfig } from "../../core/config/config.ts";
import type { TrainResult } from "../../core/train_network.ts";

/** A computed number with the number of the reference. */
export interface Comparison {
  readonly label: string;
  readonly actual: number;
  readonly expected: number;
  /** The largest permitted difference; Infinity if the reference is not meaningful. */
  readonly tolerance: number;
}

/** A training with known results. */
export interface OracleCase {
  readonly id: string;
  readonly config: TrainConfig;
  readonly compare: (result: TrainResult) => readonly Comparison[];
}

/** A comparison with its difference. */
export interface Deviation extends Comparison {
  /** Of the case. */
  readonly id: string;
  readonly deviation: number;
}

/** The deviations of some cases. */
export interface OracleSummary {
  readonly trainings: number;
  /** Count of numbers compared, without excluded ones. */
  readonly compared: number;
  /** Count of numbers with infinite tolerance. */
  readonly excluded: number;
  /** The largest deviation, relative for expected numbers above 1. */
  readonly largest: Deviation | undefined;
  /** The deviation with the largest ratio to its tolerance. */
  readonly closestToTolerance: Deviation | undefined;
  readonly failures: readonly Deviation[];
}

/** |actual − expected|: 0 for equal infinities, Infinity if one is NaN. */
function absoluteDifference({ actual, expected }: Comparison): number {
  if (Object.is(actual, expected) || actual === expected) return 0;
  const difference = Math.abs(actual - expected);
  return Number.isNaN(difference) ? Infinity : difference;
}

/** Compares lists of equal length, number by number. */
export function compareNumbers(
  label: string,
  actual: readonly number[],
  expected: readonly number[],
  toleranceOf: (expected: number) => number,
): Comparison[] {
  if (actual.length !== expected.length) {
    throw new RangeError(`${label}: ${expected.length} numbers expected, but there are ${actual.length}`);
  }
  return expected.map((number, i) => ({
    label: `${label}[${i}]`,
    actual: actual[i]!,
    expected: number,
    tolerance: toleranceOf(number),
  }));
}

/** Trains all cases with `train` and compares the results. */
export function runCases(cases: readonly OracleCase[], train: (config: TrainConfig) => TrainResult): OracleSummary {
  const deviations = cases.flatMap(({ id, config, compare }) =>
    compare(train(config)).map((comparison): Deviation => ({
      id,
      ...comparison,
      deviation: absoluteDifference(comparison),
    }))
  );
  const meaningful = deviations.filter(({ tolerance }) => tolerance < Infinity);
  return {
    trainings: cases.length,
    compared: meaningful.length,
    excluded: deviations.length - meaningful.length,
    largest: maxBy(meaningful, ({ deviation, expected }) => deviation / Math.max(1, Math.abs(expected))),
    closestToTolerance: maxBy(meaningful, ({ deviation, tolerance }) => deviation === 0 ? 0 : deviation / tolerance),
    failures: meaningful.filter(({ deviation, tolerance }) => deviation > tolerance),
  };
}

/** Formats a deviation on one line. */
export function formatDeviation({ id, label, actual, expected, tolerance, deviation }: Deviation): string {
  const [difference, permitted] = [deviation, tolerance].map((number) => number.toExponential(1));
  return `${id} ${label}: ${actual}, not ${expected}; off by ${difference}, allowed ${permitted}`;
}

function maxBy(deviations: readonly Deviation[], size: (deviation: Deviation) => number): Deviation | undefined {
  return deviations.reduce<Deviation | undefined>(
    (largest, deviation) => largest && size(largest) >= size(deviation) ? largest : deviation,
    undefined,
  );
}
