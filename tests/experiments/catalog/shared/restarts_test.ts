import { assertEquals } from "@std/assert";
import { stream } from "../../../../core/random.ts";
import { bestCutoff, restartTables } from "../../../../experiments/catalog/shared/restarts.ts";
import { expectedEpochs } from "../../../../experiments/statistics/statistics.ts";
import type { Outcome } from "../../../../experiments/define/run.ts";
import type { EarlierTables, FurtherTable } from "../../../../experiments/define/tables.ts";

const never = undefined;
const tables = restartTables({ loss: { meaning: "", levels: {} } });

/** The rows of a table for the solved epochs of the starts; a run that is never solved takes 1,000 epochs. */
function rowsOf(name: keyof typeof tables, solved: readonly (number | undefined)[]) {
  const outcomes = solved.map((solvedEpoch, replicate) => ({
    run: { cell: 0, levels: { loss: "hinge" }, replicate },
    training: { rows: [0, 1, 2, 3], batch: 1, steps: 4000 },
    trained: { solved: solvedEpoch !== undefined, solvedEpoch, steps: 4 * (solvedEpoch ?? 1000) },
  } as unknown as Outcome));
  const compute = (table: FurtherTable) => table.rows(outcomes, compute as EarlierTables);
  return compute(tables[name]);
}

Deno.test("the best cutoff has the fewest expected epochs", () => {
  const attempts = (...epochs: (number | undefined)[]) =>
    epochs.map((each) => ({ solved: each !== undefined, epochs: each ?? 1000 }));
  // after 10: 3 · 10 / 1; after 20: (10 + 20 + 20) / 2 = 25
  assertEquals(bestCutoff(attempts(10, 20, never)), { cutoff: 20, expected_epochs: 25 });
  // after 10: 3 · 10 / 1 = 30; after 500: (10 + 500 + 500) / 2
  assertEquals(bestCutoff(attempts(500, never, 10)), { cutoff: 10, expected_epochs: 30 });
  // 10 / 1 · 2 and (10 + 30) / 2 are equal: the smaller cutoff
  assertEquals(bestCutoff(attempts(10, 30)), { cutoff: 10, expected_epochs: 20 });
  assertEquals(bestCutoff(attempts(never, never)), { cutoff: undefined, expected_epochs: undefined });
  assertEquals(bestCutoff([]), { cutoff: undefined, expected_epochs: undefined });
});

Deno.test("the first half of the starts chooses the cutoff, and the second half is given up there", () => {
  const solved = [10, 500, never, /* judging */ 5, 10, 11, never];
  assertEquals(rowsOf("cutoffs", solved), [{ loss: "hinge", seeds: 3, cutoff: 10, expected_epochs: 30 }]);
  assertEquals(rowsOf("restarted", solved), [
    { loss: "hinge", replicate: 3, solved: true, solved_epoch: 5, epochs: 5 },
    { loss: "hinge", replicate: 4, solved: true, solved_epoch: 10, epochs: 10 },
    { loss: "hinge", replicate: 5, solved: false, solved_epoch: undefined, epochs: 10 },
    { loss: "hinge", replicate: 6, solved: false, solved_epoch: undefined, epochs: 10 },
  ]);
});

Deno.test("runs keep their epochs if no run chooses", () => {
  assertEquals(rowsOf("cutoffs", [never, 20])[0]!.cutoff, undefined);
  assertEquals(rowsOf("restarted", [never, 20]), [
    { loss: "hinge", replicate: 1, solved: true, solved_epoch: 20, epochs: 20 },
  ]);
  assertEquals(rowsOf("restarted", [20]), [
    { loss: "hinge", replicate: 0, solved: true, solved_epoch: 20, epochs: 20 },
  ]);
});

Deno.test("no cutoff has fewer expected epochs than the best one", () => {
  const random = stream("tests", "attempts");
  for (let trial = 0; trial < 50; trial++) {
    const attempts = Array.from({ length: 1 + trial }, () => ({
      solved: random.double() < 0.7,
      epochs: 1 + Math.floor(random.double() * 40),
    }));
    const after = (cutoff: number) =>
      expectedEpochs(attempts.map(({ solved, epochs }) => ({
        solved: solved && epochs <= cutoff,
        epochs: Math.min(epochs, cutoff),
      })));
    const cutoffs = Array.from({ length: 40 }, (_, i) => i + 1);
    const fewest = Math.min(...cutoffs.map(after));
    const cutoff = cutoffs.find((each) => after(each) === fewest);
    assertEquals(
      bestCutoff(attempts),
      fewest === Infinity ? { cutoff: undefined, expected_epochs: undefined } : { cutoff, expected_epochs: fewest },
    );
  }
});
