import { assert, assertEquals } from "@std/assert";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { outputsOf, prepare } from "../../../core/train_network.ts";
import { sufficientUnits } from "../../../experiments/catalog/parity.ts";

Deno.test("sufficientUnits is n/2 + 1 for even n and (n + 1)/2 for odd n", () => {
  assertEquals([2, 3, 4, 5, 6, 7].map(sufficientUnits), [2, 2, 3, 3, 4, 4]);
});

Deno.test("sufficientUnits suffice for parity of two and three bits: weights written by hand", () => {
  const sigmoid = { activation: "sigmoid", bias: true } as const;
  // over the number of ones, for three bits the second unit rises gently, and the first takes a step back half-way
  const solutions = [
    { bits: 2, W: [20, 20], b: [-10, -30], output: [20, -40], bias: -10 },
    { bits: 3, W: [40, 2], b: [-60, -3], output: [-20.5, 30], bias: -4.75 },
  ];
  for (const { bits, W, b, output, bias } of solutions) {
    const { config } = parseConfig({
      data: `parity${bits}`,
      network: { inputs: bits, layers: [{ units: 2, ...sigmoid }, { units: 1, ...sigmoid }] },
      parameters: [{ W: W.map((w) => new Array(bits).fill(w)), b }, { W: [output], b: [bias] }],
      loss: "crossEntropy",
      optimizer: { name: "gradientDescent", learningRate: 1 },
      epochs: 0,
    });
    const training = prepare(config);
    outputsOf(training, training.start).forEach(([y], row) =>
      assert(Math.abs(y! - training.rows[row]!.targets[0]!) < 0.1, `${bits} bits, row ${row}: ${y}`)
    );
  }
});
