import { assertEquals, assertStringIncludes } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import { type Claim, judgeClaim } from "../../experiments/claims/claims.ts";
import type { Row } from "../../experiments/define/columns.ts";
import { rowsByTable } from "../../experiments/define/tables.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { judgeAll } from "../../experiments/judge.ts";
import { ownLevels, type Plan, planOf } from "../../experiments/plan.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import { toy } from "./toy.ts";

const wording = { supported: "S {estimate}", refuted: "R {estimate}", undecided: "U" };
const solved = (row: Row) => row.solved === true;

/** A hundred runs of an arm, `count` of them solved. */
function arm(level: string, count: number): Row[] {
  return Array.from({ length: 100 }, (_, replicate) => ({ arm: level, replicate, solved: replicate < count }));
}

/** A plan with claims about arms that were all run. */
function planWith(claims: unknown): Plan {
  return {
    ...planOf(toy, { suiteSeed: "" }),
    experiment: { ...toy, factors: {}, claims } as Experiment,
    cells: [{ levels: {}, config: {} }],
  };
}

/** A claim that the proportion solved in an arm is above one half. */
function solvedInMost(level: string, family?: string): unknown {
  return {
    kind: "proportion",
    where: { arm: level },
    holds: solved,
    is: "above",
    than: 0.5,
    wording,
    statement: level,
    family,
  };
}

Deno.test("judgeAll judges a family of claims with more confidence than a single claim", () => {
  // 61 of 100: Wilson 95 % is [0.512, 0.700]; at 98.33 %, Holm's first level of three, its lower end is 0.490.
  const tables = { runs: [...arm("a", 61), ...arm("b", 55), ...arm("c", 50)], curves: [] };
  const judge = (claims: unknown) => judgeAll(planWith(claims), tables);
  assertEquals(judge({ a: solvedInMost("a") }).map(({ verdict }) => verdict), ["supported"]);
  const family = judge({
    a: solvedInMost("a", "f"),
    b: solvedInMost("b", "f"),
    c: solvedInMost("c", "f"),
    d: solvedInMost("a"),
  });
  assertEquals(family.map(({ verdict }) => verdict), ["undecided", "undecided", "undecided", "supported"]);
  assertStringIncludes(family[0]!.rule, "98.33 %");
  assertStringIncludes(family[0]!.rule, "family of 3");
  assertStringIncludes(family[3]!.rule, "95 %");
});

Deno.test("judgeAll lowers the confidence for the rest of a family once some claims are decided", () => {
  // 90 and 95 of 100 are decided at 98.33 %, so 61 of 100 alone is judged at 95 %
  const tables = { runs: [...arm("a", 61), ...arm("b", 90), ...arm("c", 95)], curves: [] };
  const claims = { a: solvedInMost("a", "f"), b: solvedInMost("b", "f"), c: solvedInMost("c", "f") };
  assertEquals(
    judgeAll(planWith(claims), tables).map(({ verdict, lower }) => [verdict, lower! > 0.51]),
    [
      ["supported", true],
      ["supported", true],
      ["supported", true],
    ],
  );
});

Deno.test("judgeClaim takes the median of the slopes of all curves between two epochs", () => {
  const epochs = [1, 2, 5, 10, 20, 50, 100];
  const curve = (replicate: number, power: number): Row[] =>
    epochs.map((epoch) => ({ arm: "a", replicate, epoch, max_error: epoch < 10 ? 1 : 3 * Math.pow(epoch, power) }));
  const claim = (near: number) =>
    ({
      kind: "slope",
      value: ({ max_error }: Row) => max_error,
      from: 10,
      to: 100,
      near,
      margin: 0.1,
      wording,
    }) as unknown;
  const judge = (powers: readonly number[], near: number) =>
    judgeClaim("c", claim(near) as Claim, { runs: [], curves: powers.flatMap((power, i) => curve(i, power)) });
  // the powers' median is −0.52, and with nine curves the 95 % interval of a median goes from the 2nd to the 8th
  const powers = [-0.6, -0.55, -0.54, -0.53, -0.52, -0.51, -0.5, -0.45, 0.3];
  const { verdict, estimate, lower, upper, n } = judge(powers, -0.5);
  const rounded = [estimate, lower, upper].map((value) => Number(value!.toFixed(9))); // powers and logarithms are rounded
  assertEquals([verdict, n, ...rounded], ["supported", 9, -0.52, -0.55, -0.45]);
  assertEquals(judge(powers, -1).verdict, "refuted");
  // the epochs named are taken, too: without the first, 10, the slope would be −0.5
  const bent = curve(0, -0.5).map((row) => ({ ...row, max_error: row.epoch === 10 ? 30 : row.max_error! }));
  const steeper = judgeClaim("c", claim(-0.5) as Claim, { runs: [], curves: bent }).estimate!;
  assertEquals(steeper < -1, true);
  assertEquals(judge(powers.slice(0, 5), -0.5).verdict, "undecided");
});

Deno.test("judgeAll leaves claims about cells that were not run undecided, with n = 0", async () => {
  const judgedOf = async (set: Readonly<Record<string, readonly string[]>>) => {
    const plan = planOf(toy, { suiteSeed: "", set });
    const tables = await runPlan(plan, singleThreadTrainer(), { engine: "auto" });
    const judged = judgeAll(plan, rowsByTable(tables));
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
        const judged = judgeAll(plan, rowsByTable(tables));
        assertEquals(judged.map(({ claim }) => claim), Object.keys(experiment.claims));
      }
    }
  });
}
