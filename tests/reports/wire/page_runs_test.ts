import { assertEquals, assertNotEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { interpreter } from "../../../core/engine/backend.ts";
import { noKernels } from "../../../core/engine/engine.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { inlineJson } from "../../../reports/wire/page_data.ts";
import { retrain } from "../../../reports/live/reproduce/retrain.ts";
import { digestAt, digestOf, nameOf, rowNameOf, runOf } from "../../../reports/wire/page_runs.ts";
import { pageDataOf } from "../../../reports/page/build_page_data.ts";
import { trainedToy } from "../live/toy_data.ts";

const report = await trainedToy(), data = pageDataOf(report);

Deno.test("digestOf is what sha256sum says of a line: its first 8 bytes in base64url", () => {
  // printf 'xor,1,finished' | sha256sum | cut -c1-16 | xxd -r -p | base64 | tr '+/' '-_'
  const bytes = createHash("sha256").update("xor,1,finished").digest().subarray(0, 8);
  assertEquals(digestOf("xor,1,finished"), bytes.toString("base64url"));
});

Deno.test("pageDataOf has the digest of each line of runs.csv, in the order of the file", () => {
  const runs = report.tables.find(({ name }) => name === "runs")!;
  const lines = csvOf(runs).trimEnd().split("\r\n").slice(1);
  assertEquals(lines.length, data.cells.length * data.replicates);
  lines.forEach((line, i) =>
    assertEquals(digestAt(data, Math.floor(i / data.replicates), i % data.replicates), digestOf(line))
  );
});

Deno.test("rowNameOf counts the rows of runs.csv as a table of it does, from the names of its columns on", () => {
  const lines = csvOf(report.tables.find(({ name }) => name === "runs")!).split("\r\n");
  for (const [cell, replicate] of [[0, 0], [0, 2], [3, 1]] as const) {
    const row = Number(/^row (\d+) of runs\.csv$/.exec(rowNameOf(data, cell, replicate))![1]);
    assertEquals(digestOf(lines[row - 1]!), digestAt(data, cell, replicate));
  }
});

Deno.test("runOf makes the plan's own run, after a journey through JSON", () => {
  const there = JSON.parse(inlineJson(data));
  for (const { config: { checkpoints: _, ...config }, cell, replicate } of report.plan.runs) {
    const { config: { checkpoints: __, ...made } } = runOf(there, cell, replicate);
    assertEquals(made, config);
  }
});

Deno.test("retrain finds every run as its digest says, on kernels and operation by operation", () => {
  for (const kernels of [noKernels(), noKernels(interpreter())]) {
    const shares: number[] = [];
    const { identical, total, first } = retrain(data, kernels, (share) => shares.push(share));
    assertEquals([identical, total, first], [12, 12, undefined]);
    assertEquals(shares.at(-1), 1);
    assertEquals(shares.toSorted((a, b) => a - b), shares);
  }
});

Deno.test("retrain names the first run whose digest is another", () => {
  const at = 11 * 7, other = data.digests[at] === "A" ? "B" : "A";
  const planted = { ...data, digests: data.digests.slice(0, at) + other + data.digests.slice(at + 1) };
  const { identical, first } = retrain(planted, noKernels(), () => {});
  assertEquals([identical, first?.cell, first?.replicate], [11, 2, 1]);
  assertEquals(first!.made, digestOf(first!.line));
  assertNotEquals(first!.made, first!.expected);
  assertEquals(nameOf(data, 2, 1), "function xor, activation tanh, learning rate 0.5, replicate 1");
});

Deno.test("inlineJson holds nothing that ends a script element, and means the same", () => {
  const value = { a: "</script><script>alert(1)</script><!--", b: [1, null, "é\u2028"] };
  assertEquals(inlineJson(value).includes("<"), false);
  assertEquals(JSON.parse(inlineJson(value)), value);
});
