import { PLAIN } from "../../format.ts";
import { median as medianOf } from "../../statistics/statistics.ts";
import { numbersOf } from "../column_table.ts";
import type { ClaimKind } from "../kind.ts";
import { describeRegion, judgeRegion } from "../region.ts";

/** Decided by the order-statistic interval of the median; a missing value ranks last. */
export const median: ClaimKind = {
  numberFormat: PLAIN,
  hasRegion: true,
  prepare: (rule, { table, arms: [rows] }) => {
    const column = numbersOf(table, rule.value!);
    const values = Array.from(rows!, (row) => Number.isNaN(column[row]) ? undefined : column[row]!);
    return (confidence) => {
      const interval = medianOf(values, confidence);
      return {
        verdict: judgeRegion(rule, interval),
        interval,
        n: values.length,
        rule: describeRegion(rule, confidence, "order-statistic interval of the median", PLAIN),
      };
    };
  },
};
