/**
 * Digests of all tables of the catalog, run small.
 *
 * `deno run --allow-write=tests/fixtures tests/experiments/catalog/digests.ts` writes them to the fixture, after a change
 * of results that is intended.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { CATALOG } from "../../../experiments/catalog.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { claimsTable } from "../../../experiments/judge.ts";
import { planOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { runPlan } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import { reportOf } from "../../../reports/publish.ts";

/** Runs of each cell: a few are enough to notice any change of a cell. */
const SEEDS = 5;
/** Fewer than the runs, so that some have no curve, as in the suite. */
const CURVES = 3;
/** Hexadecimal digits of a digest. */
const DIGITS = 12;
/** The columns of claims that are not text. */
const JUDGED = ["claim", "verdict", "estimate", "lower", "upper", "n"] as const;

const train = singleThreadTrainer();

/** The digest of each table of an experiment, and the verdict of each claim. */
export async function digestsOf(experiment: Experiment): Promise<Record<string, string>> {
  const curveReplicates = Math.min(experiment.curveReplicates, CURVES);
  const plan = planOf({ ...experiment, curveReplicates }, { suiteSeed: SUITE_SEED, seeds: SEEDS });
  const { tables, judged } = reportOf(plan, await runPlan(plan, train, { engine: "auto" }));
  const { columns, rows } = claimsTable(judged);
  const claims = { name: "claims", columns: Object.fromEntries(JUDGED.map((name) => [name, columns[name]!])), rows };
  const digests = [...tables, claims].map((table) => [table.name, digestOf(csvOf(table))]);
  const verdicts = judged.map(({ claim, verdict }) => [claim, verdict]);
  return Object.fromEntries([...digests, ...verdicts]);
}

function digestOf(text: string): string {
  return sha256(new TextEncoder().encode(text)).toHex().slice(0, DIGITS);
}

if (import.meta.main) {
  const entries: [string, Record<string, string>][] = [];
  for (const experiment of CATALOG) entries.push([experiment.id, await digestsOf(experiment)]);
  const path = new URL("../../fixtures/catalog.json", import.meta.url);
  Deno.writeTextFileSync(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}
