import { assertEquals } from "@std/assert";
import { isDataRow, loopInvariants } from "../../../../core/engine/plan/lower.ts";

/** Whether the last of some instructions, each a name and its operands, is loop-invariant. */
function isLastInvariant(...instructions: readonly (readonly [name: string, ...operands: number[]])[]): boolean {
  const all = instructions.map(([name, ...operands]) => ({ name, operands }));
  return loopInvariants(all as unknown as Parameters<typeof loopInvariants>[0]).at(-1)!;
}

Deno.test("loopInvariants has constants and what depends on them alone, and no state or data", () => {
  assertEquals(isLastInvariant(["constant"]), true);
  assertEquals(isLastInvariant(["runConstant"]), true);
  for (const name of ["state", "dataRow0", "dataRow1"]) assertEquals(isLastInvariant([name]), false, name);
  assertEquals(isLastInvariant(["constant"], ["runConstant"], ["add", 0, 1]), true);
  assertEquals(isLastInvariant(["constant"], ["state"], ["add", 0, 1]), false);
  assertEquals(isLastInvariant(["state"], ["constant"], ["add", 0, 1]), false);
  assertEquals(isLastInvariant(["constant"], ["state"], ["add", 0, 1], ["mul", 0, 2]), false);
  assertEquals(isLastInvariant(["constant"], ["neg", 0], ["mul", 0, 1]), true);
});

Deno.test("isDataRow is true for the two loads of a lane's data row", () => {
  const names = ["dataRow0", "dataRow1", "constant", "tableRow0"] as const;
  const isRow = names.map((name) => isDataRow({ name: name as "dataRow0" }));
  assertEquals(isRow, [true, true, false, false]);
});
