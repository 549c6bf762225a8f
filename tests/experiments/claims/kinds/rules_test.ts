/** The rule of each kind, which tells where the interval supports the claim and where it refutes it. */
import { assertEquals } from "@std/assert";
import { type Claim, judgeClaim } from "../../../../experiments/claims/claims.ts";
import type { Row } from "../../../../experiments/define/columns.ts";

const COUNT = 40;
const base = { statement: "", wording: { supported: "", refuted: "", undecided: "" } };
const arms = { first: { arm: "a" }, second: { arm: "b" } };
const holds = (row: Row) => row.solved === true;
const value = (row: Row) => row.solved_epoch;

/** A claim, the end of its rule, and data that support and that refute it: a number for each arm, 0 for unsolved runs. */
interface RuleCase {
  readonly claim: Readonly<Record<string, unknown>>;
  readonly rule: string;
  readonly supporting: readonly [a: number, b: number];
  readonly refuting: readonly [a: number, b: number];
}

const CASES: Readonly<Record<string, RuleCase>> = {
  "proportion above": {
    claim: { kind: "proportion", holds, is: "above", than: 0.5 },
    rule: "lies above 50.0 %, refuted if on the other side",
    supporting: [10, 10],
    refuting: [0, 0],
  },
  "proportion below": {
    claim: { kind: "proportion", holds, is: "below", than: 0.5 },
    rule: "lies below 50.0 %, refuted if on the other side",
    supporting: [0, 0],
    refuting: [10, 10],
  },
  "median above": {
    claim: { kind: "median", value, is: "above", than: 15 },
    rule: "lies above 15, refuted if on the other side",
    supporting: [20, 20],
    refuting: [10, 10],
  },
  "median below": {
    claim: { kind: "median", value, is: "below", than: 15 },
    rule: "lies below 15, refuted if on the other side",
    supporting: [10, 10],
    refuting: [20, 20],
  },
  "difference": {
    claim: { kind: "difference", ...arms, holds },
    rule: "lies above 0, refuted if below",
    supporting: [10, 0],
    refuting: [0, 10],
  },
  "equivalence": {
    claim: { kind: "equivalence", ...arms, holds, margin: 0.2 },
    rule: "lies within ±20.0 percentage points, refuted if outside",
    supporting: [10, 10],
    refuting: [10, 0],
  },
  "sooner": {
    claim: { kind: "sooner", ...arms, value },
    rule: "lies above 50 %, refuted if below",
    supporting: [10, 20],
    refuting: [20, 10],
  },
  "ratio between": {
    claim: { kind: "ratio", ...arms, value, between: [2, 4] },
    rule: "lies between 2 and 4, refuted if outside",
    supporting: [10, 30],
    refuting: [10, 50],
  },
  "ratio above": {
    claim: { kind: "ratio", ...arms, value, between: [2, Infinity] },
    rule: "lies above 2, refuted if outside",
    supporting: [10, 50],
    refuting: [10, 10],
  },
};

const rowsOf = (values: readonly [a: number, b: number]) =>
  ["a", "b"].flatMap((arm, i) =>
    Array.from({ length: COUNT }, (_, replicate): Row => ({
      arm,
      replicate,
      solved: values[i]! > 0,
      solved_epoch: values[i]! || undefined,
    }))
  );

for (const [name, { claim, rule, supporting, refuting }] of Object.entries(CASES)) {
  Deno.test(`the rule of ${name} tells where the claim is supported and where it is refuted`, () => {
    const judge = (values: readonly [a: number, b: number]) =>
      judgeClaim("c", { ...base, ...claim } as unknown as Claim, { runs: rowsOf(values), curves: [] });
    assertEquals([judge(supporting).verdict, judge(refuting).verdict], ["supported", "refuted"]);
    const found = judge(supporting).rule;
    assertEquals(found.slice(-rule.length), rule);
    assertEquals(judge(refuting).rule, found);
  });
}

Deno.test("the rule of a slope tells the epochs, the slope and the margin", () => {
  const claim = { ...base, kind: "slope", value: (row: Row) => row.loss, from: 10, to: 100, near: -1, margin: 0.1 };
  const curvesWith = (slope: number) =>
    Array.from({ length: COUNT }, (_, replicate) =>
      [10, 20, 50, 100].map((epoch): Row => ({
        replicate,
        epoch,
        loss: epoch ** slope,
      }))).flat();
  const judge = (slope: number) => judgeClaim("c", claim as unknown as Claim, { runs: [], curves: curvesWith(slope) });
  assertEquals([judge(-1).verdict, judge(-2).verdict], ["supported", "refuted"]);
  const rule = "epochs 10 to 100) lies within −1 ± 0.1, refuted if outside";
  assertEquals(judge(-1).rule.slice(-rule.length), rule);
});
