import { POINTS } from "../../format.ts";
import { countDiscordant, tango } from "../../statistics/statistics.ts";
import { compileCondition } from "../condition.ts";
import { type ClaimKind, pairStarts, START } from "../kind.ts";
import { describeRegion, judgeRegion } from "../region.ts";

/** Decided by the score interval of the paired difference of proportions. */
export const difference: ClaimKind = {
  numberFormat: POINTS,
  hasRegion: true,
  columns: [START],
  prepare: (rule, rows) => {
    const test = compileCondition(rule.condition!, rows.table);
    const [first, second] = pairStarts(rows);
    const inFirst = Array.from(first, test);
    const inSecond = Array.from(second, test);
    const { onlyA, onlyB } = countDiscordant(inFirst, inSecond);
    const n = first.length;
    return (confidence) => {
      const interval = tango(onlyA, onlyB, n, confidence);
      return {
        verdict: judgeRegion(rule, interval),
        interval,
        n,
        rule: describeRegion(rule, confidence, "score interval (Tango) of the paired difference", POINTS),
        values: {
          first_count: count(inFirst),
          second_count: count(inSecond),
          only_first: onlyA,
          only_second: onlyB,
        },
      };
    };
  },
};

function count(outcomes: readonly boolean[]): number {
  return outcomes.filter(Boolean).length;
}
