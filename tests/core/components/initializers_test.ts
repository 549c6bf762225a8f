import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import {
  bindInitializer,
  type Fans,
  type InitializerName,
  INITIALIZERS,
} from "../../../core/components/initializers.ts";
import { type Stream, stream } from "../../../core/random.ts";
import type { Choice } from "../../../core/components/settings.ts";
import { trainNetwork } from "../../../core/train_network.ts";

const FANS: Fans = { fanIn: 5, fanOut: 3 }, DRAWS = 20_000;

/** An initialiser and the moments of its distribution for FANS. */
interface Expected {
  readonly choice: Choice;
  readonly mean: number;
  readonly deviation: number;
  /** The fourth moment divided by the squared variance: 1.8 if uniform, 3 if normal. */
  readonly kurtosis: number;
}

const uniform = (low: number, high: number) => ({
  mean: (low + high) / 2,
  deviation: (high - low) / Math.sqrt(12),
  kurtosis: 1.8,
});
const normal = (deviation: number) => ({ mean: 0, deviation, kurtosis: 3 });
const symmetric = (bound: number) => uniform(-bound, bound);

const EXPECTED: Readonly<Record<Exclude<InitializerName, "constant">, Expected>> = {
  uniform: { choice: { name: "uniform", low: -1, high: 3, scale: 2 }, ...uniform(-2, 6) },
  normal: { choice: { name: "normal", deviation: 0.5, scale: 3 }, ...normal(1.5) },
  // Glorot & Bengio 2010, equation 16: ±√6 / √(fanIn + fanOut).
  glorotUniform: { choice: { name: "glorotUniform", scale: 1 }, ...symmetric(Math.sqrt(6 / 8)) },
  glorotNormal: { choice: { name: "glorotNormal", scale: 0.1 }, ...normal(0.1 * Math.sqrt(2 / 8)) },
  // He et al. 2015, equation 10: deviation √(2 / fanIn).
  heUniform: { choice: { name: "heUniform", scale: 1 }, ...symmetric(Math.sqrt(6 / 5)) },
  heNormal: { choice: { name: "heNormal", scale: 1 }, ...normal(Math.sqrt(2 / 5)) },
  lecunNormal: { choice: { name: "lecunNormal", scale: 1 }, ...normal(Math.sqrt(1 / 5)) },
};

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

for (const [name, { choice, mean, deviation, kurtosis }] of Object.entries(EXPECTED)) {
  Deno.test(`INITIALIZERS.${name} has the mean, deviation and kurtosis of its formula`, () => {
    const random = stream(name, "init"), draw = bindInitializer(choice);
    const scores = Array.from({ length: DRAWS }, () => (draw(random, FANS) - mean) / deviation);
    // Five standard errors: 1/√n of the mean, √((kurtosis − 1)/n) of the variance, at most √(96/n) of the kurtosis.
    const error = 5 / Math.sqrt(DRAWS);
    assertAlmostEquals(average(scores), 0, error);
    assertAlmostEquals(average(scores.map((s) => s * s)), 1, error * Math.sqrt(kurtosis - 1));
    assertAlmostEquals(average(scores.map((s) => s * s * s * s)), kurtosis, error * Math.sqrt(96));
    if (kurtosis === 1.8) assertLess(Math.max(...scores.map(Math.abs)), Math.sqrt(3));
  });
}

Deno.test("INITIALIZERS are all tested, and constant returns its value", () => {
  assertEquals(Object.keys(INITIALIZERS).sort(), [...Object.keys(EXPECTED), "constant"].sort());
  const random = stream("1", "init"), draw = bindInitializer({ name: "constant", value: 0.25, scale: -2 });
  assertEquals([draw(random, FANS), draw(random, FANS)], [-0.5, -0.5]);
});

Deno.test("INITIALIZERS.normal is the cosine branch of Box and Muller", () => {
  const doubles = stream("1", "init"), u = doubles.double(), v = doubles.double();
  const drawn = bindInitializer({ name: "normal", deviation: 1, scale: 1 })(stream("1", "init"), FANS);
  // JavaScript's own functions differ from the core's in the last digits.
  assertAlmostEquals(drawn, Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v), 1e-14);
});

Deno.test("trainNetwork draws layer by layer: weights unit by unit, then the biases of the layer", () => {
  const drawFrom = (random: Stream) => (count: number) => Array.from({ length: count }, () => random.uniform(-1, 1));
  const draw = drawFrom(stream("7", "init")), next = drawFrom(stream("7", "init"));
  const network = {
    inputs: 2,
    layers: [
      { units: 2, activation: "tanh", bias: true },
      { units: 2, activation: "tanh", bias: false },
      { units: 1, activation: "sigmoid", bias: true },
    ],
  } as const;
  const config = {
    data: "xor",
    network,
    seed: 7,
    loss: "squaredError",
    optimizer: { name: "gradientDescent", learningRate: 1 },
    epochs: 0,
  } as const;
  const [start] = trainNetwork(config).checkpoints;
  assertEquals(start!.parameters, [
    { W: [draw(2), draw(2)], b: draw(2) },
    { W: [draw(2), draw(2)] },
    { W: [draw(2)], b: draw(1) },
  ]);
  const [zeroed] = trainNetwork({ ...config, initializer: { name: "uniform", biases: 0 } }).checkpoints;
  assertEquals(zeroed!.parameters, [
    { W: [next(2), next(2)], b: [0, 0] },
    { W: [next(2), next(2)] },
    { W: [next(2)], b: [0] },
  ]);
});

Deno.test("trainNetwork passes each layer's own fans to the initialiser", () => {
  const [start] = trainNetwork({
    data: "parity3",
    network: {
      inputs: 3,
      layers: [{ units: 400, activation: "tanh", bias: false }, { units: 1, activation: "sigmoid", bias: false }],
    },
    seed: "fans",
    initializer: "heUniform",
    loss: "squaredError",
    optimizer: { name: "gradientDescent", learningRate: 1 },
    epochs: 0,
  }).checkpoints;
  const [hidden, output] = start!.parameters.map(({ W }) => Math.max(...W.flat().map(Math.abs)));
  // The largest of 1,200 and of 400 draws comes within 3 % of the bound √(6 / fanIn).
  for (const [largest, fanIn] of [[hidden!, 3], [output!, 400]] as const) {
    const bound = Math.sqrt(6 / fanIn);
    assert(largest < bound && largest > 0.97 * bound, `${largest} of ${bound}`);
  }
});
