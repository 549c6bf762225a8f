import { assertEquals, assertNotEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { interpreterBackend } from "../../../core/engine/backend.ts";
import { createKernelCache } from "../../../core/engine/engine.ts";
import { csvOf } from "../../../experiments/store/csv.ts";
import { inlineJson } from "../../../reports/wire/page_data.ts";
import { retrain } from "../../../reports/live/worker/retrain.ts";
import {
  csvRowName,
  DIGEST_LENGTH,
  expectedDigest,
  rowDigest,
  runName,
  runOf,
} from "../../../reports/wire/page_runs.ts";
import { pageDataOf } from "../../../reports/page/page.ts";
import { trainedToy } from "../live/toy_data.ts";
import { runsOf } from "../../../experiments/plan.ts";

const report = await trainedToy(), data = pageDataOf(report);

Deno.test("rowDigest is the first 30 bits of sha256sum in base64url", () => {
  // printf 'xor,1,finished' | sha256sum | cut -c1-16 | xxd -r -p | base64 | tr '+/' '-_'
  const bytes = createHash("sha256").update("xor,1,finished").digest().subarray(0, 8);
  assertEquals(rowDigest("xor,1,finished"), bytes.toString("base64url").slice(0, 5));
});

Deno.test("pageDataOf holds the digest of each line of runs.csv, in file order", () => {
  const runs = report.tables.find(({ name }) => name === "runs")!;
  const lines = csvOf(runs).trimEnd().split("\r\n").slice(1);
  assertEquals(lines.length, data.cells.length * data.replicates);
  lines.forEach((line, i) =>
    assertEquals(expectedDigest(data, Math.floor(i / data.replicates), i % data.replicates), rowDigest(line))
  );
});

Deno.test("csvRowName counts the rows of runs.csv from the header on, as spreadsheets do", () => {
  const lines = csvOf(report.tables.find(({ name }) => name === "runs")!).split("\r\n");
  for (const [cell, replicate] of [[0, 0], [0, 2], [3, 1]] as const) {
    const row = Number(/^row (\d+) of runs\.csv$/.exec(csvRowName(data, cell, replicate))![1]);
    assertEquals(rowDigest(lines[row - 1]!), expectedDigest(data, cell, replicate));
  }
});

Deno.test("runOf recovers the plan's runs from page data serialized as JSON", () => {
  const parsed = JSON.parse(inlineJson(data));
  for (const { config: { checkpoints: _, ...config }, cell, replicate } of runsOf(report.plan)) {
    const { config: { checkpoints: __, ...recovered } } = runOf(parsed, cell, replicate);
    assertEquals(recovered, config);
  }
});

Deno.test("retrain finds every run identical, compiled and interpreted", () => {
  for (const kernels of [createKernelCache(), createKernelCache(interpreterBackend())]) {
    const progress: number[] = [];
    const { identical, total, firstDifference } = retrain(data, kernels, (done) => progress.push(done));
    assertEquals([identical, total, firstDifference], [12, 12, undefined]);
    assertEquals(progress.at(-1), 1);
    assertEquals(progress.toSorted((a, b) => a - b), progress);
  }
});

Deno.test("retrain reports the first run whose digest differs", () => {
  const at = DIGEST_LENGTH * 7, other = data.digests[at] === "A" ? "B" : "A";
  const planted = { ...data, digests: data.digests.slice(0, at) + other + data.digests.slice(at + 1) };
  const { identical, firstDifference } = retrain(planted, createKernelCache(), () => {});
  assertEquals([identical, firstDifference?.cell, firstDifference?.replicate], [11, 2, 1]);
  assertEquals(firstDifference!.digest, rowDigest(firstDifference!.line));
  assertNotEquals(firstDifference!.digest, firstDifference!.expected);
});

Deno.test("a run is named by its setting and the number of its start in runs.csv", () => {
  assertEquals(runName(data, 2, 1), "XOR, tanh, learning rate 0.5, start 1");
  assertEquals(runName(data, 2, 0), "XOR, tanh, learning rate 0.5, start 0");
});

Deno.test("inlineJson contains nothing that ends a script element, and is valid JSON", () => {
  const value = { a: "</script><script>alert(1)</script><!--", b: [1, null, "é\u2028"] };
  assertEquals(inlineJson(value).includes("<"), false);
  assertEquals(JSON.parse(inlineJson(value)), value);
});

Deno.test("the only run of a cell that draws nothing stands for every start", () => {
  const constant = { ...data, cells: data.cells.map((cell) => ({ ...cell, replicates: 1 })) };
  assertEquals(runOf(constant, 1, 2), runOf(constant, 1, 0));
  assertEquals(expectedDigest(constant, 1, 2), expectedDigest(constant, 1, 0));
  assertEquals(csvRowName(constant, 1, 2), "row 3 of runs.csv");
});
