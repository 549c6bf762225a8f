import { assertEquals } from "@std/assert";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import { perceptronCycle } from "../../../experiments/catalog/perceptron_cycle.ts";
import type { Row } from "../../../experiments/define/columns.ts";
import { planOf } from "../../../experiments/plan.ts";
import { furtherRows } from "../further_rows.ts";
import { listRuns } from "../trained_runs.ts";

const outcomes = listRuns(planOf(perceptronCycle, { suiteSeed: "xorlab" })).map((run) => {
  const training = prepare(run.config);
  return { run, training, trained: trainReference(training) };
});
const rowsOf = (table: string, name: string): readonly Row[] =>
  furtherRows(perceptronCycle, table, outcomes).filter((row) => row.function === name);
const weightsOf = (rows: readonly Row[]) => rows.map(({ w1, w2, w3 }) => [w1, w2, w3].join(" "));

Deno.test("perceptronCycle learns OR as by hand: a mistake adds or subtracts the row [x1 x2 1]", () => {
  // v:  0→1, should be 0: (0 0 −1) | −1→0, should be 1: (0 1 0) | 0→1 right | 1→1 right
  //     0→1, should be 0: (0 1 −1) | 0→1 right | −1→0, should be 1: (1 1 0) | 2→1 right
  //     0→1, should be 0: (1 1 −1) | 0→1 right | 0→1 right | 1→1 right
  assertEquals(weightsOf(rowsOf("lessons", "or").slice(0, 12)), [
    ...["0 0 -1", "0 1 0", "0 1 0", "0 1 0"],
    ...["0 1 -1", "0 1 -1", "1 1 0", "1 1 0"],
    ...["1 1 -1", "1 1 -1", "1 1 -1", "1 1 -1"],
  ]);
});

Deno.test("perceptronCycle ends the epochs of AND as by hand, at (2, 1, −3) from the fifth on", () => {
  const ends = rowsOf("epochs", "and");
  assertEquals(weightsOf(ends.slice(1, 6)), ["1 1 0", "2 1 -1", "2 1 -2", "2 2 -2", "2 1 -3"]);
  assertEquals(ends.slice(6).every(({ mistakes }) => mistakes === 0), true);
});

Deno.test("perceptronCycle finds XOR's cycle: from epoch 2 on, each starts and ends at (−1, 0, 0) with four mistakes", () => {
  const [fate] = rowsOf("fates", "xor");
  assertEquals([fate!.fate, fate!.epoch, fate!.period], ["cycles", 2, 1]);
  assertEquals(weightsOf(rowsOf("lessons", "xor").slice(8, 12)), ["-1 0 -1", "-1 1 0", "0 1 1", "-1 0 0"]);
  assertEquals(rowsOf("epochs", "xor").slice(3).every(({ mistakes }) => mistakes === 4), true);
});
