import { assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import type { Row } from "../../../experiments/define/columns.ts";
import { judgeRows } from "./judge_rows.ts";

const wording = {
  supported: "S {count}/{rows} {estimate} {interval}",
  refuted: "R {count}/{rows} {counterexample}",
  undecided: "U {n}",
};
const SOLVED = { solved: true };

/** Runs of an arm; solved ones take 100 + i epochs, the others 1000. */
function many(arm: string, count: number, isSolved: (i: number) => boolean): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    arm,
    replicate: i,
    status: "finished",
    solved: isSolved(i),
    solved_epoch: isSolved(i) ? 100 + i : undefined,
    epochs: 1000,
  }));
}

Deno.test("an exact claim is refuted by one counterexample, which its finding names", () => {
  const claim = { kind: "every", arms: [{}], condition: SOLVED, wording };
  assertEquals(judgeRows(claim, many("a", 5, () => true)).verdict, "supported");
  const refuted = judgeRows(claim, many("a", 5, (i) => i !== 3));
  assertEquals([refuted.verdict, refuted.n, refuted.estimate, refuted.kind], ["refuted", 5, 0.8, "exact"]);
  assertEquals(refuted.finding, "R 4/5 a, start 3");
  assertEquals(refuted.counterexample?.replicate, 3);
});

Deno.test("an exact claim counts a start once, however many rows it has", () => {
  const rows = [...many("a", 10, () => true), ...many("b", 10, (i) => i > 1)];
  const every = judgeRows({ kind: "every", arms: [{}], condition: SOLVED }, rows);
  assertEquals([every.n, every.estimate], [10, 0.8]);
  const none = judgeRows({ kind: "none", arms: [{ arm: "b" }], condition: SOLVED }, rows);
  assertEquals([none.n, none.estimate, none.verdict], [10, 0.8, "refuted"]);
});

Deno.test("a finding writes large counts with separators, and categories as they are", () => {
  const claim = { kind: "every", arms: [{}], condition: SOLVED, wording, category: "kind" };
  const rows = many("a", 12_345, () => true).map((row) => ({ ...row, kind: "of 1000" }));
  const { finding, values } = judgeRows(claim, rows);
  assertStringIncludes(finding, "S 12,345/12,345 ");
  assertEquals([values.n, values.categories], ["12,345", "of 1000 (12,345)"]);
});

Deno.test("a proof is refuted by one row, and has neither estimate nor interval", () => {
  const claim = { kind: "proof", arms: [{}], condition: { sum: { equals: { column: "expected" } } }, wording };
  const proven = judgeRows(claim, [{ sum: 2, expected: 2 }, { sum: 3, expected: 3 }]);
  const { verdict, n, estimate, lower, upper, confidence, kind } = proven;
  assertEquals({ verdict, n, kind }, { verdict: "supported", n: 2, kind: "proof" });
  assertEquals([estimate, lower, upper, confidence], [undefined, undefined, undefined, undefined]);
  assertEquals(judgeRows(claim, [{ sum: 2, expected: 3 }]).verdict, "refuted");
});

Deno.test("a claim without rows is undecided, and its finding says so", () => {
  for (const kind of ["every", "none", "proof", "proportion"]) {
    const claim = { kind, arms: [{ arm: "b" }], condition: SOLVED, is: "above", than: 0.5, statement: "All b." };
    const { verdict, n, finding } = judgeRows(claim, many("a", 5, () => true));
    assertEquals([verdict, n], ["undecided", 0]);
    assertStringIncludes(finding, "All b.");
  }
});

Deno.test("a proportion is decided only if the whole Wilson interval lies on one side", () => {
  const claim = { kind: "proportion", arms: [{}], condition: SOLVED, is: "above", than: 0.5, wording };
  assertEquals(judgeRows(claim, many("a", 20, (i) => i < 18)).verdict, "supported");
  assertEquals(judgeRows(claim, many("a", 20, (i) => i < 11)).verdict, "undecided");
  assertEquals(judgeRows(claim, many("a", 20, (i) => i < 2)).verdict, "refuted");
  // Wilson 1927 for 18 of 20: 0.6990 to 0.9721
  assertEquals(judgeRows(claim, many("a", 20, (i) => i < 18)).finding, "S 18/20 90.0 % [69.9, 97.2]");
});

const TWO_ARMS = { arms: [{ arm: "a" }, { arm: "b" }] };

Deno.test("a difference pairs its arms by start, not by position", () => {
  const claim = { kind: "difference", ...TWO_ARMS, condition: SOLVED, is: "above", than: 0 };
  const a = many("a", 30, (i) => i < 25);
  const b = many("b", 30, (i) => i < 5);
  const straight = judgeRows(claim, [...a, ...b]);
  assertEquals(straight.verdict, "supported");
  assertEquals(judgeRows(claim, [...a, ...b.toReversed()]), straight);
  assertEquals(straight.estimate, 20 / 30);
  assertEquals(judgeRows(claim, [...a, ...b.slice(0, 12)]).n, 12); // starts without a partner do not count
});

