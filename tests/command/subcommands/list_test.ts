/** `list` and `run --dry-run`. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { runCommand } from "../run_command.ts";

Deno.test("list --json prints the workload of each matching experiment", async () => {
  const { code, results } = await runCommand("list", "depth", "--json"), [listed] = JSON.parse(results[0]!);
  assertEquals(code, 0);
  const { id, cells, seeds, runs, seconds } = listed;
  assertEquals({ id, cells, seeds, runs }, { id: "depth-xor", cells: 6, seeds: 600, runs: 3600 });
  assert(seconds > 0);
});

Deno.test("list adds up the workload of several experiments", async () => {
  const listed: { cells: number; runs: number }[] = JSON.parse(
    (await runCommand("list", "delta", "--json")).results[0]!,
  );
  const total = (key: "cells" | "runs") => listed.reduce((sum, each) => sum + each[key], 0);
  const { results } = await runCommand("list", "delta");
  assertEquals([listed.length, results.length], [2, 4]);
  assertMatch(results.at(-1)!, new RegExp(`^all +${total("cells")} +${total("runs")} +[\\d.]+ (s|min|h)$`));
  assertEquals((await runCommand("list", "depth-xor")).results.length, 2);
});

Deno.test("run --dry-run prints the workload without training", async () => {
  const { code, results } = await runCommand("run", "depth-xor", "--set", "function=xor", "--seeds", "3", "--dry-run");
  assertEquals(code, 0);
  assertMatch(results[1]!, /^depth-xor +2 +3 +6 +[\d.]+ s /);
});
