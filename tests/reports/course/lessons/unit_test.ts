/** The lesson on a unit, against the core and the host's functions. */
import { assertEquals } from "@std/assert";
import { trainNetwork } from "../../../../core/train_network.ts";
import { decimal } from "../../../../reports/course/lesson.ts";
import { unit } from "../../../../reports/course/lessons/unit/unit.ts";
import { ONE_UNIT } from "./checks.ts";

Deno.test("unit: the outputs are those of the core's untrained net, and the exercises follow", () => {
  const { numbers: { sum: v, output, sigmoids, constant, sharp } } = unit;
  const logistic = (v: number) => 1 / (1 + Math.exp(-v));
  const { checkpoints: [start] } = trainNetwork({
    ...ONE_UNIT,
    epochs: 0,
    data: { name: "x1", encoding: "binary", constant: true },
    parameters: [{ W: [[0.4, -0.8, 0.1]] }],
  });
  const outputs = (start!.outputs as readonly number[]).map((y) => decimal(y, 4));
  assertEquals(unit.prints(), outputs.join(" "));
  assertEquals([v, output], [decimal(0.4 + 0.1, 1), outputs[2]]);
  assertEquals(constant, { sum: "0.1", output: outputs[0]! });
  assertEquals(sigmoids, [0, 2, -2].map((v) => decimal(logistic(v), 4)) as [string, string, string]);
  assertEquals(sharp, { sum: "5", output: decimal(logistic(5), 4) });
});
