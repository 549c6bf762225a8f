import { assertAlmostEquals, assertEquals } from "@std/assert";
import { optimisers } from "../../../experiments/catalog/optimisers.ts";
import type { Outcome } from "../../../experiments/define/run.ts";
import { furtherRows } from "../further_rows.ts";

/** A run of 1,000 epochs that was solved at some epoch, or never. */
function outcomeOf(cell: number, learning_rate: string, replicate: number, solvedEpoch: number | undefined): Outcome {
  return {
    run: { cell, levels: { optimizer: "adam", learning_rate }, replicate },
    training: { rows: [0, 1, 2, 3], batch: 4, steps: 1000 },
    trained: { solved: solvedEpoch !== undefined, solvedEpoch, steps: 1000 },
  } as unknown as Outcome;
}

/** Solved epochs by rate; the first half of the starts chooses. */
function outcomes(table: Readonly<Record<string, readonly (number | undefined)[]>>): Outcome[] {
  return Object.entries(table).flatMap(([rate, epochs], cell) =>
    epochs.map((epoch, replicate) => outcomeOf(cell, rate, replicate, epoch))
  );
}

const never = undefined;
// expected epochs of the first half: 0.1 (100 + 300)/2 = 200; 0.5 (20 + 1000)/1 = 1020; 2.5 none solved
const SPREAD = { "0.1": [100, 300, 900, 900], "0.5": [20, never, 20, 20], "2.5": [never, never, 5, 5] };

Deno.test("optimisers choose the rate with the fewest expected epochs, by the first half of the starts alone", () => {
  const rows = furtherRows(optimisers, "best_rates", outcomes(SPREAD));
  assertEquals(
    rows.map(({ learning_rate, seeds, expected_epochs, best }) => [learning_rate, seeds, expected_epochs, best]),
    [
      ["0.1", 2, 200, true],
      ["0.5", 2, 1020, false],
      ["2.5", 2, undefined, false],
    ],
  );
});

Deno.test("optimisers choose no rate if nothing was solved, and the first of equal ones", () => {
  const best = (table: Parameters<typeof outcomes>[0]) =>
    furtherRows(optimisers, "best_rates", outcomes(table)).map((row) => row.best);
  assertEquals(best({ "0.1": [never, never], "0.5": [never, 10] }), [false, false]);
  assertEquals(best({ "0.1": [10, 10], "0.5": [10, 10] }), [true, false]);
});

Deno.test("optimisers are compared on the other half of the starts, from 0 to the last epoch", () => {
  const rows = furtherRows(
    optimisers,
    "solved_at_best",
    outcomes({ "0.1": [100, 300, 400, never, 400, 800], "0.5": [never, never, never, 5, 5, 5] }),
  );
  assertEquals(rows.map(({ learning_rate, epoch }) => [learning_rate, epoch]), [
    ["0.1", 0],
    ["0.1", 400],
    ["0.1", 800],
    ["0.1", 1000],
  ]);
  rows.forEach(({ share_solved }, i) =>
    assertAlmostEquals(share_solved as number, [0, 1 / 3, 2 / 3, 2 / 3][i]!, 1e-15)
  );
});

Deno.test("optimisers are summed up at their best rates, failed runs included", () => {
  const rows = furtherRows(optimisers, "summary", outcomes({ "0.1": [10, 10, 100, never] }));
  assertEquals(rows, [{
    optimizer: "adam",
    learning_rate: 0.1,
    descent_rate: undefined,
    runs: 2,
    solved: 1,
    expected_epochs: 1100,
  }]);
});
