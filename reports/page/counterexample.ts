/** The run that refutes an exact claim, to be watched. */
import { tried } from "../../experiments/claims/claims.ts";
import { rowsByTable } from "../../experiments/records.ts";
import { addressOf, START } from "../wire/address.ts";
import type { Report } from "../experiment_report.ts";

/** Where on the page that run is watched; undefined where no single run refutes the claim, or its row does not tell which. */
export function exceptionOf({ plan, tables, judged }: Report, name: string): string | undefined {
  const claim = plan.experiment.claims[name]!;
  if (claim.kind !== "every" && claim.kind !== "none") return undefined;
  if (judged.find((one) => one.claim === name)!.verdict !== "refuted") return undefined;
  const { exception: row } = tried(claim, rowsByTable(tables));
  const factors = Object.keys(plan.levels), replicate = row?.replicate;
  const cell = plan.cells.findIndex(({ levels }) => factors.every((factor) => levels[factor] === row?.[factor]));
  return cell >= 0 && typeof replicate === "number" ? addressOf({ ...START, cell, replicate }, plan) : undefined;
}
