import { groupDigits, PERCENT } from "../../format.ts";
import { wilson } from "../../statistics/statistics.ts";
import { columnOf, type ColumnTable, numbersOf, valueAt } from "../column_table.ts";
import { compileCondition } from "../condition.ts";
import { type ClaimKind, START } from "../kind.ts";

/**
 * Refuted by one row, otherwise supported; undecided without rows.
 *
 * A start is one unit, however many rows it has: it counts as satisfying the condition if all its rows do (`every`), or
 * if one does (`none`). So the interval, which does not decide, is that of a proportion of independent starts.
 */
export const exact: ClaimKind = {
  numberFormat: PERCENT,
  hasRegion: false,
  category: "exact",
  columns: [START],
  prepare: ({ kind, condition, category }, { table, arms: [rows] }) => {
    const test = compileCondition(condition!, table);
    const isEvery = kind === "every";
    const satisfying = rows!.filter(test);
    const counterexample = isEvery ? rows!.find((row) => !test(row)) : satisfying[0];
    const starts = startsOf(table, rows!);
    const refuting = startsOf(table, isEvery ? rows!.filter((row) => !test(row)) : satisfying).size;
    const n = rows!.length;
    return (confidence) => ({
      verdict: n === 0 ? "undecided" : counterexample === undefined ? "supported" : "refuted",
      interval: wilson(isEvery ? starts.size - refuting : refuting, starts.size, confidence),
      n: starts.size,
      rule: `exact: refuted by one row of ${table.name}.csv that ${isEvery ? "violates" : "satisfies"} the condition`,
      values: {
        count: satisfying.length,
        rows: n,
        others: n - satisfying.length,
        ...(category && { categories: countCategories(table, category, satisfying) }),
      },
      ...(counterexample !== undefined && { counterexample }),
    });
  },
};

function startsOf(table: ColumnTable, rows: Int32Array): Set<number> {
  const starts = numbersOf(table, START);
  return new Set(Array.from(rows, (row) => starts[row]!));
}

/** The categories of rows, each with its count: 1/6 (2), 1/8 (29). */
function countCategories(table: ColumnTable, category: string, rows: Int32Array): string {
  const values = columnOf(table, category);
  const byCategory = Map.groupBy(rows, (row) => String(valueAt(values, row) ?? "none"));
  return [...byCategory.keys()].sort().map((name) => `${name} (${groupDigits(String(byCategory.get(name)!.length))})`)
    .join(", ");
}
