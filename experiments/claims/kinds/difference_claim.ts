import type { Factors, FurtherTables, RunRow } from "../../experiment.ts";
import { POINTS, written } from "../../format.ts";
import { countPairs, type Interval, judgeEquivalent, judgeHigher, tango } from "../../statistics/statistics.ts";
import { type Arms, armsOf } from "../arms.ts";
import { type AnyTables, type Kind, stated } from "../kind.ts";

/** Comparison: something holds more often in the first arm, seed by seed. */
export interface DifferenceClaim<F extends Factors, T extends FurtherTables> extends Arms<F, T> {
  /** How much more often something holds in the first arm. */
  readonly kind: "difference";
  /** What holds of a run. */
  readonly holds: (run: RunRow<F>) => boolean;
}

/** Equivalence: something holds equally often in both arms, within a margin. */
export interface EquivalenceClaim<F extends Factors, T extends FurtherTables> extends Arms<F, T> {
  /** How much more often something holds in the first arm. */
  readonly kind: "equivalence";
  /** What holds of a run. */
  readonly holds: (run: RunRow<F>) => boolean;
  /** A difference of shares, such as 0.05. */
  readonly margin: number;
}

/** Whether the whole interval of the paired difference lies above 0. */
export const difference: Kind<DifferenceClaim<Factors, FurtherTables>> = {
  style: POINTS,
  judge: (claim, tables, level) => {
    const interval = pairedDifference(claim, tables, level);
    return {
      verdict: judgeHigher(interval),
      interval,
      rule:
        `comparison: supported where the ${
          stated(level)
        } score interval (Tango) of the paired difference lies above 0, ` +
        "refuted where below",
    };
  },
};

/** Whether the whole interval of the paired difference lies within the margin. */
export const equivalence: Kind<EquivalenceClaim<Factors, FurtherTables>> = {
  style: POINTS,
  judge: (claim, tables, level) => {
    const interval = pairedDifference(claim, tables, level), margin = written(POINTS, claim.margin);
    return {
      verdict: judgeEquivalent(interval, claim.margin),
      interval,
      rule:
        `equivalence: supported where the ${
          stated(level)
        } score interval (Tango) of the paired difference lies within ` +
        `±${margin}, refuted where outside`,
    };
  },
};

function pairedDifference(
  claim: DifferenceClaim<Factors, FurtherTables> | EquivalenceClaim<Factors, FurtherTables>,
  tables: AnyTables,
  level: number,
): Interval {
  const [first, second] = armsOf(claim, tables);
  const { onlyA, onlyB } = countPairs(first.map(claim.holds), second.map(claim.holds));
  return tango(onlyA, onlyB, first.length, level);
}
