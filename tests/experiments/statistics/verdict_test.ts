import { assertEquals, assertThrows } from "@std/assert";
import fixture from "../../fixtures/statistics.json" with { type: "json" };
import { stream } from "../../../core/random.ts";
import {
  holmConfidence,
  judgeBetween,
  judgeFamily,
  type Verdict,
  wilson,
} from "../../../experiments/statistics/statistics.ts";
import { holm } from "../../replication/holm.ts";
import { assertNear } from "./near.ts";

const between = (lower: number, upper: number, n = 10) => ({ estimate: (lower + upper) / 2, lower, upper, n });

/** Whether a value is above another: above, below, or undecided. */
const judgeAbove = (interval: ReturnType<typeof between>, than = 0) => judgeBetween(interval, than, Infinity);

Deno.test("judgeBetween is decided by the whole interval", () => {
  const judged = (lower: number, upper: number, than = 0) => [
    judgeBetween(between(lower, upper), than, Infinity),
    judgeBetween(between(lower, upper), -Infinity, than),
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

Deno.test("verdicts without runs, and of intervals without bounds, are undecided", () => {
  for (const [from, to] of [[0, Infinity], [-Infinity, 0], [-3, 3]] as const) {
    assertEquals(judgeBetween(between(1, 2, 0), from, to), "undecided");
    assertEquals(judgeBetween(between(-Infinity, Infinity), from, to), "undecided");
    assertEquals(judgeBetween(between(NaN, NaN), from, to), "undecided");
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
    const claims = ps.map((p) => (open: number): { verdict: Verdict } => ({
      verdict: p <= 1 - holmConfidence(0.95, open) ? "supported" : "undecided",
    }));
    const rejected = holm(ps).map((p) => p <= 0.05 ? "supported" : "undecided");
    assertEquals(judgeFamily(claims).map(({ verdict }) => verdict), rejected, `${ps}`);
  }
});

Deno.test("judgeFamily judges a single claim at the given confidence, and more claims at stricter ones", () => {
  const claim = (successes: number) => (open: number) => {
    const confidence = holmConfidence(0.95, open);
    return { verdict: judgeAbove(wilson(successes, 100, confidence), 0.5), confidence };
  };
  assertEquals(judgeFamily([claim(60)]), [{ verdict: "supported", confidence: 0.95 }]);
  assertEquals(judgeFamily([claim(60), claim(51)]).map(({ verdict }) => verdict), ["undecided", "undecided"]);
  // the clear one is decided at 97.5 %, which leaves the other alone at 95 %
  const [clear, close] = judgeFamily([claim(80), claim(60)]);
  assertEquals([clear!.verdict, close!.verdict, close!.confidence], ["supported", "supported", 0.95]);
  assertNear(clear!.confidence, 0.975, 1e-15);
  assertEquals(judgeFamily([]), []);
  assertThrows(() => holmConfidence(1, 2), RangeError, "confidence");
});
