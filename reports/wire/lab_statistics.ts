/** What the lab counts: solved nets at an epoch, and the difference between two settings. */
import type { Interval } from "../../experiments/statistics/interval.ts";
import { wilson } from "../../experiments/statistics/proportions.ts";
import { countDiscordant, tango } from "../../experiments/statistics/tango.ts";

/** The epoch since which each net is solved; undefined for one that is not. */
export type SolvedEpochs = readonly (number | undefined)[];

/** The nets that are solved at an epoch: their number, and their proportion with Wilson's interval. */
export interface LabStatistics extends Interval {
  readonly solved: number;
}

/** Counts the nets that are solved at an epoch. */
export function labStatistics(solvedEpochs: SolvedEpochs, epoch: number): LabStatistics {
  const solved = solvedEpochs.filter((since) => isSolvedAt(since, epoch)).length;
  return { solved, ...wilson(solved, solvedEpochs.length) };
}

/**
 * The difference A − B of the proportions that are solved at an epoch, with Tango's interval for pairs.
 *
 * Net i of A is paired with net i of B, as far as both have one: both must have the same seed.
 */
export function labComparison(a: SolvedEpochs, b: SolvedEpochs, epoch: number): Interval {
  const n = Math.min(a.length, b.length);
  const solvedAmong = (solvedEpochs: SolvedEpochs) => solvedEpochs.slice(0, n).map((since) => isSolvedAt(since, epoch));
  const { onlyA, onlyB } = countDiscordant(solvedAmong(a), solvedAmong(b));
  return tango(onlyA, onlyB, n);
}

function isSolvedAt(since: number | undefined, epoch: number): boolean {
  return since !== undefined && since <= epoch;
}
