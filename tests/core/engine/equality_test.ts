/** All engines give the same bits, for every activation, loss and optimiser, and every batch size and row order. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { type ActivationName, ACTIVATIONS } from "../../../core/components/activations.ts";
import { LOSSES, type LossName } from "../../../core/components/losses.ts";
import { type OptimizerName, OPTIMIZERS } from "../../../core/components/optimizers.ts";
import type { TrainConfig } from "../../../core/config/config.ts";
import { type Backend, interpreterBackend, wasmBackend } from "../../../core/engine/backend.ts";
import { wrapKernels } from "./programs.ts";
import { BASE, kernelTexts, layersOf, referenceTexts, trainingsOf } from "./trainings.ts";

const INTERPRETER = interpreterBackend(), WEB_ASSEMBLY = wasmBackend();
const activations = Object.keys(ACTIVATIONS) as ActivationName[], losses = Object.keys(LOSSES) as LossName[];
const optimizers = Object.keys(OPTIMIZERS) as OptimizerName[];

/** Batch sizes and row orders. */
const BATCHES = [
  { batch: "full" },
  { batch: "online" },
  { batch: 3 },
  { batch: "online", order: "shuffled" },
  { batch: 3, order: "shuffled" },
  { batch: "online", order: [2, 0, 3, 1] },
  { batch: 2, order: [3, 1, 2, 0] },
] as const satisfies readonly Partial<TrainConfig>[];

function assertEqualEngines(config: TrainConfig, seeds = 3): string[] {
  const trainings = trainingsOf(config, seeds), expected = referenceTexts(trainings);
  assertEquals(kernelTexts(trainings, INTERPRETER), expected);
  assertEquals(kernelTexts(trainings, WEB_ASSEMBLY), expected);
  return expected;
}

/** An optimiser with a loss and a network that it can train. */
function ruleWith(name: OptimizerName, rate: number): Pick<TrainConfig, "optimizer" | "loss" | "network"> {
  const optimizer = { name, learningRate: rate };
  if (name === "perceptron") return { optimizer, loss: null, network: layersOf(2, [1, "step"]) };
  return { optimizer, loss: BASE.loss, network: BASE.network };
}

for (const [i, activation] of activations.entries()) {
  Deno.test(`ACTIVATIONS.${activation} gives the same bits on every engine, under every loss`, () => {
    for (const [j, loss] of losses.entries()) {
      const optimizer = { name: optimizers[(i + j) % (optimizers.length - 1)]!, learningRate: 0.05 };
      assert(optimizer.name !== "perceptron");
      const network = layersOf(2, [2, activation], [1, (i + j) % 2 ? activation : "sigmoid"]);
      assertEqualEngines({ ...BASE, ...BATCHES[(i + j) % BATCHES.length], network, loss, optimizer } as TrainConfig);
    }
  });
}

for (const name of optimizers) {
  Deno.test(`OPTIMIZERS.${name} gives the same bits on every engine, for every batch size and row order`, () => {
    for (const batch of BATCHES) assertEqualEngines({ ...BASE, ...ruleWith(name, 0.1), ...batch });
  });
}

/** Settings that change the gradient or the rate, each alone and with others. */
const REGULARISATION = [
  { clipNorm: 0.05 },
  { weightDecay: 0.1 },
  { schedule: { name: "exponential", decay: 0.9 } },
  { schedule: { name: "inverseTime", decay: 0.25 } },
  { schedule: { name: "step", every: 3, decay: 0.5 } },
  { clipNorm: 0.02, weightDecay: 0.3, schedule: { name: "step", every: 5 } },
  { clipNorm: 3, schedule: { name: "exponential", decay: 1.01 } },
] as const;

for (const [i, name] of optimizers.filter((name) => name !== "perceptron").entries()) {
  Deno.test(`OPTIMIZERS.${name} with clipping, decay and schedules gives the same bits on every engine`, () => {
    for (const [j, batch] of BATCHES.entries()) {
      for (const k of [0, 3]) {
        const settings = REGULARISATION[(i + j + k) % REGULARISATION.length];
        const optimizer = { name, learningRate: 0.1, ...settings } as TrainConfig["optimizer"];
        const loss = { name: "crossEntropy", smoothing: 0.2 } as const;
        assertEqualEngines({ ...BASE, ...batch, optimizer, ...(k > 0 && { loss }) });
      }
    }
  });
}

