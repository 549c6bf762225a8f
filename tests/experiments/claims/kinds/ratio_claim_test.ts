import { assertAlmostEquals, assertEquals } from "@std/assert";
import { type Claim, judgeClaim } from "../../../../experiments/claims/claims.ts";
import type { Row } from "../../../../experiments/define/columns.ts";
import { judgeBetween } from "../../../../experiments/statistics/statistics.ts";

const wording = { supported: "{estimate} {interval} {n}", refuted: "no: {estimate}", undecided: "open: {estimate}" };

/** Ten replicates: slow takes 3 times the epochs of fast, 3.1 times for odd ones; replicate 9 of fast is never solved. */
const runs: Row[] = ["fast", "slow"].flatMap((arm) =>
  Array.from({ length: 10 }, (_, replicate) => {
    const epochs = 10 * (replicate + 1) * (arm === "slow" ? 3 + 0.1 * (replicate % 2) : 1);
    return { arm, replicate, solved_epoch: arm === "fast" && replicate === 9 ? undefined : epochs };
  })
);

function judged(between: readonly [number, number], more: object = {}) {
  const claim = {
    kind: "ratio",
    first: { arm: "fast" },
    second: { arm: "slow" },
    value: (run: Row) => run.solved_epoch,
    between,
    statement: "",
    wording,
    ...more,
  };
  return judgeClaim("ratio", claim as unknown as Claim, { runs });
}

Deno.test("judgeBetween is decided by the whole interval", () => {
  const at = (lower: number, upper: number) => judgeBetween({ estimate: lower, lower, upper, n: 9 }, 2, 4);
  assertEquals([at(2.5, 3.5), at(2, 3), at(3, 4.5), at(4.5, 5), at(1, 1.5)], [
    "supported",
    "undecided",
    "undecided",
    "refuted",
    "refuted",
  ]);
  assertEquals(judgeBetween({ estimate: 9, lower: 5, upper: Infinity, n: 9 }, 3, Infinity), "supported");
  assertEquals(judgeBetween({ estimate: NaN, lower: -Infinity, upper: Infinity, n: 0 }, 3, Infinity), "undecided");
});

Deno.test("judgeClaim bases a ratio on the replicates in which both arms have the value", () => {
  const { verdict, estimate, lower, upper, n } = judged([2, 4]);
  assertEquals([verdict, n], ["supported", 9]);
  // the middle Walsh average of 5 × ln 3 and 4 × ln 3.1 is half their sum: 20 of the 45 are, 15 lie below
  assertAlmostEquals(estimate!, Math.sqrt(3 * 3.1), 1e-14);
  assertAlmostEquals(lower!, 3, 1e-14);
  assertAlmostEquals(upper!, 3.1, 1e-14);
  assertEquals(judged([3.5, Infinity]).verdict, "refuted");
  assertEquals(judged([3.05, Infinity]).verdict, "undecided");
});

Deno.test("judgeClaim leaves a ratio undecided if no replicate has both values", () => {
  const { verdict, estimate, n } = judged([2, 4], { value: () => undefined });
  assertEquals([verdict, estimate, n], ["undecided", undefined, 0]);
  assertEquals(judged([2, 4], { value: () => 0 }).n, 0); // solved at epoch 0: no ratio
});

Deno.test("judgeClaim of two arms uses only the runs that pass the claim's filter", () => {
  const even = judged([2, 4], { filter: (run: Row) => (run.replicate as number) % 2 === 0 });
  assertEquals(even.n, 5);
  assertAlmostEquals(even.estimate!, 3, 1e-14);
  const unpaired = judged([2, 4], { filter: (run: Row, tables: { runs: Row[] }) => tables.runs.indexOf(run) < 3 });
  assertEquals(unpaired.n, 0); // no partner is left in the other arm
});
