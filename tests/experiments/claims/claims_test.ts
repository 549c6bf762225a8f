import { assertEquals, assertStringIncludes } from "@std/assert";
import { type Claim, judgeClaim } from "../../../experiments/claims/claims.ts";
import type { Row } from "../../../experiments/define/columns.ts";

const wording = {
  supported: "S {count}/{n} {estimate} {interval}",
  refuted: "R {count}/{n} {counterexample}",
  undecided: "U {n}",
};
const run = (arm: string, replicate: number, solved: boolean, solved_epoch?: number): Row => ({
  arm,
  replicate,
  status: "finished",
  solved,
  solved_epoch,
});
const judge = (claim: unknown, runs: readonly Row[]) => judgeClaim("c", claim as Claim, { runs, curves: [] });
const solved = (row: Row) => row.solved === true;
const many = (arm: string, count: number, good: (i: number) => boolean) =>
  Array.from({ length: count }, (_, i) => run(arm, i, good(i), good(i) ? 100 + i : undefined));

Deno.test("judgeClaim refutes an exact claim by one counterexample and names it", () => {
  const claim = { kind: "every", table: "runs", holds: solved, statement: "all", wording };
  assertEquals(judge(claim, many("a", 5, () => true)).verdict, "supported");
  const refuted = judge(claim, many("a", 5, (i) => i !== 3));
  assertEquals([refuted.verdict, refuted.n, refuted.estimate], ["refuted", 5, 0.8]);
  assertEquals(refuted.finding, "R 4/5 a, start 3");
});

Deno.test("judgeClaim leaves a claim without rows undecided, and says so", () => {
  const claim = { kind: "every", table: "runs", where: { arm: "b" }, holds: solved, statement: "all b.", wording };
  const { verdict, n, finding, estimate } = judge(claim, many("a", 5, () => true));
  assertEquals([verdict, n, estimate], ["undecided", 0, undefined]);
  assertStringIncludes(finding, "all b.");
});

Deno.test("judgeClaim decides a proportion only if the whole Wilson interval lies on one side", () => {
  const claim = { kind: "proportion", holds: solved, is: "above", than: 0.5, statement: "most", wording };
  assertEquals(judge(claim, many("a", 20, (i) => i < 18)).verdict, "supported");
  assertEquals(judge(claim, many("a", 20, (i) => i < 11)).verdict, "undecided");
  assertEquals(judge(claim, many("a", 20, (i) => i < 2)).verdict, "refuted");
  // Wilson 1927 for 18 of 20: 0.6990 to 0.9721
  assertEquals(judge(claim, many("a", 20, (i) => i < 18)).finding, "S 18/20 90.0 % [69.9, 97.2]");
});

Deno.test("judgeClaim pairs the arms of a difference by replicate, not by position", () => {
  const claim = {
    kind: "difference",
    first: { arm: "a" },
    second: { arm: "b" },
    holds: solved,
    statement: "",
    wording,
  };
  const a = many("a", 30, (i) => i < 25), b = many("b", 30, (i) => i < 5);
  const straight = judge(claim, [...a, ...b]), shuffled = judge(claim, [...a, ...b.toReversed()]);
  assertEquals(straight.verdict, "supported");
  assertEquals(shuffled, straight);
  assertEquals(straight.estimate, 20 / 30);
});

Deno.test("judgeClaim pairs runs that are equal in every other factor", () => {
  const claim = {
    kind: "sooner",
    first: { arm: "a" },
    second: { arm: "b" },
    value: (row: Row) => row.solved_epoch,
    statement: "",
    wording,
  };
  const rows = ["x", "y"].flatMap((other) =>
    ["a", "b"].flatMap((arm) =>
      Array.from({ length: 10 }, (_, i): Row => ({
        other,
        arm,
        replicate: i,
        status: "finished",
        // on y everything takes longer; only the right partners show that a is always first
        solved_epoch: (other === "y" ? 1000 : 0) + (arm === "a" ? 1 : 2),
      }))
    )
  );
  const { estimate, n, verdict } = judge(claim, rows);
  assertEquals([estimate, n, verdict], [1, 20, "supported"]);
});

Deno.test("judgeClaim ranks unsolved runs last in medians and in comparisons of speed", () => {
  const medianClaim = {
    kind: "median",
    value: (row: Row) => row.solved_epoch,
    is: "above",
    than: 50,
    statement: "",
    wording,
  };
  const { verdict, estimate } = judge(medianClaim, many("a", 30, (i) => i < 10));
  assertEquals([verdict, estimate], ["supported", undefined]); // the median run never solves
  const sooner = {
    kind: "sooner",
    first: { arm: "a" },
    second: { arm: "b" },
    value: (row: Row) => row.solved_epoch,
    statement: "",
    wording,
  };
  assertEquals(judge(sooner, [...many("a", 30, () => true), ...many("b", 30, () => false)]).estimate, 1);
});

Deno.test("judgeClaim decides an equivalence only if the whole interval lies inside or outside the margin", () => {
  const claim = {
    kind: "equivalence",
    first: { arm: "a" },
    second: { arm: "b" },
    holds: solved,
    margin: 0.1,
    statement: "",
    wording,
  };
  const b = many("b", 300, () => true);
  assertEquals(judge(claim, [...many("a", 300, (i) => i > 2), ...b]).verdict, "supported");
  assertEquals(judge(claim, [...many("a", 300, (i) => i > 25), ...b]).verdict, "undecided");
  assertEquals(judge(claim, [...many("a", 300, (i) => i > 150), ...b]).verdict, "refuted");
});
