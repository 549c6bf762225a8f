import { assertEquals } from "@std/assert";
import { pairArms } from "../../../experiments/claims/arms.ts";
import type { Row } from "../../../experiments/define/columns.ts";
import type { AnyTables } from "../../../experiments/claims/kind.ts";

const REPLICATES = [0, 1, 2];

/** Runs with the given levels, one for each replicate. */
function runsWith(levels: Readonly<Record<string, string>>): Row[] {
  return REPLICATES.map((replicate) => ({ ...levels, replicate }));
}

function pairsOf(first: Row, second: Row, runs: readonly Row[]) {
  const arms = { first, second } as Parameters<typeof pairArms>[0];
  const [a, b] = pairArms(arms, { runs, curves: [] } as unknown as AnyTables);
  return a.map((run, i) => [run, b[i]]);
}

Deno.test("pairArms compares the levels that only one of the arms names", () => {
  const slow = runsWith({ net: "wide", rate: "1" });
  const fast = runsWith({ net: "deep", rate: "2" });
  const pairs = REPLICATES.map((i) => [slow[i], fast[i]]);
  assertEquals(pairsOf({ net: "wide" }, { net: "deep", rate: "2" }, [...slow, ...fast]), pairs);
  assertEquals(pairsOf({ net: "wide", rate: "1" }, { net: "deep" }, [...slow, ...fast]), pairs);
});

Deno.test("pairArms pairs only runs that are equal in the levels that neither arm names", () => {
  const wide = runsWith({ net: "wide", rate: "1" });
  const deep = runsWith({ net: "deep", rate: "1" });
  const other = runsWith({ net: "deep", rate: "2" });
  const pairs = REPLICATES.map((i) => [wide[i], deep[i]]);
  assertEquals(pairsOf({ net: "wide" }, { net: "deep" }, [...wide, ...other, ...deep.toReversed()]), pairs);
  assertEquals(pairsOf({ net: "wide" }, { net: "deep" }, [...wide, ...other]), []);
});
