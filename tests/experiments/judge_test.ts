import { assertEquals, assertStringIncludes } from "@std/assert";
import { type Claim, judgeClaim } from "../../experiments/claims/claims.ts";
import type { Row } from "../../experiments/define/columns.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { judgeAll } from "../../experiments/judge.ts";
import { ownLevels, type Plan, planOf } from "../../experiments/plan.ts";
import { rowsByTable } from "../../experiments/records.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { trainerHere } from "../../experiments/training/trainer.ts";
import { toy } from "./toy.ts";

const says = { supported: "S {estimate}", refuted: "R {estimate}", undecided: "U" };
const solved = (row: Row) => row.solved === true;

/** Runs of an arm of which so many of a hundred are solved. */
function arm(level: string, count: number): Row[] {
  return Array.from({ length: 100 }, (_, replicate) => ({ arm: level, replicate, solved: replicate < count }));
}

/** Some claims about arms that were all run. */
function planWith(claims: unknown): Plan {
  return {
    ...planOf(toy, { suiteSeed: "" }),
    experiment: { ...toy, factors: {}, claims } as Experiment,
    cells: [{ levels: {}, config: {} }],
  };
}

/** Claims that the share solved in an arm is above one half. */
function share(level: string, family?: string): unknown {
  return {
    kind: "share",
    where: { arm: level },
    holds: solved,
    is: "above",
    than: 0.5,
    says,
    statement: level,
    family,
  };
}

Deno.test("judgeAll asks more of a family of claims than of one alone", () => {
  // 61 of 100: Wilson 95 % is [0.512, 0.700]; at 98.33 %, Holm's first level of three, its lower end is 0.490.
  const tables = { runs: [...arm("a", 61), ...arm("b", 55), ...arm("c", 50)], curves: [] };
  const judge = (claims: unknown) => judgeAll(planWith(claims), tables);
  assertEquals(judge({ a: share("a") }).map(({ verdict }) => verdict), ["supported"]);
  const family = judge({ a: share("a", "f"), b: share("b", "f"), c: share("c", "f"), d: share("a") });
  assertEquals(family.map(({ verdict }) => verdict), ["undecided", "undecided", "undecided", "supported"]);
  assertStringIncludes(family[0]!.rule, "98.33 %");
  assertStringIncludes(family[0]!.rule, "family of 3");
  assertStringIncludes(family[3]!.rule, "95 %");
});

Deno.test("judgeAll lets a family's decided claims ease what is asked of the rest", () => {
  // 90 and 95 of 100 are decided at 98.33 %, which leaves 61 of 100 to be asked alone, at 95 %.
  const tables = { runs: [...arm("a", 61), ...arm("b", 90), ...arm("c", 95)], curves: [] };
  const claims = { a: share("a", "f"), b: share("b", "f"), c: share("c", "f") };
  assertEquals(
    judgeAll(planWith(claims), tables).map(({ verdict, lower }) => [verdict, lower! > 0.51]),
    [
      ["supported", true],
      ["supported", true],
      ["supported", true],
    ],
  );
});

Deno.test("judgeClaim takes a slope curve by curve, between its epochs, and their median", () => {
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
      says,
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

Deno.test("judgeAll leaves open, with n = 0, what is about cells that were not run", async () => {
  const judgedOf = async (set: Readonly<Record<string, readonly string[]>>) => {
    const plan = planOf(toy, { suiteSeed: "", set }), tables = await runPlan(plan, trainerHere(), { engine: "auto" });
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
  Deno.test(`judgeAll judges ${experiment.id}, whichever level is run alone`, async () => {
    for (const [name, factor] of Object.entries(experiment.factors)) {
      for (const level of ownLevels(factor)) {
        const plan = planOf(experiment, { suiteSeed: "", seeds: 1, epochs: 1, set: { [name]: [level] } });
        const tables = await runPlan(plan, trainerHere(), { engine: "auto" }),
          judged = judgeAll(plan, rowsByTable(tables));
        assertEquals(judged.map(({ claim }) => claim), Object.keys(experiment.claims));
      }
    }
  });
}
