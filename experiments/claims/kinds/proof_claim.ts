import { PERCENT } from "../../format.ts";
import { compileCondition } from "../condition.ts";
import type { ClaimKind } from "../kind.ts";

/** Refuted by one row, otherwise supported; there is no interval, because no row is drawn at random. */
export const proof: ClaimKind = {
  numberFormat: PERCENT,
  hasRegion: false,
  category: "proof",
  prepare: ({ condition }, { table, arms: [rows] }) => {
    const test = compileCondition(condition!, table);
    const counterexample = rows!.find((row) => !test(row));
    const count = rows!.filter(test).length;
    const n = rows!.length;
    return () => ({
      verdict: n === 0 ? "undecided" : counterexample === undefined ? "supported" : "refuted",
      n,
      rule: `proof: refuted by one row of ${table.name}.csv that violates the condition`,
      values: { count, rows: n, others: n - count },
      ...(counterexample !== undefined && { counterexample }),
    });
  },
};
