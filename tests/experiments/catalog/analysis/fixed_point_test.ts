import { assert, assertAlmostEquals } from "@std/assert";
import { parseConfig } from "../../../../core/config/parse_config.ts";
import { prepare } from "../../../../core/train_network.ts";
import { fixedPointOf } from "../../../../experiments/catalog/analysis/fixed_point.ts";
import fixture from "../../../fixtures/xor_fixed_points.json" with { type: "json" };

for (const [id, { W, spectralRadius }] of Object.entries(fixture.fixedPoints)) {
  Deno.test(`fixedPointOf finds ${id}, and how an epoch contracts there`, () => {
    const [, loss, alpha, order] = /^(\w+) alpha=(\S+) order=(\d+)$/.exec(id)!;
    const { config } = parseConfig({
      data: { name: "xor", constant: true },
      network: { inputs: 3, layers: [{ units: 1, activation: "sigmoid", bias: false }] },
      seed: 1,
      loss: loss === "sse" ? "halfSquaredError" : "crossEntropy",
      optimizer: { name: "gradientDescent", learningRate: Number(alpha) },
      batch: "online",
      order: [...order!].map(Number),
      epochs: 1,
    });
    const point = fixedPointOf(prepare(config));
    assert(point !== undefined);
    // rounding of an epoch, 1e-16, times up to 1 / (1 − contraction), below 10^4
    W.forEach((w, i) => assertAlmostEquals(point.parameters[i]!, Number(w), 1e-12));
    // the fixture has 12 digits
    assertAlmostEquals(point.contraction, Number(spectralRadius), 1e-11);
  });
}
