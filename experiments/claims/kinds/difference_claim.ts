import type { Factors } from "../../define/factors.ts";
import type { FurtherTables, RunRow } from "../../define/tables.ts";
import { formatWithUnit, POINTS } from "../../format.ts";
import { countDiscordant, type Interval, judgeEquivalent, judgeHigher, tango } from "../../statistics/statistics.ts";
import { type Arms, cellsOfArms, pairArms } from "../arms.ts";
import { type AnyTables, type ClaimKind, intervalRule } from "../kind.ts";

/** Comparison: a condition holds more often in the first arm, paired by replicate. */
export interface DifferenceClaim<F extends Factors, T extends FurtherTables> extends Arms<F, T> {
  /** The condition. */
  readonly holds: (run: RunRow<F>) => boolean;
}

/** Equivalence: a condition holds equally often in both arms, within a margin. */
export interface EquivalenceClaim<F extends Factors, T extends FurtherTables> extends DifferenceClaim<F, T> {
  /** A difference of proportions, such as 0.05. */
  readonly margin: number;
}

const INTERVAL = "score interval (Tango) of the paired difference";

/** Supported if the whole interval of the paired difference lies above 0. */
export const difference: ClaimKind<DifferenceClaim<Factors, FurtherTables>> = {
  numberFormat: POINTS,
  cells: cellsOfArms,
  judge: (claim, tables, confidence) => {
    const interval = pairedDifference(claim, tables, confidence);
    return {
      verdict: judgeHigher(interval),
      interval,
      rule: intervalRule("comparison", confidence, INTERVAL, "above 0", "below"),
    };
  },
};

/** Supported if the whole interval of the paired difference lies within the margin. */
export const equivalence: ClaimKind<EquivalenceClaim<Factors, FurtherTables>> = {
  numberFormat: POINTS,
  cells: cellsOfArms,
  judge: (claim, tables, confidence) => {
    const interval = pairedDifference(claim, tables, confidence);
    return {
      verdict: judgeEquivalent(interval, claim.margin),
      interval,
      rule: intervalRule("equivalence", confidence, INTERVAL, `within ±${formatWithUnit(POINTS, claim.margin)}`),
    };
  },
};

function pairedDifference(
  claim: DifferenceClaim<Factors, FurtherTables>,
  tables: AnyTables,
  confidence: number,
): Interval {
  const [first, second] = pairArms(claim, tables);
  const { onlyA, onlyB } = countDiscordant(first.map(claim.holds), second.map(claim.holds));
  return tango(onlyA, onlyB, first.length, confidence);
}
