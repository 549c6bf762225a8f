import { assert, assertEquals } from "@std/assert";
import { ACTIVATIONS, bindActivation } from "../../../core/components/activations.ts";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { formula, type Labelled, labelled } from "../../../core/arithmetic/labelled.ts";
import { addInput, ADDITIVE_IDENTITY } from "../../../core/network.ts";

const text = (value: Labelled) => formula(value, () => undefined).text;

Deno.test("labelled numbers have a value and a derivation", () => {
  const m = labelled(), x = m.named("x", 3), y = m.named("y", -2);
  const value = m.div(m.sub(m.mul(x, y), m.exp(y)), m.add(x, m.constant(0.5)));
  assertEquals(value.value, (3 * -2 - NUMBERS.exp(-2)) / 3.5);
  assertEquals(text(value), "(x·y - exp(y)) / (x + 0.5)");
});

Deno.test("labelled returns one object for equal operations on the same operands", () => {
  const m = labelled(), x = m.named("x", 3), y = m.named("y", 3);
  assert(m.mul(x, m.constant(2)) === m.mul(x, m.constant(2)));
  assert(m.mul(x, y) !== m.mul(y, x));
  assert(m.add(x, x) !== m.add(x, y));
  assert(m.constant(0) !== m.constant(-0));
  assert(m.named("x", 3) === x);
});

Deno.test("labelled choices show only the chosen operand", () => {
  const m = labelled(), x = m.named("x", 3), y = m.named("y", -2), never = m.log(y);
  assertEquals([text(m.min(x, y)), text(m.max(x, y))], ["y", "x"]);
  assertEquals(text(m.ifLess(y, x, m.sqrt(x), never)), "√(x)");
  assertEquals(text(m.ifEqual(x, y, never, m.abs(y))), "|y|");
  assert(m.max(x, y) !== x); // so that a relu can be named apart from its argument
  assertEquals(m.max(m.named("nan", NaN), x).value, NaN);
});

Deno.test("labelled shows the derivation that a shortcut skips, with the shortcut's value", () => {
  const m = labelled(), w = m.named("w", -5), zero = m.named("x", 0), start = m.constant(ADDITIVE_IDENTITY);
  const sum = addInput(m, start, w, zero);
  assertEquals([text(sum), Object.is(sum.value, -0)], ["w·x", true]);
  const infinite = m.named("w", Infinity);
  assertEquals(addInput(m, m.named("s", 1), infinite, zero), m.named("s", 1));
});

Deno.test("formula uses brackets only where necessary", () => {
  const m = labelled(), [a, b, c] = ["a", "b", "c"].map((name) => m.named(name, 2)) as [Labelled, Labelled, Labelled];
  assertEquals(text(m.add(m.add(a, b), c)), "a + b + c");
  assertEquals(text(m.add(a, m.add(b, c))), "a + (b + c)");
  assertEquals(text(m.sub(a, m.sub(b, c))), "a - (b - c)");
  assertEquals(text(m.mul(m.mul(a, b), c)), "a·b·c");
  assertEquals(text(m.mul(a, m.mul(b, c))), "a·(b·c)");
  assertEquals(text(m.mul(m.div(a, b), c)), "(a / b)·c");
  assertEquals(text(m.div(a, m.mul(b, c))), "a / (b·c)");
  assertEquals(text(m.div(m.mul(a, b), c)), "a·b / c");
  assertEquals(text(m.div(m.div(a, b), c)), "(a / b) / c");
  assertEquals(text(m.sub(m.constant(0), m.add(a, b))), "-(a + b)");
  assertEquals(text(m.mul(m.constant(-2), a)), "(-2)·a");
  assertEquals(text(m.add(m.constant(-2), m.constant(-3))), "-2 + (-3)");
});

for (const name of Object.keys(ACTIVATIONS)) {
  Deno.test(`labelled gives the values of plain numbers in ACTIVATIONS.${name}`, () => {
    const activation = bindActivation({ name, slope: 0.01, alpha: 1 }), m = labelled();
    for (const [i, x] of [-800, -2.5, -1e-9, 0, 0.3, 4, 750].entries()) {
      const z = m.named(`z${i}`, x), value = activation.value(NUMBERS, x), labelledValue = activation.value(m, z);
      assertEquals(labelledValue.value, value);
      assertEquals(activation.derivative(m, z, labelledValue).value, activation.derivative(NUMBERS, x, value));
    }
  });
}
