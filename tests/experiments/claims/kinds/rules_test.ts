/** The rule of each kind, which tells where the interval supports the claim and where it refutes it. */
import { assertEquals } from "@std/assert";
import type { Row } from "../../../../experiments/define/columns.ts";
import { judgeRows } from "../judge_rows.ts";

const COUNT = 40;
const arms = [{ arm: "a" }, { arm: "b" }];
const one = [{ arm: "a" }];
const condition = { solved: true };
const value = "solved_epoch";

/** A claim, the end of its rule, and data that support and that refute it: a number for each arm, 0 for unsolved runs. */
interface RuleCase {
  readonly claim: Readonly<Record<string, unknown>>;
  readonly rule: string;
  readonly supporting: readonly [a: number, b: number];
  readonly refuting: readonly [a: number, b: number];
}

const CASES: Readonly<Record<string, RuleCase>> = {
  "proportion above": {
    claim: { kind: "proportion", arms: one, condition, is: "above", than: 0.5 },
    rule: "comparison: supported if the 95 % Wilson interval of the proportion lies above 50.0 %, refuted if outside",
    supporting: [10, 10],
    refuting: [0, 0],
  },
  "proportion below": {
    claim: { kind: "proportion", arms: one, condition, is: "below", than: 0.5 },
    rule: "lies below 50.0 %, refuted if outside",
    supporting: [0, 0],
    refuting: [10, 10],
  },
  "median above": {
    claim: { kind: "median", arms: one, value, is: "above", than: 15 },
    rule: "lies above 15, refuted if outside",
    supporting: [20, 20],
    refuting: [10, 10],
  },
  "median near": {
    claim: { kind: "median", arms: one, value, near: 15, margin: 2 },
    rule: "lies between 13 and 17, refuted if outside",
    supporting: [15, 0],
    refuting: [20, 0],
  },
  "difference above": {
    claim: { kind: "difference", arms, condition, is: "above", than: 0 },
    rule: "lies above 0.0 percentage points, refuted if outside",
    supporting: [10, 0],
    refuting: [0, 10],
  },
  "difference within a margin": {
    claim: { kind: "difference", arms, condition, margin: 0.2 },
    rule: "lies within ±20.0 percentage points, refuted if outside",
    supporting: [10, 10],
    refuting: [10, 0],
  },
  "sooner": {
    claim: { kind: "sooner", arms, value, is: "above", than: 0.5 },
    rule: "lies above 50.0 %, refuted if outside",
    supporting: [10, 20],
    refuting: [20, 10],
  },
  "ratio between": {
    claim: { kind: "ratio", arms, value, between: [2, 4] },
    rule: "lies between 2 and 4, refuted if outside",
    supporting: [10, 30],
    refuting: [10, 50],
  },
  "effort above": {
    claim: { kind: "effort", arms, is: "above", than: 2 },
    rule: "lies above 2, refuted if outside",
    supporting: [10, 50],
    refuting: [10, 10],
  },
};

function rowsOf(values: readonly [a: number, b: number]): Row[] {
  return ["a", "b"].flatMap((arm, i) =>
    Array.from({ length: COUNT }, (_, replicate): Row => ({
      arm,
      replicate,
      solved: values[i]! > 0,
      solved_epoch: values[i]! || undefined,
      epochs: 1000,
    }))
  );
}

for (const [name, { claim, rule, supporting, refuting }] of Object.entries(CASES)) {
  Deno.test(`the rule of ${name} tells where the claim is supported and where it is refuted`, () => {
    const [supported, refuted] = [supporting, refuting].map((values) => judgeRows(claim, rowsOf(values)));
    assertEquals([supported!.verdict, refuted!.verdict], ["supported", "refuted"]);
    assertEquals(supported!.rule.slice(-rule.length), rule);
    assertEquals(refuted!.rule, supported!.rule);
  });
}
