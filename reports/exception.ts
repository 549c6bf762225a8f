/** The run that refutes an exact claim, to be watched. */
import { select } from "../experiments/claims.ts";
import type { Row } from "../experiments/columns.ts";
import type { Tables } from "../experiments/experiment.ts";
import { judgeEvery, judgeNone } from "../experiments/statistics.ts";
import { addressOf, START } from "./browser/address.ts";
import type { Report } from "./report.ts";

/** Where on the page that run is watched; undefined where no single run refutes the claim, or its row does not tell which. */
export function exceptionOf({ plan, tables }: Report, name: string): string | undefined {
  const claim = plan.experiment.claims[name]!;
  if (claim.kind !== "every" && claim.kind !== "none") return undefined;
  const all: Tables = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
  const holds = claim.holds as (row: Row, tables: Tables) => boolean;
  const rows = select(all[claim.table]!, claim.where), judge = claim.kind === "every" ? judgeEvery : judgeNone;
  const { counterexample } = judge(rows, (row) => holds(row, all));
  const row = counterexample === undefined ? undefined : rows[counterexample];
  const factors = Object.keys(plan.levels), replicate = row?.replicate;
  const cell = plan.cells.findIndex(({ levels }) => factors.every((factor) => levels[factor] === row?.[factor]));
  return cell >= 0 && typeof replicate === "number" ? addressOf({ ...START, cell, replicate }, plan) : undefined;
}
