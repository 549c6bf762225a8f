import { assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { stream } from "../../../core/random.ts";
import {
  judgeBetween,
  judgeEquivalent,
  judgeEvery,
  judgeFamily,
  judgeHigher,
  judgeLower,
  judgeNone,
  type Verdict,
  wilson,
} from "../../../experiments/statistics/statistics.ts";
import { holm } from "../../replication/holm.ts";
import { assertNear } from "./near.ts";

const between = (lower: number, upper: number, n = 10) => ({ estimate: (lower + upper) / 2, lower, upper, n });

Deno.test("judgeHigher and judgeLower are decided by the whole interval", () => {
  const judged = (lower: number, upper: number, than?: number) => [
    judgeHigher(between(lower, upper), than),
    judgeLower(between(lower, upper), than),
  ];
  assertEquals(judged(0.1, 0.2), ["supported", "refuted"]);
  assertEquals(judged(-0.2, -0.1), ["refuted", "supported"]);
  for (const [lower, upper] of [[-0.1, 0.2], [0, 0.2], [-0.2, 0]]) {
    assertEquals(judged(lower!, upper!), ["undecided", "undecided"]);
  }
  assertEquals(judged(0.6, 0.7, 0.5), ["supported", "refuted"]);
  assertEquals(judged(0.1, 0.2, 0.5), ["refuted", "supported"]);
  assertEquals(judged(5, Infinity, 1), ["supported", "refuted"]);
});

Deno.test("judgeBetween is undecided if the interval touches one of its numbers", () => {
  const judged = (lower: number, upper: number, to = 3) => judgeBetween(between(lower, upper), 2, to);
  assertEquals([judged(2.1, 2.9), judged(2, 2.9), judged(2.1, 3), judged(2.1, Infinity, Infinity)], [
    "supported",
    "undecided",
    "undecided",
    "supported",
  ]);
  assertEquals([judged(3, 4), judged(3.1, 4), judged(1, 2), judged(1, 1.9)], [
    "undecided",
    "refuted",
    "undecided",
    "refuted",
  ]);
});

Deno.test("judgeEquivalent is decided by the whole interval against the margin", () => {
  const judged = (lower: number, upper: number, to?: number) => judgeEquivalent(between(lower, upper), 0.1, to);
  assertEquals(judged(-0.05, 0.09), "supported");
  assertEquals(judged(-0.05, 0.1), "undecided");
  assertEquals(judged(0.11, 0.3), "refuted");
  assertEquals(judged(-0.3, -0.11), "refuted");
  assertEquals(judged(0.05, 0.3), "undecided");
  assertEquals(judged(-0.3, 0.3), "undecided");
  assertEquals(judged(-0.55, -0.45, -0.5), "supported");
  for (const margin of [0, -1, NaN]) assertThrows(() => judgeEquivalent(between(0, 1), margin), RangeError, "margin");
});

Deno.test("judgeEvery and judgeNone name the first counterexample", () => {
  const solved = (run: { solved: boolean }) => run.solved;
  const runs = [true, true, false, false].map((solved) => ({ solved }));
  assertEquals(judgeEvery(runs, solved), { verdict: "refuted", counterexample: runs[2]! });
  assertEquals(judgeNone(runs, solved), { verdict: "refuted", counterexample: runs[0]! });
  assertEquals(judgeEvery(runs.slice(0, 2), solved), { verdict: "supported" });
  assertEquals(judgeNone(runs.slice(2), solved), { verdict: "supported" });
});

Deno.test("verdicts without runs, and of intervals without bounds, are undecided", () => {
  assertEquals(judgeEvery([], () => false), { verdict: "undecided" });
  assertEquals(judgeNone([], () => true), { verdict: "undecided" });
  for (
    const judge of [judgeHigher, judgeLower, (interval: ReturnType<typeof between>) => judgeEquivalent(interval, 3)]
  ) {
    assertEquals(judge(between(1, 2, 0)), "undecided");
    assertEquals(judge(between(-Infinity, Infinity)), "undecided");
    assertEquals(judge(between(NaN, NaN)), "undecided");
  }
});

Deno.test("holm agrees with statsmodels", () => {
  // a product of p and a count, rounded once
  for (const { ps, adjusted } of fixture.holm) holm(ps).forEach((p, test) => assertNear(p, adjusted[test]!, 1e-15));
});

Deno.test("judgeFamily decides the claims whose p-values Holm's procedure rejects", () => {
  const { double } = stream("statistics", "families");
  for (let family = 0; family < 300; family++) {
    const ps = Array.from({ length: 1 + family % 6 }, () => double() * double() * 0.1);
    const claims = ps.map((p) => (confidence: number): { verdict: Verdict } => ({
      verdict: p <= 1 - confidence ? "supported" : "undecided",
    }));
    const rejected = holm(ps).map((p) => p <= 0.05 ? "supported" : "undecided");
    assertEquals(judgeFamily(claims).map(({ verdict }) => verdict), rejected, `${ps}`);
  }
});

Deno.test("judgeFamily judges a single claim at the given confidence, and more claims at stricter ones", () => {
  const claim = (successes: number) => (confidence: number) => ({
    verdict: judgeHigher(wilson(successes, 100, confidence), 0.5),
    confidence,
  });
  assertEquals(judgeFamily([claim(60)]), [{ verdict: "supported", confidence: 0.95 }]);
  assertEquals(judgeFamily([claim(60), claim(51)]).map(({ verdict }) => verdict), ["undecided", "undecided"]);
  // the clear one is decided at 97.5 %, which leaves the other alone at 95 %
  const [clear, close] = judgeFamily([claim(80), claim(60)]);
  assertEquals([clear!.verdict, close!.verdict, close!.confidence], ["supported", "supported", 0.95]);
  assertNear(clear!.confidence, 0.975, 1e-15);
  assertEquals(judgeFamily([]), []);
  assertThrows(() => judgeFamily([], 1), RangeError, "confidence");
});