Deno.test("a difference within a margin is decided only if the whole interval lies inside or outside", () => {
  const claim = { kind: "difference", ...TWO_ARMS, condition: SOLVED, margin: 0.1 };
  const b = many("b", 300, () => true);
  const judge = (failing: number) => judgeRows(claim, [...many("a", 300, (i) => i >= failing), ...b]);
  assertEquals([judge(3), judge(26), judge(151)].map(({ verdict }) => verdict), ["supported", "undecided", "refuted"]);
  assertEquals(judge(3).kind, "equivalence");
});

Deno.test("sooner counts wins and losses among the starts that both solve, and leaves ties out", () => {
  const epochs = (arm: string, values: readonly (number | undefined)[]): Row[] =>
    values.map((solved_epoch, replicate) => ({ arm, replicate, solved_epoch }));
  const claim = {
    kind: "sooner",
    ...TWO_ARMS,
    value: "solved_epoch",
    is: "above",
    than: 0.5,
    wording: { supported: "", refuted: "", undecided: "{wins} {losses} {ties} {both} {starts} {n}" },
  };
  const a = epochs("a", [1, 1, 1, 5, 5, undefined, 2, undefined]);
  const b = epochs("b", [2, 2, 2, 4, 5, 9, undefined, undefined]);
  const { estimate, n, finding } = judgeRows(claim, [...a, ...b]);
  assertEquals([estimate, n], [0.75, 4]);
  assertEquals(finding, "3 1 1 5 8 4");
});

Deno.test("sooner neither wins nor loses by ties alone", () => {
  const same = (arm: string) => many(arm, 50, () => true);
  const claim = { kind: "sooner", ...TWO_ARMS, value: "solved_epoch", is: "above", than: 0.5 };
  assertEquals(judgeRows(claim, [...same("a"), ...same("b")]).verdict, "undecided");
});

Deno.test("a ratio is the median over the starts with the value in both arms, with an order-statistic interval", () => {
  const rows = ["fast", "slow"].flatMap((arm) =>
    Array.from({ length: 10 }, (_, replicate): Row => {
      const epochs = 10 * (replicate + 1) * (arm === "slow" ? 2 + replicate / 8 : 1);
      return { arm, replicate, solved_epoch: arm === "fast" && replicate === 9 ? undefined : epochs };
    })
  );
  const judge = (between: readonly [number, number]) =>
    judgeRows({ kind: "ratio", arms: [{ arm: "fast" }, { arm: "slow" }], value: "solved_epoch", between }, rows);
  // nine ratios 2, 2⅛, … 3: with nine values the 95 % interval of the median goes from the 2nd to the 8th
  const { estimate, lower, upper, n, verdict } = judge([2, 3]);
  assertEquals([estimate, lower, upper, n, verdict], [2.5, 2.125, 2.875, 9, "supported"]);
  assertEquals(judge([2.2, 3]).verdict, "undecided");
  assertEquals(judge([3, 4]).verdict, "refuted");
});

Deno.test("a median ranks missing values last", () => {
  const claim = { kind: "median", arms: [{}], value: "solved_epoch", is: "above", than: 50 };
  const { verdict, estimate, upper } = judgeRows(claim, many("a", 30, (i) => i < 10));
  assertEquals([verdict, estimate, upper], ["supported", undefined, undefined]); // the median run never solves
});

Deno.test("effort compares the epochs of all runs by the number solved", () => {
  const claim = { kind: "effort", ...TWO_ARMS, is: "above", than: 1 };
  const equal = judgeRows(claim, [...many("a", 40, (i) => i < 20), ...many("b", 40, (i) => i < 20)]);
  assertEquals([equal.estimate, equal.lower, equal.upper], [1, 1, 1]);
  // (100 + … + 139) / 40 = 119.5, and (100 + … + 119 + 20 × 1000) / 20 = 1109.5
  const { estimate, verdict, n } = judgeRows(claim, [...many("a", 40, () => true), ...many("b", 40, (i) => i < 20)]);
  assertAlmostEquals(estimate!, 1109.5 / 119.5, 1e-12);
  assertEquals([verdict, n], ["supported", 40]);
  const never = judgeRows(claim, [...many("a", 40, () => true), ...many("b", 40, () => false)]);
  assertEquals([never.estimate, never.verdict], [undefined, "supported"]); // infinitely more
  const neither = judgeRows(claim, [...many("a", 40, () => false), ...many("b", 40, () => false)]);
  assertEquals([neither.estimate, neither.verdict], [1, "undecided"]);
});
