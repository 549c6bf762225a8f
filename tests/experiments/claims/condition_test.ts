import { assertEquals, assertThrows } from "@std/assert";
import { type AnyCondition, columnsRead, compileCondition } from "../../../experiments/claims/condition.ts";
import { tableOf } from "./judge_rows.ts";

const TABLE = tableOf([
  { name: "a", other: "a", x: 1, y: 2, ok: true, same: true },
  { name: "b", other: "a", x: 2, y: 2, ok: false, same: true },
  { name: "c", other: undefined, x: undefined, y: 3, ok: undefined, same: undefined },
]);

/** The indices of the rows that satisfy a condition. */
function satisfying(condition: AnyCondition): number[] {
  return [0, 1, 2].filter(compileCondition(condition, TABLE));
}

Deno.test("a condition compares a column with a value or with one of several", () => {
  assertEquals(satisfying({ ok: true }), [0]);
  assertEquals(satisfying({ ok: false }), [1]);
  assertEquals(satisfying({ name: "b" }), [1]);
  assertEquals(satisfying({ name: ["a", "c"] }), [0, 2]);
  assertEquals(satisfying({ x: 2 }), [1]);
  assertEquals(satisfying({ name: "unknown" }), []);
});

Deno.test("a condition compares a number with bounds, and all tests of a column must hold", () => {
  assertEquals(satisfying({ x: { above: 1 } }), [1]);
  assertEquals(satisfying({ x: { atLeast: 1 } }), [0, 1]);
  assertEquals(satisfying({ x: { below: 2 } }), [0]);
  assertEquals(satisfying({ x: { atMost: 2 } }), [0, 1]);
  assertEquals(satisfying({ x: { above: 0, below: 2 } }), [0]);
  assertEquals(satisfying({ y: { equals: 2 } }), [0, 1]);
  assertEquals(satisfying({ y: { near: 2.5, within: 0.6 } }), [0, 1, 2]);
  assertEquals(satisfying({ y: { near: 2.5, within: 0.5 } }), []); // the margin itself is outside
});

Deno.test("a condition compares two columns of a row", () => {
  assertEquals(satisfying({ x: { below: { column: "y" } } }), [0]);
  assertEquals(satisfying({ x: { equals: { column: "y" } } }), [1]);
  assertEquals(satisfying({ name: { equals: { column: "other" } } }), [0]);
  assertEquals(satisfying({ ok: { equals: { column: "same" } } }), [0]);
});

Deno.test("a missing value passes no comparison, not even with another missing value", () => {
  assertEquals(satisfying({ other: { equals: { column: "other" } } }), [0, 1]);
  assertEquals(satisfying({ y: { above: { column: "x" } } }), [0]);
  assertEquals(satisfying({ x: { missing: true } }), [2]);
  assertEquals(satisfying({ ok: { missing: false }, other: { missing: false } }), [0, 1]);
  assertEquals(satisfying({ not: { x: { atLeast: 1 } } }), [2]);
});

Deno.test("conditions combine", () => {
  assertEquals(satisfying({ any: [{ ok: true }, { y: 3 }] }), [0, 2]);
  assertEquals(satisfying({ all: [{ x: { above: 0 } }, { not: { ok: true } }] }), [1]);
  assertEquals(satisfying({ any: [] }), []);
  assertEquals(satisfying({}), [0, 1, 2]);
});

Deno.test("a condition with an unknown column or test is refused", () => {
  assertThrows(() => satisfying({ z: 1 }), RangeError, 'runs.csv has no column "z"');
  assertThrows(() => satisfying({ x: { over: 1 } }), RangeError, '"over"');
  assertThrows(() => satisfying({ name: { above: 1 } }), RangeError, "tests numbers only");
  assertThrows(() => satisfying({ x: { above: { column: "name" } } }), RangeError, "not numeric");
});

Deno.test("columnsRead finds every column, in combinations and bounds, too", () => {
  const condition = { any: [{ a: { above: { column: "b" } } }, { not: { c: true } }, { d: [1, 2] }] };
  assertEquals(columnsRead(condition), ["a", "b", "c", "d"]);
});
