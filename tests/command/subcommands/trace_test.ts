/** `trace`. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { stream } from "../../../core/random.ts";
import { depthXor } from "../../../experiments/catalog/depth_xor.ts";
import { seedOf, SUITE_SEED } from "../../../experiments/plan.ts";
import { runCommand } from "../run_command.ts";

Deno.test("trace prints worked updates as text, JSON and HTML", async () => {
  const drawn = stream(seedOf(SUITE_SEED, depthXor, 0), "init").uniform(-1, 1);
  const first = drawn < 0 ? `(${drawn})` : String(drawn);
  const cell = ["--set", "function=xor", "--set", "network=two-layer"];
  const { code, results: lines } = await runCommand("trace", "depth-xor", ...cell);
  assertEquals([code, lines[0], lines[2]], [0, "Update 1", "Row 1, x = (0, 0, 1), d = 0: forward"]);
  // the first weight drawn for replicate 0, times the input 0
  assert(lines.some((line) => line.includes(`${first}·0 = 0`)));
  const json = await runCommand("trace", "depth-xor", ...cell, "--steps", "2", "--json");
  const updates = JSON.parse(json.results[0]!);
  assertEquals(updates.length, 2);
  assertEquals(
    Object.keys(updates[0].find((step: object) => "defines" in step)),
    ["section", "symbol", "formula", "numbers", "value", "row", "defines", "mentions"],
  );
  const page = (await runCommand("trace", "depth-xor", ...cell, "--html")).results.join("\n");
  assertMatch(page, /^<!DOCTYPE html>[^]*<h1>depth-xor, worked by hand<\/h1>[^]*<\/html>$/);
  assertStringIncludes(page, `${first}·0`);
  const tooMany = await runCommand("trace", "depth-xor", ...cell, "--epochs", "1", "--steps", "5");
  assertEquals(tooMany.messages, ["Cannot trace: --steps must be at most 4, the updates of the run, but is 5"]);
});
