import { assertEquals, assertStringIncludes } from "@std/assert";
import { type Claim, judgeClaim } from "../../experiments/claims.ts";
import type { Row } from "../../experiments/columns.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { judgeAll } from "../../experiments/judge.ts";

const says = { supported: "S {estimate}", refuted: "R {estimate}", undecided: "U" };
const solved = (row: Row) => row.solved === true;

/** Runs of an arm of which so many of a hundred are solved. */
function arm(level: string, count: number): Row[] {
  return Array.from({ length: 100 }, (_, replicate) => ({ arm: level, replicate, solved: replicate < count }));
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
  const judge = (claims: unknown) => judgeAll({ claims } as Experiment, tables);
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
    judgeAll({ claims } as unknown as Experiment, tables).map(({ verdict, lower }) => [verdict, lower! > 0.51]),
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
  assertEquals(judge(powers.slice(0, 5), -0.5).verdict, "undecided");
});
