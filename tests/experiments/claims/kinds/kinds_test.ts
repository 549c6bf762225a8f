import { assertEquals, assertNotEquals } from "@std/assert";
import type { Claim } from "../../../../experiments/claims/claim.ts";
import { KINDS } from "../../../../experiments/claims/claims.ts";
import type { Table } from "../../../../experiments/define/tables.ts";
import type { Experiment } from "../../../../experiments/experiment.ts";
import { judgeAll } from "../../../../experiments/judge.ts";
import { planOf } from "../../../../experiments/plan.ts";
import { schemasOf } from "../../../../experiments/records.ts";
import { toy } from "../../toy.ts";

const base = { statement: "", wording: { supported: "", refuted: "", undecided: "" }, table: "runs" };
const one = { arms: [{ function: "xor", learning_rate: "4" }] };
const two = { arms: [{ function: "and", learning_rate: "4" }, { function: "xor", learning_rate: "4" }] };
const condition = { solved: true };
const value = "solved_epoch";
const side = { is: "above", than: 0.5 };

/** A claim of each kind about XOR. */
const CLAIMS = {
  proof: { ...base, ...one, kind: "proof", condition },
  every: { ...base, ...one, kind: "every", condition },
  none: { ...base, ...one, kind: "none", condition },
  proportion: { ...base, ...one, ...side, kind: "proportion", condition },
  median: { ...base, ...one, ...side, kind: "median", value },
  difference: { ...base, ...two, ...side, kind: "difference", condition },
  sooner: { ...base, ...two, ...side, kind: "sooner", value },
  ratio: { ...base, ...two, kind: "ratio", value, between: [1, 2] },
  effort: { ...base, ...two, kind: "effort", between: [1, 2] },
} as unknown as { readonly [K in Claim["kind"]]: Claim };

const rows = ["and", "xor"].flatMap((name) =>
  Array.from({ length: 20 }, (_, replicate) => ({
    function: name,
    learning_rate: "4",
    replicate,
    solved: name === "and",
    solved_epoch: name === "and" ? 10 : 20,
    epochs: 60,
  }))
);

Deno.test("there is a claim of each kind to try", () => {
  assertEquals(Object.keys(CLAIMS).sort(), Object.keys(KINDS).sort());
});

for (const [kind, claim] of Object.entries(CLAIMS)) {
  const judge = (set: Readonly<Record<string, readonly string[]>>) => {
    const plan = planOf({ ...toy, claims: { claim } } as Experiment, { suiteSeed: "s", set });
    const tables = schemasOf(plan).map((schema): Table => ({ ...schema, rows: schema.name === "runs" ? rows : [] }));
    return judgeAll(plan, tables)[0]!;
  };

  Deno.test(`claims of kind ${kind} are undecided if a setting that they are about was not run`, () => {
    const judged = judge({ function: ["and"] });
    assertEquals([judged.verdict, judged.n, judged.confidence], ["undecided", 0, undefined]);
    assertNotEquals(judge({}).n, 0);
  });
}
