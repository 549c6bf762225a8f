import { assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { changed, layers, OUTPUT, PARAMETERS, PERCEPTRON, SEEDLESS, table, VALID } from "./configs.ts";

Deno.test("parseConfig fills in the documented defaults", () => {
  assertEquals(parseConfig(VALID), {
    engine: "auto",
    config: {
      data: { name: "xor", encoding: "binary", constant: false },
      network: {
        inputs: 2,
        layers: [
          { units: 2, activation: { name: "tanh" }, bias: true },
          { units: 1, activation: { name: "sigmoid" }, bias: false },
        ],
      },
      seed: 1,
      initializer: { name: "uniform", low: -1, high: 1, scale: 1, biases: "drawn" },
      loss: { name: "crossEntropy", reduction: "mean" },
      optimizer: { name: "gradientDescent", learningRate: 1, weightDecay: 0 },
      batch: "full",
      order: "fixed",
      epochs: 20,
      unit: "epoch",
      checkpoints: null,
      gradient: false,
      check: { every: 10, tolerance: 0.1 },
      stop: null,
    },
  });
});

Deno.test("parseConfig fills in the settings of activations, losses and initialisers with PyTorch's defaults", () => {
  const activation = (name: string) =>
    parseConfig(layers({ ...OUTPUT, activation: name })).config.network.layers[0]!.activation;
  assertEquals(activation("leakyRelu"), { name: "leakyRelu", slope: 0.01 });
  assertEquals(activation("elu"), { name: "elu", alpha: 1 });
  assertEquals(parseConfig(changed({ loss: "huber" })).config.loss, { name: "huber", delta: 1, reduction: "mean" });
  assertEquals(parseConfig(changed({ initializer: "normal" })).config.initializer, {
    name: "normal",
    deviation: 1,
    scale: 1,
    biases: "drawn",
  });
});

/** A schedule without its optional setting. */
const STEP = { name: "step", every: 2 } as const;

Deno.test("parseConfig shows settings without a default only where they are given", () => {
  const optimizer = { name: "momentum", learningRate: 2, weightDecay: 0, clipNorm: 1, schedule: STEP } as const;
  const { config } = parseConfig(changed({ optimizer, loss: { name: "crossEntropy", smoothing: 0 } }));
  assertEquals(
    JSON.stringify([config.loss, config.optimizer]),
    '[{"name":"crossEntropy","smoothing":0,"reduction":"mean"},{"name":"momentum","learningRate":2,"momentum":0.9,' +
      '"reset":"never","weightDecay":0,"clipNorm":1,"schedule":{"name":"step","every":2,"decay":0.1}}]',
  );
});

/** Valid configs of every kind. */
const VALID_CONFIGS: readonly unknown[] = [
  VALID,
  PERCEPTRON,
  { ...PERCEPTRON, loss: null },
  { ...SEEDLESS, parameters: PARAMETERS },
  { ...SEEDLESS, initializer: { name: "constant", value: 0.5, biases: 0 } },
  changed({ parameters: PARAMETERS, order: "shuffled", batch: 3 }),
  changed({ data: { name: "lecture", constant: false }, seed: "a text" }),
  changed({ data: { name: "xor", encoding: "bipolar" }, loss: "crossEntropyFromLogits" }),
  table([[0, 1], [1, 1]], [[0.5], [1]]),
  changed({ order: [3, 1, 2, 0], batch: "online", epochs: undefined, steps: 7, unit: "step", checkpoints: [7, 0, 7] }),
  changed({ check: { every: 3 }, stop: { maxError: 0.2 }, gradient: true, engine: "reference" }),
  layers({ ...OUTPUT, activation: { name: "leakyRelu", slope: -1 } }),
  changed({
    loss: { name: "crossEntropy", smoothing: 0.5 },
    optimizer: { name: "adam", learningRate: 1, clipNorm: 2 },
  }),
  changed({ optimizer: { name: "gradientDescent", learningRate: 1, schedule: STEP } }),
  { ...PERCEPTRON, optimizer: { ...PERCEPTRON.optimizer, schedule: { name: "exponential", decay: 0.5 } } },
  changed({ data: { name: "spirals", points: 9, split: 0.7, seed: "a text" } }),
  changed({ data: { inputs: [[0, 1]], targets: [1], test: { inputs: [[1, 1], [0, 0]], targets: [0, 0] } } }),
];

for (const [i, config] of VALID_CONFIGS.entries()) {
  Deno.test(`parseConfig is idempotent, also through JSON: config ${i}`, () => {
    const { config: resolved } = parseConfig(config);
    assertEquals(parseConfig(resolved).config, resolved);
    assertEquals(parseConfig(JSON.parse(JSON.stringify(resolved))).config, resolved);
  });
}

Deno.test("parseConfig does not change its argument", () => {
  const given = structuredClone(VALID_CONFIGS[9]), before = structuredClone(given);
  const { config } = parseConfig(given);
  assertEquals(given, before);
  assertEquals(config.checkpoints, [0, 7]);
});

Deno.test("TrainConfig's types check names, settings and required fields", () => {
  const accept = (config: TrainConfig) => config;
  accept({ ...VALID, initializer: { name: "constant", value: 0.1, biases: "drawn" } });
  // @ts-expect-error: a misspelt activation
  accept({ ...VALID, network: { inputs: 2, layers: [{ ...OUTPUT, activation: "sigmoyd" }] } });
  // @ts-expect-error: a setting of another optimiser
  accept({ ...VALID, optimizer: { name: "adagrad", learningRate: 1, momentum: 0.9 } });
  accept({
    ...VALID,
    loss: { name: "crossEntropy", smoothing: 0.1 },
    optimizer: { ...VALID.optimizer, schedule: STEP },
  });
  // @ts-expect-error: a loss that takes no smoothing
  accept({ ...VALID, loss: { name: "hinge", smoothing: 0.1 } });
  // @ts-expect-error: a setting of another schedule
  accept({ ...VALID, optimizer: { ...VALID.optimizer, schedule: { name: "exponential", decay: 1, every: 2 } } });
  // @ts-expect-error: a loss that does not exist
  accept({ ...VALID, loss: "mse" });
});

Deno.test("parseConfig fills in the options of a set of points", () => {
  const { config } = parseConfig(changed({ data: "moons" }));
  assertEquals(config.data, {
    name: "moons",
    points: 100,
    noise: 0.1,
    split: 1,
    balance: 0.5,
    seed: 1,
    constant: false,
  });
  assertEquals(parseConfig(changed({ data: { name: "moons" }, seed: 2 })).config.data, config.data);
});
