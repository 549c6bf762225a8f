/** The lesson on activation functions, against the host's functions. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { withDefinitions } from "../../../../reports/course/formula/expression.ts";
import { activationFunctions } from "../../../../reports/course/lessons/activation_functions/activation_functions.ts";
import { curveAt, SHOWN } from "../../../../reports/course/lessons/activation_functions/activations_figure.ts";

const HOST = {
  step: (v: number) => v >= 0 ? 1 : 0,
  sigmoid: (v: number) => 1 / (1 + Math.exp(-v)),
  tanh: Math.tanh,
  relu: (v: number) => Math.max(0, v),
};

Deno.test("activation-functions: the figure draws the functions and their slopes, away from corners", () => {
  for (const name of SHOWN) {
    for (const v of [-3, -0.7, 0.4, 2.5]) {
      const { value, slope } = curveAt(name, v);
      assertAlmostEquals(value, HOST[name](v), 1e-12, name);
      assertAlmostEquals(slope, (HOST[name](v + 1e-5) - HOST[name](v - 1e-5)) / 2e-5, 1e-9, name);
    }
  }
});

Deno.test("activation-functions: the formulas hold for negative sums too, except the slope of ReLU, which is 0 there", () => {
  const { definitions } = activationFunctions.model!;
  const at = withDefinitions({ v: -1.5 }, definitions);
  assertAlmostEquals(at.y!, HOST.sigmoid(-1.5), 1e-15);
  assertAlmostEquals(at.t!, HOST.tanh(-1.5), 1e-15);
  assertEquals([at.r, curveAt("relu", -1.5).slope, curveAt("relu", 0).slope], [0, 0, 0]);
});

Deno.test("activation-functions: the answers to the exercises are computed right", () => {
  const { slopes, weaker, steeper } = activationFunctions.numbers;
  assertEquals(slopes, ["0.2500", "0.1050", "0.0066"]);
  assertEquals([weaker, steeper], ["38", "4"]);
  assert(HOST.sigmoid(1) - HOST.sigmoid(0) > HOST.sigmoid(2) - HOST.sigmoid(1));
});
