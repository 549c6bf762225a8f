import { assertEquals, assertNotEquals } from "@std/assert";
import { type Claim, kindOf, KINDS } from "../../../../experiments/claims/claims.ts";
import type { RunRow } from "../../../../experiments/define/tables.ts";
import { matches } from "../../../../experiments/define/factors.ts";
import type { Experiment } from "../../../../experiments/experiment.ts";
import { judgeAll } from "../../../../experiments/judge.ts";
import { planOf } from "../../../../experiments/plan.ts";
import { toy } from "../../toy.ts";

const base = { statement: "", wording: { supported: "", refuted: "", undecided: "" } };
const holds = (run: RunRow) => run.solved === true;
const value = (run: RunRow) => run.solved_epoch;
const where = { function: "xor" };
const arms = { first: { function: "and" }, second: { function: "xor" } };

/** A claim of each kind about XOR. */
const CLAIMS = {
  every: { ...base, kind: "every", table: "runs", where, holds },
  none: { ...base, kind: "none", table: "runs", where, holds },
  proportion: { ...base, kind: "proportion", where, holds, is: "above", than: 0.5 },
  median: { ...base, kind: "median", where, value, is: "above", than: 0 },
  slope: { ...base, kind: "slope", where, value: () => 1, from: 1, to: 60, near: 0, margin: 1 },
  difference: { ...base, kind: "difference", ...arms, holds },
  equivalence: { ...base, kind: "equivalence", ...arms, holds, margin: 1 },
  sooner: { ...base, kind: "sooner", ...arms, value },
  ratio: { ...base, kind: "ratio", ...arms, value, between: [1, 2] },
} as unknown as { readonly [K in Claim["kind"]]: Claim };

const rows = ["and", "xor"].flatMap((name) =>
  Array.from({ length: 20 }, (_, replicate) => ({
    function: name,
    learning_rate: "4",
    replicate,
    solved: name === "and",
    solved_epoch: 10,
    epoch: 10,
  }))
);
const tables = { runs: rows, curves: rows };

for (const [kind, claim] of Object.entries(CLAIMS)) {
  const planWith = (set: Readonly<Record<string, readonly string[]>>) =>
    planOf({ ...toy, claims: { claim } } as Experiment, { suiteSeed: "s", set });

  Deno.test(`claims of kind ${kind} name their cells, and are undecided if one was not run`, () => {
    const cells = kindOf(claim).cells(claim);
    assertEquals(cells.some((selection) => matches({ function: "xor", learning_rate: "4" }, selection)), true);
    const [judged] = judgeAll(planWith({ function: ["and"] }), tables);
    assertEquals([judged!.verdict, judged!.n], ["undecided", 0]);
    assertNotEquals(judgeAll(planWith({}), tables)[0]!.n, 0);
  });
}

Deno.test("judgeAll judges a claim despite missing cells if its kind names no cells", () => {
  const kinds = KINDS as Record<string, { cells(claim: Claim): readonly object[] }>;
  const { cells } = kinds.proportion!;
  const plan = planOf({ ...toy, claims: { claim: CLAIMS.proportion } } as Experiment, {
    suiteSeed: "s",
    set: { function: ["and"] },
  });
  try {
    kinds.proportion!.cells = () => [];
    assertNotEquals(judgeAll(plan, tables)[0]!.n, 0);
  } finally {
    kinds.proportion!.cells = cells;
  }
});

Deno.test("counterexample gives the first row that refutes an exact claim, and no other kind has one", () => {
  const refuting = kindOf(CLAIMS.every).counterexample!(CLAIMS.every, tables);
  assertEquals(refuting, rows[20]);
  assertEquals(kindOf(CLAIMS.none).counterexample!(CLAIMS.none, tables), undefined);
  const others = Object.keys(KINDS).filter((kind) => KINDS[kind as Claim["kind"]].counterexample !== undefined);
  assertEquals(others, ["every", "none"]);
});
