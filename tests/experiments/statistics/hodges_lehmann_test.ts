import { assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import { hodgesLehmann } from "../../../experiments/statistics/statistics.ts";

/** 2^n times the probability of each sum of a random subset of the ranks 1 … n, as whole numbers. */
function countsOfSums(n: number): bigint[] {
  const counts = new Array<bigint>(n * (n + 1) / 2 + 1).fill(0n);
  counts[0] = 1n;
  for (let rank = 1; rank <= n; rank++) {
    for (let sum = counts.length - 1; sum >= rank; sum--) counts[sum]! += counts[sum - rank]!;
  }
  return counts;
}

/** The largest coverage that is not below 95 % without some rank, by exact arithmetic: 1 − 2·P(sum < rank). */
function exactCoverage(n: number): number {
  const counts = countsOfSums(n);
  const total = 1n << BigInt(n);
  let below = 0n;
  for (let rank = 0; 40n * (below + counts[rank]!) <= total; rank++) below += counts[rank]!;
  return Number((total - 2n * below) * 10n ** 18n / total) / 1e18;
}

const coverageOf = (n: number) =>
  hodgesLehmann(Array.from({ length: n }, (_, i) => i), Array(n).fill(0), 0.95).coverage;

for (const n of [6, 20, 99, 100, 101, 150, 199, 200]) {
  Deno.test(`hodgesLehmann states the exact coverage of ${n} pairs`, () => {
    assertAlmostEquals(coverageOf(n), exactCoverage(n), 1e-12);
  });
}

Deno.test("hodgesLehmann approximates the coverage of more than 200 pairs", () => {
  assertNotEquals(coverageOf(201), exactCoverage(201));
  assertAlmostEquals(coverageOf(201), exactCoverage(201), 2e-5);
  assertEquals(coverageOf(201) >= 0.95, true);
});