Deno.test("schedules give the same bits on every engine in every plan, and where a run ends within an epoch", () => {
  const schedule = { name: "step", every: 2, decay: 0.5 } as const;
  const momentum = { name: "momentum", learningRate: 0.1, schedule } as const;
  const wide = layersOf(5, [8, "tanh"], [1, "sigmoid"]);
  const { epochs: _, ...endless } = BASE;
  const cases: readonly TrainConfig[] = [
    { ...BASE, optimizer: { ...momentum, reset: "epoch" }, batch: "online" },
    { ...BASE, optimizer: { ...momentum, reset: "epoch" }, batch: 3, order: "shuffled" },
    { ...BASE, data: "parity5", network: wide, optimizer: momentum, epochs: 9 },
    { ...BASE, data: "parity5", network: wide, optimizer: momentum, epochs: 9, batch: 7, order: "shuffled" },
    { ...BASE, data: "parity5", network: wide, optimizer: { ...momentum, reset: "epoch" }, epochs: 9, batch: "online" },
    {
      ...BASE,
      network: layersOf(2, [40, "gelu"], [1, "sigmoid"]),
      optimizer: { ...momentum, clipNorm: 0.1 },
      epochs: 9,
    },
    { ...endless, batch: "online", optimizer: momentum, steps: 42, unit: "step", checkpoints: [0, 5, 8, 11, 41, 42] },
    {
      ...endless,
      batch: 3,
      optimizer: { ...momentum, reset: "epoch" },
      steps: 45,
      unit: "step",
      checkpoints: [1, 2, 3, 44],
    },
    { ...BASE, optimizer: { ...momentum, learningRate: 1 }, epochs: 900, stop: { maxError: 0.45 } },
    {
      ...BASE,
      network: layersOf(2, [1, "step"]),
      loss: null,
      optimizer: { name: "perceptron", learningRate: 1, schedule: { name: "inverseTime", decay: 1 } },
      batch: "online",
    },
  ];
  for (const config of cases) assertEqualEngines(config);
});

Deno.test("settings and reductions give the same bits on every engine", () => {
  const cases: readonly Partial<TrainConfig>[] = [
    { network: layersOf(2, [2, { name: "leakyRelu", slope: 0.2 }], [1, { name: "elu", alpha: 0.3 }]) },
    { loss: { name: "huber", delta: 0.3, reduction: "sum" } },
    { loss: { name: "crossEntropy", reduction: "sum" }, batch: 3 },
    { loss: { name: "crossEntropy", smoothing: 0.3 }, network: layersOf(2, [2, "tanh"], [1, "softsign"]) },
    { loss: { name: "crossEntropyFromLogits", smoothing: 0.1 }, network: layersOf(2, [2, "tanh"], [1, "identity"]) },
    { optimizer: { name: "gradientDescent", learningRate: -0.1, weightDecay: 0.1 } },
    { optimizer: { name: "momentum", learningRate: 0.1, momentum: 0.5, reset: "epoch" }, batch: "online" },
    { optimizer: { name: "momentum", learningRate: 0.1, reset: "epoch" }, batch: 3, order: "shuffled" },
    { optimizer: { name: "adam", learningRate: 0.1, beta1: 0, beta2: 0.5, epsilon: 0 } },
  ];
  for (const changed of cases) assertEqualEngines({ ...BASE, ...changed });
});

Deno.test("nets of other shapes give the same bits on every engine, including those trained row by row", () => {
  const cases: readonly Partial<TrainConfig>[] = [
    { network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: false }] } },
    { network: layersOf(2, [3, "tanh"], [3, "relu"], [1, "identity"]) },
    { data: "parity3", network: layersOf(3, [8, "tanh"], [1, "sigmoid"]) },
    { data: "parity3", network: layersOf(3, [4, "tanh"], [1, "sigmoid"]), batch: "online" },
    { network: layersOf(2, [16, "sigmoid"], [1, "sigmoid"]), optimizer: { name: "adam", learningRate: 0.01 } },
    { network: layersOf(2, [40, "gelu"], [1, "sigmoid"]), epochs: 9 },
    { data: "parity5", network: layersOf(5, [6, "tanh"], [1, "sigmoid"]), epochs: 9 },
    { data: "parity5", network: layersOf(5, [6, "tanh"], [1, "sigmoid"]), epochs: 9, batch: 7, order: "shuffled" },
    { data: "parity5", network: layersOf(5, [6, "tanh"], [1, "sigmoid"]), epochs: 9, batch: "online" },
    { data: { name: "xor", encoding: "bipolar", constant: true }, network: layersOf(3, [2, "tanh"], [1, "sigmoid"]) },
    {
      data: { inputs: [[0.1, -2], [3, 0], [0, 0.5]], targets: [[1, 0], [0.5, 1], [0, 0]] },
      network: layersOf(2, [3, "tanh"], [2, "sigmoid"]),
    },
  ];
  for (const changed of cases) assertEqualEngines({ ...BASE, ...changed });
});

