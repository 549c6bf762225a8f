/** Links from a refuted claim to the run that refutes it. */
import { kindOf } from "../../../experiments/claims/claims.ts";
import { rowsByTable } from "../../../experiments/define/tables.ts";
import type { Report } from "../../experiment_report.ts";
import { addressOf } from "../../wire/address.ts";
import { FIRST_RUN } from "../../wire/address.ts";

/** The address of the run that refutes a claim; undefined where no single run of the plan does. */
export function counterexampleAddress({ plan, tables, judged }: Report, name: string): string | undefined {
  const claim = plan.experiment.claims[name]!;
  if (judged.find((judged) => judged.claim === name)!.verdict !== "refuted") return undefined;
  const row = kindOf(claim).counterexample?.(claim, rowsByTable(tables));
  const factors = Object.keys(plan.levels);
  const cell = plan.cells.findIndex(({ levels }) => factors.every((factor) => levels[factor] === row?.[factor]));
  const replicate = row?.replicate;
  return cell >= 0 && typeof replicate === "number" ? addressOf({ ...FIRST_RUN, cell, replicate }, plan) : undefined;
}
