/** The derivations and programs of all lessons. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  apply,
  derivative,
  derivativeName,
  evaluate,
  exp,
  fraction,
  minus,
  product,
  sigmoid,
  square,
  sum,
  type Values,
  withDefinitions,
  withNumbers,
} from "../../../reports/course/formula/expression.ts";
import { computed, equal, type Line, lineHtml } from "../../../reports/course/formula/mathml.ts";
import type { Lesson, Step } from "../../../reports/course/lesson.ts";
import { LESSONS } from "../../../reports/course/lessons.ts";

const lessons: readonly Lesson[] = Object.values(LESSONS);

for (const lesson of lessons) {
  Deno.test(`${lesson.id}: every line of every step holds for its numbers`, () => {
    const steps: readonly Step[] = [
      ...Object.values(lesson.parts).flatMap((part) => Object.values(part)),
      lesson.update,
    ];
    let lines = 0;
    for (const { lines: all = [], values = {} } of steps) {
      for (const line of all.filter(({ relation = "=" }) => relation === "=")) {
        const [first, ...others] = line.chain.map((expression) => evaluate(expression, values));
        others.forEach((other) => assertAlmostEquals(other, first!, 1e-12, JSON.stringify(line)));
        lines++;
      }
    }
    assert(lines > 5);
  });

  Deno.test(`${lesson.id}: the program prints what the lesson says`, () => {
    const printed: string[] = [];
    new Function("console", lesson.code)({ log: (text: string) => printed.push(text) });
    assertEquals(printed, [lesson.prints()]);
    assert(lesson.code.split("\n").length <= 26 && lesson.code.split("\n").every((line) => line.length <= 80));
  });
}

type Model = NonNullable<Lesson["model"]>;

/** The derivative of one quantity by another, which is held as if it were given. */
function numericalDerivative({ given, definitions }: Model, of: string, by: string): number {
  const value = withDefinitions(given, definitions)[by]!;
  const at = (shift: number) => withDefinitions({ ...given, [by]: value + shift }, definitions)[of]!;
  const step = 1e-5;
  // of fourth order, for slopes of logarithms near 0
  return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
}

for (const { id, model } of lessons.filter(({ model }) => model)) {
  Deno.test({
    name: `${id}: every derivative is the slope that differences show, and every δ a slope's negative`,
    fn: () => {
      const values = withDefinitions(model!.given, model!.definitions);
      let derivatives = 0;
      for (const [name] of model!.definitions) {
        const [of, by] = name.split("/").map((part) => part.replace("∂", "")) as [string, string?];
        if (by !== undefined) {
          assertAlmostEquals(values[derivativeName(of, by)]!, numericalDerivative(model!, of, by), 1e-9, name);
          derivatives++;
        } else if (of.startsWith("δ")) {
          assertAlmostEquals(values[of]!, -numericalDerivative(model!, "E", of.replace("δ", "v")), 1e-9, name);
        } else if (of.startsWith("e_")) {
          assertAlmostEquals(values[of]!, -numericalDerivative(model!, "E", of.replace("e", "h")), 1e-9, name);
        }
      }
      assert(derivatives > 0);
    },
  });
}

Deno.test("lineHtml typesets products, signs, powers and numbers", () => {
  const text = (line: Line, values: Values) => lineHtml(line, values).html.replaceAll(/<[^>]+>/g, "").trim();
  assertEquals(
    text(computed("v", sum(product("u", "h"), product(2, "c"))), { u: -1, h: 0.5, c: 3 }),
    "v =uh+2c =−1·0.5+2·3 =5.5",
  );
  assertEquals(text(computed("E", square(sum("d", -1))), { d: 3 }), "E =(d−1)2 =(3−1)2 =4");
  // five numbers with decimals break between their terms
  const dot = sum(product("u_1", "h_1"), product("u_2", "h_2"), "c");
  const numbers = { u_1: 0.5, u_2: -0.5, h_1: 0.25, h_2: 0.75, c: 0.5 };
  assertEquals(text(computed("v", dot), numbers), "v =u1h1+u2h2+c =0.5·0.25 −0.5·0.75 +0.5 =0.25");
  assertEquals(text(computed("v", dot), { ...numbers, c: 1 }), "v =u1h1+u2h2+c =0.5·0.25−0.5·0.75+1 =0.75");
  // three in a product break between its factors
  const slope = product("y", minus(1, "y"), "e");
  assertEquals(text(computed("δ", slope), { y: 0.5, e: -0.5 }), "δ =y(1−y)e =0.5 ·(1−0.5) ·(−0.5) =−0.125");
  assertEquals(text(computed("δ", slope), { y: 0.5, e: 1 }), "δ =y(1−y)e =0.5·(1−0.5)·1 =0.25");
  assertEquals(text(computed("y", sigmoid(0)), {}), "y =σ(0) =0.5");
  assertEquals(text(computed("w′", apply("max", 0, "w_1")), { w_1: -2 }), "w′ =max(0,w1) =max(0,−2) =0");
  assertEquals(text(equal(apply("ln", fraction("y", 2)), product(exp("a"), exp("b"))), {}), "ln(y2) =ea·eb");
  assertEquals(evaluate(withNumbers(derivative("E", "v"), { "∂E/∂v": 2 }), {}), 2);
});
