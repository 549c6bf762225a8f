/** Upper bounds on the results of plans: rows, disk and memory, which the command prints before it trains. */
import type { Plan } from "../../experiments/plan.ts";
import { schemasOf } from "../../experiments/records.ts";
import { columnsKept } from "../../experiments/store/tables/store_tables.ts";
import { groupDigits } from "../../experiments/format.ts";
import { groupsOf } from "../../experiments/training/run_groups.ts";
import { startsOnPage } from "../../reports/page/page_sample.ts";
import { storedBytes } from "./shard_workloads.ts";

/** A result of fewer runs needs no words. */
const MANY_RUNS = 100_000;

/** Typical bytes of a number in a CSV file, and of a result in memory. */
const BYTES = { csvNumber: 17, outcome: 500 };
/** The memory of a run without results, in bytes: the program, its workers and the charts. */
const BASE_MEMORY = 5e8;

/** What large results take, one line per plan; other plans have none. */
export function extentNotes(plans: readonly Plan[]): string[] {
  return plans.filter(({ runCount }) => runCount > MANY_RUNS).map(extentNote);
}

function extentNote(plan: Plan): string {
  const { experiment: { id, tables }, runCount } = plan;
  const [runs] = schemasOf(plan);
  const isKept = columnsKept(plan)("runs");
  const names = Object.keys(runs!.columns);
  const kept = names.filter(isKept).length;
  const csvBytes = runCount * names.length * BYTES.csvNumber;
  const journalBytes = groupsOf(plan).reduce((sum, { config, count }) => sum + count * storedBytes(config), 0);
  const together = runsTogether(plan);
  const memory = BASE_MEMORY + runCount * kept * 8 + together * BYTES.outcome;
  const starts = startsOnPage(plan);
  return [
    `${id}: ${groupDigits(String(runCount))} runs take about ${size(journalBytes)} of disk while they train, ` +
    `${size(csvBytes)} for runs.csv, and ${size(memory)} of memory`,
    ...(together > 0 && Object.keys(tables).length > 0
      ? [`a table needs ${groupDigits(String(together))} results at a time`]
      : []),
    ...(starts === undefined
      ? []
      : [`the page can repeat the first ${groupDigits(String(starts))} starts of each setting`]),
  ].join("; ");
}

/** How many results the further tables of a plan need in memory together. */
function runsTogether({ experiment: { tables }, cells, runCount }: Plan): number {
  const needs = Object.values(tables).map(({ needs = "all" }) => needs);
  if (needs.includes("all")) return runCount;
  return needs.includes("setting") ? cells.reduce((most, { replicates }) => Math.max(most, replicates), 0) : 0;
}

function size(bytes: number): string {
  return bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