Deno.test("runs that diverge end at the same check on every engine", () => {
  const network = layersOf(2, [4, "relu"], [1, "identity"]);
  for (const batch of BATCHES) {
    const config: TrainConfig = { ...BASE, ...batch, network, epochs: 300, checkpoints: [0, 5, 300] };
    const outcomes = [0.9, 3, 1e6, 1e200].flatMap((learningRate) =>
      assertEqualEngines({ ...config, optimizer: { name: "gradientDescent", learningRate } }, 5)
    );
    assert(outcomes.some((text) => text.includes("diverged")) && outcomes.some((text) => text.includes("finished")));
  }
});

Deno.test("extreme numbers give the same bits on every engine", () => {
  const extremes = [1e3, -1e3, 1e308, -1e308, 750, -750, 709.9, -745.2, 0, -0, 1e-320, -5e-324, 1, 0.3, -0.7];
  for (const activation of activations) {
    for (let shift = 0; shift < 6; shift++) {
      const at = (i: number) => extremes[(7 * i + 5 * shift) % extremes.length]!;
      const hidden = { W: [[at(0), at(1)], [at(2), at(3)]], b: [at(4), at(5)] };
      const parameters = [hidden, { W: [[at(6), at(7)]], b: [at(8)] }];
      const network = layersOf(2, [2, activation], [1, shift % 2 ? "sigmoid" : "identity"]);
      const optimizer = { name: "gradientDescent", learningRate: shift % 3 ? 0.5 : 1e3 } as const;
      assertEqualEngines({ ...BASE, network, parameters, optimizer, epochs: 3, check: { every: 1 } }, 1);
    }
  }
});

/** Corrupts the state after a call; `from` and `to` are the indices of its first number. */
type Fault = (numbers: Float64Array, from: number, to: number) => void;

/** A backend with a fault after its first call. */
function faultyBackend(fault: Fault): Backend {
  const backend = wasmBackend();
  let calls = 0;
  return wrapKernels(backend, (kernel) => (from, to, ...rest) => {
    const outOfBounds = kernel(from, to, ...rest);
    if (++calls === 1) fault(backend.views().numbers, from / 8, to / 8);
    return outOfBounds;
  });
}

Deno.test("the comparison of engines catches kernels that never report a max error out of bounds", () => {
  const silentBackend = wrapKernels(wasmBackend(), (kernel) => (...where) => 0 * kernel(...where));
  for (const config of [BASE, { ...BASE, batch: "online" as const }]) {
    const trainings = trainingsOf({ ...config, epochs: 3000 }, 3), expected = referenceTexts(trainings);
    assertEquals(String(kernelTexts(trainings, wasmBackend())), String(expected));
    assertNotEquals(String(kernelTexts(trainings, silentBackend)), String(expected));
  }
});

Deno.test("the comparison of engines catches swapped lanes, a dropped update and a flipped bit", () => {
  const trainings = trainingsOf(BASE, 3), expected = referenceTexts(trainings);
  const faults: Readonly<Record<string, Fault>> = {
    none: () => {},
    swapped: (numbers, _, to) => [numbers[to], numbers[to + 1]] = [numbers[to + 1]!, numbers[to]!],
    dropped: (numbers, from, to) => numbers[to] = numbers[from]!,
    flipped: (numbers, _, to) => {
      const bits = new BigUint64Array(numbers.buffer);
      bits[to] = bits[to]! ^ 1n;
    },
  };
  const isCaught = ([, fault]: [string, Fault]) =>
    String(kernelTexts(trainings, faultyBackend(fault))) !== String(expected);
  assertEquals(Object.entries(faults).filter(isCaught).map(([name]) => name), ["swapped", "dropped", "flipped"]);
});
