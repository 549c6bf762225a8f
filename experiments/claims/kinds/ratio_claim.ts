import { PLAIN } from "../../format.ts";
import { median } from "../../statistics/statistics.ts";
import { numbersOf } from "../column_table.ts";
import { type ClaimKind, pairStarts, START } from "../kind.ts";
import { describeRegion, judgeRegion } from "../region.ts";

/** Decided by the order-statistic interval of the median ratio, which needs no model of how the ratios are spread. */
export const ratio: ClaimKind = {
  numberFormat: PLAIN,
  hasRegion: true,
  columns: [START],
  prepare: (rule, rows) => {
    const values = numbersOf(rows.table, rule.value!);
    const [first, second] = pairStarts(rows);
    const ratios = Array.from(first, (row, pair) => [values[row]!, values[second[pair]!]!] as const)
      .filter(([a, b]) => a > 0 && b > 0).map(([a, b]) => b / a);
    return (confidence) => {
      const interval = median(ratios, confidence);
      return {
        verdict: judgeRegion(rule, interval),
        interval,
        n: ratios.length,
        rule: describeRegion(
          rule,
          confidence,
          "order-statistic interval of the median ratio, over the starts with the value in both arms,",
          PLAIN,
        ),
        values: { both: ratios.length, starts: first.length },
      };
    };
  },
};
