import { assertEquals } from "@std/assert";
import { bestRateTables } from "../../../../experiments/catalog/shared/best_rates.ts";
import type { Outcome } from "../../../../experiments/define/run.ts";
import type { EarlierTables, FurtherTable } from "../../../../experiments/define/tables.ts";

const FACTOR = { meaning: "", levels: {} };
const tables = bestRateTables("method", { method: FACTOR, learning_rate: FACTOR });

/** Solved epochs of the starts, by method and rate; a run that is never solved takes 1,000 epochs. */
function rowsOf(name: keyof typeof tables, solved: Readonly<Record<string, readonly (number | undefined)[]>>) {
  const outcomes = Object.entries(solved).flatMap(([setting, epochs], cell) => {
    const [method, learning_rate] = setting.split(" ");
    return epochs.map((solvedEpoch, replicate) => ({
      run: { cell, levels: { method, learning_rate }, replicate },
      training: { rows: [0, 1, 2, 3], batch: 1, steps: 4000 },
      trained: { solved: solvedEpoch !== undefined, solvedEpoch, steps: 4 * (solvedEpoch ?? 1000) },
    } as unknown as Outcome));
  });
  const compute = (table: FurtherTable) => table.rows(outcomes, compute as EarlierTables);
  return compute(tables[name]);
}

const never = undefined;
// expected epochs of the first half: 0.1 (100 + 300)/2 = 200; 0.5 (20 + 1000)/1 = 1020; 2.5 none solved
const SOLVED = {
  "a 0.1": [100, 300, 900, never],
  "a 0.5": [20, never, 20, 20],
  "a 2.5": [never, never, 5, 5],
  "b 0.1": [30, 30, 40, 50],
  "b 0.5": [20, 20, 60, 70],
};

Deno.test("bestRateTables chooses each method's rate by the first half of the starts alone", () => {
  assertEquals(
    rowsOf("best_rates", SOLVED).map((
      row,
    ) => [row.method, row.learning_rate, row.expected_epochs, row.best, row.inside]),
    [
      ["a", "0.1", 200, true, false],
      ["a", "0.5", 1020, false, true],
      ["a", "2.5", undefined, false, false],
      ["b", "0.1", 30, false, false],
      ["b", "0.5", 20, true, false],
    ],
  );
  assertEquals(rowsOf("best_rates", SOLVED)[0]!.seeds, 2);
});

Deno.test("bestRateTables compares the methods on the second half of the starts", () => {
  assertEquals(rowsOf("at_best_rates", SOLVED), [
    { method: "a", learning_rate: "0.1", replicate: 2, solved: true, solved_epoch: 900, epochs: 900 },
    { method: "a", learning_rate: "0.1", replicate: 3, solved: false, solved_epoch: undefined, epochs: 1000 },
    { method: "b", learning_rate: "0.5", replicate: 2, solved: true, solved_epoch: 60, epochs: 60 },
    { method: "b", learning_rate: "0.5", replicate: 3, solved: true, solved_epoch: 70, epochs: 70 },
  ]);
});

Deno.test("bestRateTables chooses no rate if nothing was solved, and the first of equal ones", () => {
  const best = (solved: Parameters<typeof rowsOf>[1]) => rowsOf("best_rates", solved).map((row) => row.best);
  assertEquals(best({ "a 0.1": [never, never], "a 0.5": [never, 10] }), [false, false]);
  assertEquals(best({ "a 0.1": [10, 10], "a 0.5": [10, 10] }), [true, false]);
  assertEquals(rowsOf("at_best_rates", { "a 0.1": [5] }), []);
});
