import { PERCENT } from "../../format.ts";
import { wilson } from "../../statistics/statistics.ts";
import { compileCondition } from "../condition.ts";
import type { ClaimKind } from "../kind.ts";
import { describeRegion, judgeRegion } from "../region.ts";

/** Decided by the Wilson interval of the proportion. */
export const proportion: ClaimKind = {
  numberFormat: PERCENT,
  hasRegion: true,
  prepare: (rule, { table, arms: [rows] }) => {
    const count = rows!.filter(compileCondition(rule.condition!, table)).length;
    const n = rows!.length;
    return (confidence) => {
      const interval = wilson(count, n, confidence);
      return {
        verdict: judgeRegion(rule, interval),
        interval,
        n,
        rule: describeRegion(rule, confidence, "Wilson interval of the proportion", PERCENT),
        values: { count, rows: n, others: n - count },
      };
    };
  },
};
