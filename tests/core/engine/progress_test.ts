import { assertEquals } from "@std/assert";
import { trainAll } from "../../../core/engine/engine.ts";
import { BASE, trainingsOf } from "./trainings.ts";

/** The epochs that are reported while some trainings run, each of so many epochs. */
function reportsOf(count: number, epochs: number): number[] {
  const reported: number[] = [];
  trainAll(trainingsOf({ ...BASE, epochs }, count), "reference", { onProgress: (done) => reported.push(done) });
  return reported;
}

Deno.test("trainAll reports short work once, at its end", () => {
  assertEquals(reportsOf(5, 20), [100]);
  assertEquals(reportsOf(0, 20), [0]);
});

Deno.test("trainAll reports long work at intervals of a few thousand epochs, and at its end", () => {
  // a report each 3e8 cycles; four rows of 6000 cycles an epoch make that 12,500 epochs
  assertEquals(reportsOf(2, 13_000), [13_000, 26_000, 26_000]);
  assertEquals(reportsOf(4, 6500), [13_000, 26_000, 26_000]);
});
