import { assertEquals, assertGreaterOrEqual, assertLess, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { createEvaluator, initialValues } from "../../../../core/engine/interpret.ts";
import { createTracer, type Tracer } from "../../../../core/engine/plan/tracer.ts";
import {
  bitsOf,
  EDGE_NUMBERS,
  evaluateRecipe,
  FULL_NUMBERS,
  programOf,
  recipe,
  ROW_WIDTH,
  RUN_CONSTANT_COUNT,
  STATE_COUNT,
} from "../programs.ts";

const CHECKED = { seed: 7, numRuns: 300 };

/** Traces a function of one unknown x. */
function trace(rule: (m: Tracer["m"], x: number) => number) {
  const { m, operations, load } = createTracer(), x = load("state", 0);
  return { result: rule(m, x), x, operations, m };
}

/** The value of an operation for a given x. */
function valueAt(operations: Tracer["operations"], result: number, x: number): number {
  const values = initialValues(operations);
  operations.forEach(({ name }, i) => name === "state" && (values[i] = x));
  createEvaluator(operations, [result])(values);
  return values[result]!;
}

Deno.test("tracer shares equal operations, and ignores the order of summands and factors", () => {
  const { m, load } = createTracer(), a = load("state", 0), b = load("runConstant", 0);
  assertEquals(m.add(a, b), m.add(b, a));
  assertEquals(m.mul(a, b), m.mul(b, a));
  assertEquals(m.ifEqual(a, b, a, b), m.ifEqual(b, a, a, b));
  assertEquals(m.abs(m.sub(a, b)), m.abs(m.sub(b, a)));
  assertNotEquals(m.sub(a, b), m.sub(b, a));
  assertNotEquals(m.min(a, b), m.min(b, a));
  assertNotEquals(load("state", 0), load("runConstant", 0));
  assertNotEquals(m.constant(0), m.constant(-0));
});

Deno.test("tracer leaves out operations that change no bit", () => {
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
    const { result, x } = trace(rule);
    assertEquals(result, x, String(rule));
  }
});

Deno.test("tracer drops a bound that an earlier one implies, and keeps any other", () => {
  const bounded = trace((m, x) => m.min(m.max(m.min(x, m.constant(700)), m.constant(-745.5)), m.constant(710)));
  assertEquals(bounded.operations.filter(({ name }) => name === "min").length, 1);
  const other = trace((m, x) => m.min(m.max(m.min(x, m.constant(700)), m.constant(-745.5)), m.constant(699)));
  assertEquals(other.operations.filter(({ name }) => name === "min").length, 2);
  // min returns x if the bound is NaN, so it bounds nothing
  const loose = trace((m, x) => m.min(m.min(x, m.sqrt(x)), m.constant(710)));
  assertEquals(loose.operations.filter(({ name }) => name === "min").length, 2);
});

Deno.test("tracer keeps operations that change a bit of some number", () => {
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
    const { operations, result } = trace(rule);
    assertNotEquals(operations[result]!.operands.length, 0, String(rule));
  }
});

Deno.test("tracer turns division by a power of two into an exact multiplication", () => {
  for (const divisor of [2, -4, 0.125, 2 ** -900]) {
    const { operations, result } = trace((m, x) => m.div(x, m.constant(divisor)));
    assertEquals(operations[result]!.name, "mul");
    assertEquals(
      bitsOf(EDGE_NUMBERS.map((x) => valueAt(operations, result, x))),
      bitsOf(EDGE_NUMBERS.map((x) => x / divisor)),
    );
  }
  for (const divisor of [3, 0, Infinity, 5e-324]) {
    const { operations, result } = trace((m, x) => m.div(x, m.constant(divisor)));
    assertEquals(operations[result]!.name, "div");
  }
});

Deno.test("tracer folds constants to the same bits as plain numbers", () => {
  fc.assert(
    fc.property(recipe, (recipe) => {
      const loads = EDGE_NUMBERS.slice(0, STATE_COUNT + RUN_CONSTANT_COUNT + ROW_WIDTH);
      const { m, operations } = createTracer();
      const results = evaluateRecipe(m, recipe, loads.map((value) => m.constant(value)));
      const values = initialValues(operations);
      createEvaluator(operations, results)(values);
      assertEquals(bitsOf(results.map((i) => values[i]!)), bitsOf(evaluateRecipe(FULL_NUMBERS, recipe, loads)));
    }),
    CHECKED,
  );
});

Deno.test("tracer lists each operation after its operands, and none twice", () => {
  fc.assert(
    fc.property(recipe, (recipe) => {
      const { operations } = programOf(recipe);
      operations.forEach(({ operands }, i) => operands.forEach((a) => assertLess(a, i)));
      const texts = operations.map((operation) => JSON.stringify({ ...operation, table: null }));
      const constants = operations.filter(({ name }) => name === "constant").length; // JSON has neither −0 nor NaN
      assertGreaterOrEqual(new Set(texts).size, texts.length - constants);
    }),
    CHECKED,
  );
});
