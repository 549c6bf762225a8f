import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../core/input/input_error.ts";
import type { JudgedClaim } from "../../experiments/claims/claims.ts";
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { checkReplication, replicationRows, replicationSeed } from "../../experiments/replication.ts";

function judged(claim: string, verdict: Verdict, estimate: number | undefined, kind = "comparison"): JudgedClaim {
  return { claim, verdict, estimate, kind } as JudgedClaim;
}

const PUBLISHED = [judged("a", "supported", 1), judged("b", "refuted", undefined, "proof")];
const REPLICATIONS = [
  [judged("a", "supported", 2), judged("b", "refuted", undefined, "proof")],
  [judged("a", "undecided", 4), judged("b", "refuted", undefined, "proof")],
  [judged("a", "supported", 3), judged("b", "refuted", undefined, "proof")],
  [judged("a", "refuted", undefined), judged("b", "supported", undefined, "proof")],
];

Deno.test("replicationRows counts verdicts and ranks infinite estimates last", () => {
  assertEquals(replicationRows(PUBLISHED, REPLICATIONS), [
    { claim: "a", verdict: "supported", supported: 2, refuted: 1, undecided: 1, median_estimate: 3.5, agreement: 0.5 },
    {
      claim: "b",
      verdict: "refuted",
      supported: 1,
      refuted: 3,
      undecided: 0,
      median_estimate: undefined,
      agreement: 0.75,
    },
  ]);
  const infinite = REPLICATIONS.slice(2).map(([a]) => [a!]);
  assertEquals(replicationRows(PUBLISHED.slice(0, 1), infinite)[0]!.median_estimate, undefined);
});

Deno.test("the suite seeds of replications differ from the published one and from each other", () => {
  const seeds = ["s", ...[1, 2, 11].map((k) => replicationSeed("s", k)), replicationSeed("s, replication 1", 1)];
  assertEquals(new Set(seeds).size, seeds.length);
});

Deno.test("checkReplication refuses rows that cannot be those of the published verdicts", () => {
  const rows = replicationRows(PUBLISHED, REPLICATIONS);
  checkReplication(PUBLISHED, rows);
  const wrong: readonly (readonly [part: object, problem: string])[] = [
    [{ claim: "c" }, "row 2, column claim must be a"],
    [{ verdict: "refuted" }, "row 2, column verdict must be supported"],
    [{ supported: 3 }, "column agreement must be 0.6"],
    [{ supported: undefined }, "row 2, column supported must be a whole number"],
    [{ refuted: -1 }, "row 2, column refuted must be a whole number"],
    [{ agreement: 0.75 }, "row 2, column agreement must be 0.5"],
  ];
  for (const [part, problem] of wrong) {
    assertThrows(() => checkReplication(PUBLISHED, [{ ...rows[0]!, ...part }, rows[1]!]), InputError, problem);
  }
  const other = { ...rows[1]!, refuted: 2 };
  assertThrows(() => checkReplication(PUBLISHED, [rows[0]!, other]), InputError, "row 3, column supported must make 4");
  assertThrows(() => checkReplication(PUBLISHED, rows.slice(1)), InputError, "must have 2 rows");
});
