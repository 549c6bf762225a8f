/** The lesson on gradient descent, against closed forms and differences. */
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { renderLesson, textsOf } from "../../../../reports/course/lesson_page.ts";
import { pathOver, weightAfter } from "../../../../reports/course/lessons/gradient_descent/descent.ts";
import { gradientDescent } from "../../../../reports/course/lessons/gradient_descent/gradient_descent.ts";
import { VALLEYS } from "../../../../reports/course/lessons/gradient_descent/ravine_figure.ts";
import { errorAt, SLOPE } from "../../../../reports/course/lessons/gradient_descent/slope_figure.ts";

Deno.test("gradient-descent: on the parabola the distance is multiplied by 1 − α", () => {
  for (const rate of [0.1, 0.5, 1, 1.9, 2.1]) {
    for (const steps of [1, 2, 3, 10]) {
      assertAlmostEquals(weightAfter(rate, steps), 2 - 2 * (1 - rate) ** steps, 1e-12);
    }
  }
  const distance = (steps: number) => Math.abs(weightAfter(2.1, steps) - 2);
  assertEquals([0, 1, 2].map((steps) => distance(steps).toFixed(2)), ["2.00", "2.20", "2.42"]);
});

Deno.test("gradient-descent: the drawn slope is that of the drawn curve, and the step leads down", () => {
  const { weight, rate } = SLOPE;
  const { error, slope } = errorAt(weight);
  assertAlmostEquals(slope, (errorAt(weight + 1e-5).error - errorAt(weight - 1e-5).error) / 2e-5, 1e-9);
  assert(errorAt(weight - rate * slope).error < error);
});

Deno.test("gradient-descent: the bowl's path is straight, the ravine's zigzags, and both arrive", () => {
  const { bowl, ravine } = VALLEYS;
  const paths = [bowl, ravine].map(({ steepness, rate, start, steps }) => pathOver(steepness, rate, start, steps));
  const [straight, zigzag] = paths as [typeof paths[0], typeof paths[0]];
  for (const [w1, w2] of straight) assertAlmostEquals(w2 / w1, bowl.start[1] / bowl.start[0], 1e-12);
  zigzag.slice(1).forEach(([w1, w2], i) => assert(w2 * zigzag[i]![1] < 0 && w1 < 0));
  for (const path of paths) assert(Math.hypot(...path.at(-1)!) < 0.2);
});

Deno.test("gradient-descent: the answers to the exercises are computed right", () => {
  const { away, landing, largest, factors, tenSteps } = gradientDescent.numbers;
  assertEquals(away, ["4.20", "−0.42"]);
  const [w1, w2] = pathOver(20, Number(landing), [1, 1], 1)[1]!;
  assertEquals([w1.toFixed(2), w2], ["0.95", 0]);
  const at = (rate: number) => Math.abs(pathOver(20, rate, [1, 1], 50)[50]![1]);
  assert(at(Number(largest) - 0.001) < 1 && at(Number(largest) + 0.001) > 1);
  assertEquals(factors, ["0.91", "−0.80"]);
  assertEquals(tenSteps, [0.91 ** 10, 0.8 ** 10].map((w) => w.toFixed(2)) as [string, string]);
});

Deno.test("gradient-descent: the figure of a step stands in its part, with its own description and caption", () => {
  for (const language of ["en", "ko"] as const) {
    const html = renderLesson("gradient-descent", language);
    const part = html.slice(html.indexOf('<section id="ravine"'), html.indexOf('<section id="finding"'));
    const step = textsOf("gradient-descent", language).parts.ravine!.steps.picture!;
    assert("figure" in step);
    assertStringIncludes(part, step.text.html);
    assertStringIncludes(part, `valleys-figure" role="img" aria-label="${step.figure.description}"`);
    assertStringIncludes(part, `<figcaption><p>${step.figure.caption.html}</p></figcaption>`);
  }
});
