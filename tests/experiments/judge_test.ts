import { assertEquals, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Table } from "../../experiments/define/tables.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { judgeAll } from "../../experiments/judge.ts";
import { ownLevels, type Plan, planOf } from "../../experiments/plan.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import { toy } from "./toy.ts";

const wording = { supported: "S {estimate}", refuted: "R {estimate}", undecided: "U" };

/** The table `runs` of some arms. */
function runsOf(...arms: readonly Row[][]): Table[] {
  const columns = {
    arm: { type: "string", meaning: "" },
    replicate: { type: "integer", meaning: "" },
    solved: { type: "boolean", meaning: "" },
  } as const;
  return [{ name: "runs", meaning: "", columns, key: [], rows: arms.flat() }];
}

/** A hundred runs of an arm, `count` of them solved. */
function arm(level: string, count: number): Row[] {
  return Array.from({ length: 100 }, (_, replicate) => ({ arm: level, replicate, solved: replicate < count }));
}

/** A plan with claims about arms that were all run. */
function planWith(claims: unknown): Plan {
  return {
    ...planOf(toy, { suiteSeed: "" }),
    experiment: { ...toy, factors: {}, claims } as Experiment,
    cells: [{ levels: {}, config: {}, replicates: 100 }],
  };
}

/** A claim that the proportion solved in an arm is above one half. */
function solvedInMost(level: string, more: object = {}): unknown {
  return {
    kind: "proportion",
    table: "runs",
    arms: [{ arm: level }],
    condition: { solved: true },
    is: "above",
    than: 0.5,
    wording,
    statement: level,
    ...more,
  };
}

Deno.test("judgeAll judges all interval claims of an experiment as one family", () => {
  // 61 of 100: Wilson 95 % is [0.512, 0.700]; at 98.33 %, Holm's first level of three, its lower end is 0.490.
  const tables = runsOf(arm("a", 61), arm("b", 55), arm("c", 50));
  const judge = (claims: unknown) => judgeAll(planWith(claims), tables);
  assertEquals(judge({ a: solvedInMost("a") }).map(({ verdict }) => verdict), ["supported"]);
  const exact = { ...solvedInMost("a") as object, kind: "every" };
  const family = judge({ a: solvedInMost("a"), b: solvedInMost("b"), c: solvedInMost("c"), exact });
  assertEquals(family.map(({ verdict }) => verdict), ["undecided", "undecided", "undecided", "refuted"]);
  assertEquals(family.map(({ confidence }) => Math.round(1e4 * confidence!)), [9833, 9833, 9833, 9500]);
  assertStringIncludes(family[0]!.rule, "98.33 %");
});

Deno.test("judgeAll judges a claim with the confidence that it declares", () => {
  const tables = runsOf(arm("a", 61), arm("b", 90));
  const [strict] = judgeAll(planWith({ a: solvedInMost("a", { confidence: 0.99 }) }), tables);
  assertEquals([strict!.confidence, strict!.verdict], [0.99, "undecided"]);
});

Deno.test("judgeAll lowers the confidence for the rest of a family once some claims are decided", () => {
  // 90 and 95 of 100 are decided at 98.33 %, so 61 of 100 alone is judged at 95 %
  const tables = runsOf(arm("a", 61), arm("b", 90), arm("c", 95));
  const claims = { a: solvedInMost("a"), b: solvedInMost("b"), c: solvedInMost("c") };
  assertEquals(
    judgeAll(planWith(claims), tables).map(({ verdict, lower }) => [verdict, lower! > 0.51]),
    [
      ["supported", true],
      ["supported", true],
      ["supported", true],
    ],
  );
});

Deno.test("judgeAll leaves claims without rows out of the family", () => {
  const tables = runsOf(arm("a", 61));
  const [a, b] = judgeAll(planWith({ a: solvedInMost("a"), b: solvedInMost("b") }), tables);
  assertEquals([a!.verdict, a!.confidence, b!.n], ["supported", 0.95, 0]);
});

Deno.test("judgeAll leaves an interval claim undecided if an arm has several rows of one start", () => {
  const [judged] = judgeAll(planWith({ a: solvedInMost("a") }), runsOf(arm("a", 90), arm("a", 90)));
  assertEquals([judged!.verdict, judged!.n], ["undecided", 0]);
  assertStringIncludes(judged!.rule, "several rows of one start");
});

Deno.test("judgeAll counts declared levels alone, whatever others are run beside them", async () => {
  const judged = async (set: Readonly<Record<string, readonly string[]>>) => {
    const plan = planOf(toy, { suiteSeed: "", set });
    const tables = await runPlan(plan, singleThreadTrainer(), { engine: "auto" });
    return judgeAll(plan, tables);
  };
  const more = await judged({ learning_rate: ["4", "0.5", "1", "2"] });
  assertEquals(more, await judged({}));
});

Deno.test("no claim of the catalogue has an arm with several rows of one start", async () => {
  for (const experiment of CATALOG) {
    const plan = planOf(experiment, { suiteSeed: "", seeds: 8, epochs: 20 });
    const tables = await runPlan(plan, singleThreadTrainer(), { engine: "auto" });
    const wrong = judgeAll(plan, tables).filter(({ rule }) => rule.includes("several rows"));
    assertEquals(wrong.map(({ claim }) => claim), [], experiment.id);
  }
});

Deno.test("judgeAll leaves claims about cells that were not run undecided, with n = 0", async () => {
  const judgedOf = async (set: Readonly<Record<string, readonly string[]>>) => {
    const plan = planOf(toy, { suiteSeed: "", set });
    const tables = await runPlan(plan, singleThreadTrainer(), { engine: "auto" });
    const judged = judgeAll(plan, tables);
    assertEquals(judged.filter(({ n, verdict }) => n === 0 && verdict !== "undecided"), []);
    return judged.filter(({ n }) => n > 0).map(({ claim }) => claim);
  };
  const all = Object.keys(toy.claims);
  assertEquals(await judgedOf({}), all);
  assertEquals(await judgedOf({ function: ["xor"] }), ["xor-unsolved"]);
  // the claim about XOR names no rate, so it is about both
  assertEquals(await judgedOf({ learning_rate: ["4"] }), ["and-solved"]);
  assertEquals(await judgedOf({ learning_rate: ["4", "0.5", "1"] }), all);
});

for (const experiment of CATALOG) {
  Deno.test(`judgeAll judges ${experiment.id} if only one level of a factor is run`, async () => {
    for (const [name, factor] of Object.entries(experiment.factors)) {
      for (const level of ownLevels(factor)) {
        const plan = planOf(experiment, { suiteSeed: "", seeds: 1, epochs: 1, set: { [name]: [level] } });
        const tables = await runPlan(plan, singleThreadTrainer(), { engine: "auto" });
        const judged = judgeAll(plan, tables);
        assertEquals(judged.map(({ claim }) => claim), Object.keys(experiment.claims));
      }
    }
  });
}
