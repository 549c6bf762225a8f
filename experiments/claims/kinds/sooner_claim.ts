import { PERCENT } from "../../format.ts";
import { wilson } from "../../statistics/statistics.ts";
import { numbersOf } from "../column_table.ts";
import { type ClaimKind, pairStarts, START } from "../kind.ts";
import { describeRegion, judgeRegion } from "../region.ts";

/**
 * Decided by the Wilson interval of wins / (wins + losses): the sign test's proportion, which leaves ties out.
 *
 * Starts in which an arm lacks the value, such as an unsolved run, do not count: failing is not being slow.
 */
export const sooner: ClaimKind = {
  numberFormat: PERCENT,
  hasRegion: true,
  columns: [START],
  prepare: (rule, rows) => {
    const values = numbersOf(rows.table, rule.value!);
    const [first, second] = pairStarts(rows);
    let wins = 0;
    let losses = 0;
    let ties = 0;
    first.forEach((row, pair) => {
      const difference = values[row]! - values[second[pair]!]!;
      if (difference < 0) wins++;
      else if (difference > 0) losses++;
      else if (difference === 0) ties++;
    });
    const n = wins + losses;
    return (confidence) => {
      const interval = wilson(wins, n, confidence);
      return {
        verdict: judgeRegion(rule, interval),
        interval,
        n,
        rule: describeRegion(
          rule,
          confidence,
          "Wilson interval of the first arm's wins among the starts with the value in both arms, ties left out,",
          PERCENT,
        ),
        values: { wins, losses, ties, both: n + ties, starts: first.length },
      };
    };
  },
};
