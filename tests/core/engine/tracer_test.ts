import { assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { evaluator, valuesOf } from "../../../core/engine/interpret.ts";
import { type Tracer, tracer } from "../../../core/engine/tracer.ts";
import { ALL_NUMBERS, bitsOf, cook, ODD_NUMBERS, programOf, recipe, SETTINGS, STATE, WIDTH } from "./programs.ts";

const CHECKED = { seed: 7, numRuns: 300 };

/** Traces something of one unknown x. */
function of(rule: (m: Tracer["m"], x: number) => number) {
  const { m, list, source } = tracer(), x = source("state", 0);
  return { result: rule(m, x), x, list, m };
}

/** What a list's operation comes to for x. */
function at(list: Tracer["list"], result: number, x: number): number {
  const values = valuesOf(list);
  list.forEach(({ name }, i) => name === "state" && (values[i] = x));
  evaluator(list, [result])(values);
  return values[result]!;
}

Deno.test("tracer shares equal operations, whatever the order of what is added or multiplied", () => {
  const { m, source } = tracer(), a = source("state", 0), b = source("setting", 0);
  assertEquals(m.add(a, b), m.add(b, a));
  assertEquals(m.mul(a, b), m.mul(b, a));
  assertEquals(m.ifEqual(a, b, a, b), m.ifEqual(b, a, a, b));
  assertEquals(m.abs(m.sub(a, b)), m.abs(m.sub(b, a)));
  assertNotEquals(m.sub(a, b), m.sub(b, a));
  assertNotEquals(m.min(a, b), m.min(b, a));
  assertNotEquals(source("state", 0), source("setting", 0));
  assertNotEquals(m.constant(0), m.constant(-0));
});

Deno.test("tracer leaves out what changes no bit", () => {
  const same: readonly ((m: Tracer["m"], x: number) => number)[] = [
    (m, x) => m.mul(x, m.constant(1)),
    (m, x) => m.mul(m.constant(1), x),
    (m, x) => m.div(x, m.constant(1)),
    (m, x) => m.add(m.constant(-0), x),
    (m, x) => m.add(x, m.constant(-0)),
    (m, x) => m.sub(x, m.constant(0)),
    (m, x) => m.ifLess(m.constant(1), m.constant(2), x, m.constant(5)),
    (m, x) => m.ifEqual(m.constant(0), m.constant(-0), x, m.constant(5)),
    (m, x) => m.ifEqual(m.constant(NaN), m.constant(NaN), m.constant(5), x),
    (m, x) => m.ifLess(x, m.constant(3), x, x),
  ];
  for (const rule of same) {
    const { result, x } = of(rule);
    assertEquals(result, x, String(rule));
  }
});

Deno.test("tracer drops a bound that an earlier one implies, and keeps one that it does not", () => {
  const bounded = of((m, x) => m.min(m.max(m.min(x, m.constant(700)), m.constant(-745.5)), m.constant(710)));
  assertEquals(bounded.list.filter(({ name }) => name === "min").length, 1);
  const other = of((m, x) => m.min(m.max(m.min(x, m.constant(700)), m.constant(-745.5)), m.constant(699)));
  assertEquals(other.list.filter(({ name }) => name === "min").length, 2);
  // min answers x where the bound is NaN, so it bounds nothing
  const loose = of((m, x) => m.min(m.min(x, m.sqrt(x)), m.constant(710)));
  assertEquals(loose.list.filter(({ name }) => name === "min").length, 2);
});

Deno.test("tracer keeps what changes a bit of some number", () => {
  const different: readonly ((m: Tracer["m"], x: number) => number)[] = [
    (m, x) => m.add(x, m.constant(0)), // −0 + 0 is 0
    (m, x) => m.sub(x, m.constant(-0)),
    (m, x) => m.mul(x, m.constant(0)), // ∞ · 0 is NaN, −1 · 0 is −0
    (m, x) => m.sub(m.constant(0), x),
    (m, x) => m.sub(x, x), // ∞ − ∞ is NaN
    (m, x) => m.div(x, x),
    (m, x) => m.ifEqual(x, x, m.constant(1), m.constant(2)), // NaN differs from itself
  ];
  for (const rule of different) {
    const { list, result } = of(rule);
    assertNotEquals(list[result]!.operands.length, 0, String(rule));
  }
});

Deno.test("tracer divides by a power of two as it multiplies, to the last bit", () => {
  for (const divisor of [2, -4, 0.125, 2 ** -900]) {
    const { list, result } = of((m, x) => m.div(x, m.constant(divisor)));
    assertEquals(list[result]!.name, "mul");
    assertEquals(bitsOf(ODD_NUMBERS.map((x) => at(list, result, x))), bitsOf(ODD_NUMBERS.map((x) => x / divisor)));
  }
  for (const divisor of [3, 0, Infinity, 5e-324]) {
    const { list, result } = of((m, x) => m.div(x, m.constant(divisor)));
    assertEquals(list[result]!.name, "div");
  }
});

Deno.test("tracer makes constants of constants as the numbers do", () => {
  fc.assert(
    fc.property(recipe, (recipe) => {
      const sources = [...ODD_NUMBERS].slice(0, STATE + SETTINGS + WIDTH), { m, list } = tracer();
      const cooked = cook(m, recipe, sources.map((value) => m.constant(value)));
      const values = valuesOf(list);
      evaluator(list, cooked)(values);
      assertEquals(bitsOf(cooked.map((i) => values[i]!)), bitsOf(cook(ALL_NUMBERS, recipe, sources)));
    }),
    CHECKED,
  );
});

Deno.test("tracer names only operations that come before, and none twice", () => {
  fc.assert(
    fc.property(recipe, (recipe) => {
      const { list } = programOf(recipe),
        texts = list.map((operation) => JSON.stringify({ ...operation, table: null }));
      list.forEach(({ operands }, i) => operands.forEach((a) => assertEquals(a < i, true)));
      const constants = list.filter(({ name }) => name === "constant").length; // JSON knows neither −0 nor NaN
      assertEquals(new Set(texts).size >= texts.length - constants, true);
    }),
    CHECKED,
  );
});
