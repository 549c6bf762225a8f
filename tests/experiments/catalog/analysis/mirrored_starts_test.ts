import { assert, assertEquals } from "@std/assert";
import { prepare } from "../../../../core/train_network.ts";
import { booleanFunctions } from "../../../../experiments/catalog/boolean_functions.ts";
import type { Outcome } from "../../../../experiments/define/run.ts";
import { planOf } from "../../../../experiments/plan.ts";
import { furtherRows } from "../../further_rows.ts";
import { listRuns } from "../../trained_runs.ts";

const TRAINED = { status: "finished", solved: false, solvedEpoch: undefined, steps: 0, snapshots: [] } as const;

/** The runs of two starts in every setting, before training. */
const OUTCOMES = listRuns(planOf(booleanFunctions, { suiteSeed: "mirror", seeds: 2 })).map((run): Outcome => {
  return { run, training: prepare(run.config), trained: TRAINED };
});

Deno.test("a mirrored start learns XNOR as its original learns XOR, with both losses", () => {
  const rows = furtherRows(booleanFunctions, "mirrored", OUTCOMES);
  assertEquals(rows.map(({ loss, replicate }) => [loss, replicate]), [
    ["halfSquaredError", 0],
    ["halfSquaredError", 1],
    ["crossEntropy", 0],
    ["crossEntropy", 1],
  ]);
  for (const { moved, difference } of rows) assert(Number(moved) > 0.001 && Number(difference) < 1e-12);
});
