import { assertEquals } from "@std/assert";
import { tango, wilson } from "../../../experiments/statistics/statistics.ts";
import { labComparison, labStatistics } from "../../../reports/wire/lab_statistics.ts";

Deno.test("labStatistics counts the nets that are solved since an epoch or before", () => {
  const solvedEpochs = [10, undefined, 30, 20, undefined];
  for (const [epoch, solved] of [[0, 0], [9, 0], [10, 1], [20, 2], [29, 2], [30, 3], [Infinity, 3]] as const) {
    assertEquals(labStatistics(solvedEpochs, epoch), { solved, ...wilson(solved, 5) });
  }
  assertEquals(labStatistics([], 5), { solved: 0, ...wilson(0, 0) });
});

Deno.test("labComparison pairs the nets one by one, as far as both settings have one", () => {
  const a = [10, 10, undefined, 40], b = [undefined, 10, 10, undefined, 10];
  assertEquals(labComparison(a, b, 20), tango(1, 1, 4));
  assertEquals(labComparison(a, b, 40), tango(2, 1, 4));
  assertEquals(labComparison(b, a, 40), tango(1, 2, 4));
});
