import { assert, assertAlmostEquals, assertEquals, assertGreater, assertLess } from "@std/assert";
import type { TrainConfig } from "../../core/config/config.ts";
import { permutation } from "../../core/orders.ts";
import { stream } from "../../core/random.ts";
import { trainNetwork, type TrainResult } from "../../core/train_network.ts";

const X = [[0, 0], [0, 1], [1, 0], [1, 1]];

/** A 2-3-1 net on XOR, online, which solves it with most seeds. */
const XOR = {
  data: "xor",
  network: {
    inputs: 2,
    layers: [{ units: 3, activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
  },
  seed: 4,
  loss: "crossEntropy",
  optimizer: { name: "gradientDescent", learningRate: 0.5 },
  batch: "online",
  epochs: 200,
} as const satisfies TrainConfig;

const last = ({ checkpoints }: TrainResult) => checkpoints.at(-1)!;
const tens = (epochs: number) => Array.from({ length: epochs / 10 }, (_, i) => 10 * (i + 1));
const largestError = (outputs: readonly unknown[], targets: readonly number[]) =>
  Math.max(...outputs.map((y, row) => Math.abs(y as number - targets[row]!)));

/** One unit y = w·x + b under ½ (y − d)². */
const LINE = {
  network: { inputs: 1, layers: [{ units: 1, activation: "identity", bias: true }] },
  parameters: [{ W: [[0]], b: [0] }],
  loss: "halfSquaredError",
  optimizer: { name: "gradientDescent", learningRate: 0.5 },
} as const;

Deno.test("trainNetwork takes consecutive slices of the order as batches, with a mean per batch", () => {
  // Rows (1, 4), (2, 0), (−1, 2), w = b = 0, rate ½, batches of two.
  // First: errors −4, 0 → ∂w = (−4·1 + 0·2)/2 = −2, ∂b = −2 → w = 1, b = 1.
  // Then row (−1, 2) alone: y = 0, error −2 → ∂w = 2, ∂b = −2 → w = 0, b = 2.
  const config = { ...LINE, data: { inputs: [[1], [2], [-1]], targets: [4, 0, 2] }, batch: 2, epochs: 1 } as const;
  const result = trainNetwork({ ...config, unit: "step", checkpoints: [1, 2] });
  assertEquals(result.checkpoints.map(({ parameters }) => parameters), [[{ W: [[1]], b: [1] }], [{
    W: [[0]],
    b: [2],
  }]]);
  assertEquals(result.checkpoints.map(({ step, epoch }) => [step, epoch]), [[1, 0.5], [2, 1]]);
  // In the order 2, 1, 0: errors −2, 0 → ∂w = 1, ∂b = −1 → w = −½, b = ½.
  // Then row (1, 4): y = 0, error −4 → w = 1.5, b = 2.5.
  const backwards = trainNetwork({ ...config, order: [2, 1, 0] });
  assertEquals(last(backwards).parameters, [{ W: [[1.5]], b: [2.5] }]);
});

Deno.test("trainNetwork sums or averages over a batch, and always sums over outputs", () => {
  const data = { inputs: [[1], [2]], targets: [[4, 0], [0, 1]] };
  const network = { inputs: 1, layers: [{ units: 2, activation: "identity", bias: false }] } as const;
  const ask = (reduction: "mean" | "sum") =>
    last(trainNetwork({
      ...LINE,
      data,
      network,
      parameters: [{ W: [[0], [0]] }],
      loss: { name: "halfSquaredError", reduction },
      gradient: true,
      epochs: 0,
    }));
  // Losses ½(16 + 0) and ½(0 + 1); ∂w₁ = −4·1 + 0·2, ∂w₂ = 0·1 − 1·2.
  assertEquals(ask("sum").loss, 8.5);
  assertEquals(ask("sum").gradient, [{ W: [[-4], [-2]] }]);
  assertEquals(ask("mean").loss, 4.25);
  assertEquals(ask("mean").gradient, [{ W: [[-2], [-1]] }]);
  assertEquals(ask("mean").meanSquaredError, 17 / 4);
  assertEquals(ask("mean").outputs, [[0, 0], [0, 0]]);
});

Deno.test("trainNetwork dates solvedEpoch to the first check from which on all checks are solved", () => {
  const targets = [0, 1, 1, 0];
  let late = 0, unsolved = 0;
  for (let seed = 0; seed < 12; seed++) {
    for (const tolerance of [0.02, 0.1, 0.4]) {
      const result = trainNetwork({ ...XOR, seed, check: { tolerance }, checkpoints: tens(200) });
      const passed = result.checkpoints.map(({ outputs }) => largestError(outputs, targets) < tolerance);
      const since = passed.lastIndexOf(false) + 1;
      assertEquals(result.solved, passed.at(-1));
      assertEquals(result.solvedEpoch, result.solved ? 10 * (since + 1) : null);
      late += result.solved && since > 0 ? 1 : 0;
      unsolved += result.solved ? 0 : 1;
    }
  }
  assertGreater(Math.min(late, unsolved), 0); // both occur
});

Deno.test("trainNetwork is unsolved again when a later check fails", () => {
  // w goes 0 → 0.95 → …: with rate −½ the error grows from check to check, so a solved network becomes unsolved.
  const data = { inputs: [[1]], targets: [1] }, check = { every: 1, tolerance: 0.1 };
  const config = { ...LINE, data, parameters: [{ W: [[0.5]], b: [0.45] }], check } as const;
  const train = (epochs: number) =>
    trainNetwork({ ...config, optimizer: { name: "gradientDescent", learningRate: -0.125 }, epochs });
  // The error −0.05 grows by 1 + 2/8 each epoch: −0.0625, −0.078, −0.098, −0.122.
  assertEquals([train(3).solved, train(3).solvedEpoch], [true, 1]);
  assertEquals([train(4).solved, train(4).solvedEpoch], [false, null]);
});

Deno.test("trainNetwork checks after every interval and after the last update, regardless of checkpoints", () => {
  const ask = (more: Partial<TrainConfig>) => trainNetwork({ ...XOR, ...more }).solvedEpoch;
  const every = ask({});
  assert(every !== null && every % 10 === 0);
  assertEquals(ask({ checkpoints: [0, 1, 7, 33] }), every);
  assertEquals(ask({ check: { every: 1000 } }), 200);
  const precise = ask({ check: { every: 1 } })!;
  assert(precise <= every && precise > every - 10);
  const { epochs: _, ...timeless } = XOR;
  assertEquals(trainNetwork({ ...timeless, steps: 4 * 197 + 2 }).epochs, 197.5);
});

Deno.test("trainNetwork stops at the first check whose largest error is below the bound, and reports it", () => {
  const full = trainNetwork({ ...XOR, checkpoints: tens(200) });
  const first = full.checkpoints.find(({ outputs }) => largestError(outputs, [0, 1, 1, 0]) < 0.3)!;
  const stopped = trainNetwork({ ...XOR, stop: { maxError: 0.3 }, check: { tolerance: 0.3 }, checkpoints: [0, 200] });
  assertEquals([stopped.status, stopped.solved], ["finished", true]);
  assertEquals([stopped.epochs, stopped.solvedEpoch], [first.epoch, first.epoch]);
  assertEquals(stopped.checkpoints.map(({ epoch }) => epoch), [0, first.epoch]);
  assertEquals(last(stopped).parameters, first.parameters);
  // The net was within the tolerance before it came below a tighter bound: the stopping check is reported all the same.
  const tight = trainNetwork({ ...XOR, stop: { maxError: 0.03 } });
  assertEquals([tight.solved, tight.solvedEpoch], [true, tight.epochs]);
  assertGreater(tight.epochs, full.solvedEpoch!);
  // Below the bound but above the tolerance: stopped, not solved.
  const loose = trainNetwork({ ...XOR, stop: { maxError: 0.3 }, check: { tolerance: 0.01 } });
  assertEquals([loose.epochs, loose.solved, loose.solvedEpoch], [first.epoch, false, null]);
});

Deno.test("trainNetwork ends a diverging run at the check that detects it", () => {
  // y = w with error e: e ← e (1 − 2·rate) = −9 e, so |w| passes 1e308 after 324 epochs, at the check of 330.
  const { loss: _, ...line } = LINE;
  const result = trainNetwork({
    ...line,
    data: { inputs: [[1]], targets: [1] },
    network: { inputs: 1, layers: [{ units: 1, activation: "identity", bias: false }] },
    parameters: [{ W: [[0]] }],
    loss: "squaredError",
    optimizer: { name: "gradientDescent", learningRate: 5 },
    epochs: 10_000,
    checkpoints: [0, 320, 5000, 10_000],
  });
  assertEquals([result.status, result.solved, result.solvedEpoch], ["diverged", false, null]);
  assertEquals(result.epochs, 330);
  assertEquals(result.checkpoints.map(({ epoch }) => epoch), [0, 320, 330]);
  assert(Number.isFinite(result.checkpoints[1]!.parameters[0]!.W[0]![0]));
  assert(!Number.isFinite(last(result).parameters[0]!.W[0]![0]));
  assertEquals(result.checkpoints[2]!.outputs.length, 1);
});

Deno.test("trainNetwork with steps counts updates, and epochs may be fractions", () => {
  const { epochs: _, ...timeless } = XOR;
  const steps = trainNetwork({ ...timeless, steps: 10, unit: "step", checkpoints: [0, 3, 10] });
  assertEquals(steps.checkpoints.map(({ step, epoch }) => [step, epoch]), [[0, 0], [3, 0.75], [10, 2.5]]);
  assertEquals(steps.epochs, 2.5);
  const epochs = trainNetwork({ ...timeless, steps: 10, checkpoints: [1, 2] });
  assertEquals(epochs.checkpoints.map(({ step, epoch }) => [step, epoch]), [[4, 1], [8, 2]]);
  const whole = trainNetwork({ ...XOR, epochs: 2, unit: "step" });
  assertEquals(whole.checkpoints.map(({ step, epoch }) => [step, epoch]), [[8, 2]]);
});

Deno.test("trainNetwork draws a fresh permutation for each epoch from the order stream", () => {
  const shuffled = trainNetwork({ ...XOR, order: "shuffled", epochs: 3, checkpoints: [0, 1, 2, 3] });
  const random = stream("4", "order");
  let parameters = shuffled.checkpoints[0]!.parameters;
  for (const { parameters: expected } of shuffled.checkpoints.slice(1)) {
    const { seed: _, ...given } = XOR;
    parameters = last(trainNetwork({ ...given, parameters, order: permutation(random, 4), epochs: 1 })).parameters;
    assertEquals(parameters, expected);
  }
  assertGreater(Math.abs(last(shuffled).loss - last(trainNetwork({ ...XOR, epochs: 3 })).loss), 0);
});

Deno.test("trainNetwork with full batch ignores the order, to the last bit", () => {
  const ask = (order: NonNullable<TrainConfig["order"]>, batch: "full" | number) =>
    trainNetwork({ ...XOR, order, batch }).checkpoints;
  assertEquals(ask("shuffled", "full"), ask("fixed", "full"));
  assertEquals(ask([3, 2, 1, 0], "full"), ask("fixed", "full"));
  assertEquals(ask([3, 2, 1, 0], 1000), ask("fixed", "full"));
});

Deno.test("trainNetwork with momentum that resets each epoch equals a series of runs of one epoch", () => {
  const optimizer = { name: "momentum", learningRate: 0.1, momentum: 0.9, reset: "epoch" } as const;
  const { seed: _, ...given } = XOR;
  const whole = trainNetwork({ ...XOR, optimizer, epochs: 5, checkpoints: [0, 5] });
  let parameters = whole.checkpoints[0]!.parameters;
  for (let epoch = 0; epoch < 5; epoch++) {
    parameters = last(trainNetwork({ ...given, optimizer, parameters, epochs: 1 })).parameters;
  }
  assertEquals(parameters, last(whole).parameters);
  const kept = trainNetwork({ ...XOR, optimizer: { ...optimizer, reset: "never" }, epochs: 5 });
  assertGreater(Math.abs(last(kept).loss - last(whole).loss), 1e-3);
});

/** Perceptrons trained online from zero: epochs until convergence, and bias, w₁, w₂. */
const PERCEPTRONS = [["and", 5, [-3, 2, 1]], ["or", 3, [-1, 1, 1]]] as const;

for (const [data, epochs, [b, w1, w2]] of PERCEPTRONS) {
  Deno.test(`trainNetwork with the perceptron rule learns ${data} in ${epochs} epochs`, () => {
    const ask = (epochs: number) =>
      trainNetwork({
        data,
        network: { inputs: 2, layers: [{ units: 1, activation: "step", bias: true }] },
        initializer: { name: "constant", value: 0, biases: 0 },
        optimizer: { name: "perceptron", learningRate: 1 },
        batch: "online",
        epochs,
        check: { every: 1 },
      });
    const learned = [{ W: [[w1, w2]], b: [b] }];
    assertEquals(last(ask(epochs)).parameters, learned);
    assertEquals(last(ask(100)).parameters, learned);
    assert(ask(epochs).solved);
    assert(JSON.stringify(last(ask(epochs - 1)).parameters) !== JSON.stringify(learned));
    assertEquals(last(ask(100)).loss, 0);
  });
}

Deno.test("trainNetwork with the perceptron rule never converges on xor", () => {
  const result = trainNetwork({
    data: "xor",
    network: { inputs: 2, layers: [{ units: 1, activation: "step", bias: true }] },
    initializer: { name: "constant", value: 0, biases: 0 },
    optimizer: { name: "perceptron", learningRate: 1 },
    batch: "online",
    epochs: 1000,
    checkpoints: Array.from({ length: 1000 }, (_, epoch) => epoch + 1),
  });
  const states = new Set(result.checkpoints.map(({ parameters }) => JSON.stringify(parameters)));
  assertEquals(result.solved, false);
  assertLess(states.size, 20); // a cycle: Minsky & Papert's perceptron cycling theorem
});

Deno.test("trainNetwork with logits gives the losses, errors and solved state of the equivalent sigmoid net", () => {
  const [hidden] = XOR.network.layers;
  const network = { inputs: 2, layers: [hidden, { units: 1, activation: "identity", bias: true }] } as const;
  const twin = trainNetwork({ ...XOR, checkpoints: [0, 20, 200] });
  const logits = trainNetwork({ ...XOR, network, loss: "crossEntropyFromLogits", checkpoints: [0, 20, 200] });
  assertEquals([logits.solved, logits.solvedEpoch], [twin.solved, twin.solvedEpoch]);
  for (const [i, { loss, meanSquaredError, outputs }] of logits.checkpoints.entries()) {
    // Rounding of 800 updates, amplified by the largest weights.
    assertAlmostEquals(loss, twin.checkpoints[i]!.loss, 1e-11);
    assertAlmostEquals(meanSquaredError, twin.checkpoints[i]!.meanSquaredError, 1e-11);
    for (const [row, z] of outputs.entries()) {
      assertAlmostEquals(1 / (1 + Math.exp(-(z as number))), twin.checkpoints[i]!.outputs[row] as number, 1e-11);
    }
  }
});

Deno.test("trainNetwork gives outputs as numbers or arrays like the targets", () => {
  const targets = [[0], [1], [1], [0]];
  const columns = trainNetwork({ ...XOR, data: { inputs: X, targets } }), plain = trainNetwork(XOR);
  assertEquals(last(columns).outputs, (last(plain).outputs as number[]).map((y) => [y]));
  assertEquals(last(columns).parameters, last(plain).parameters);
});

Deno.test("trainNetwork records the gradient only on request", () => {
  assertEquals("gradient" in last(trainNetwork({ ...XOR, epochs: 1 })), false);
  const [checkpoint] = trainNetwork({ ...XOR, epochs: 1, gradient: true }).checkpoints;
  assertEquals(checkpoint!.gradient!.map(({ W, b }) => [W.length, W[0]!.length, b!.length]), [[3, 2, 3], [1, 3, 1]]);
});

Deno.test("trainNetwork evaluates the test set at each checkpoint, and does not train on it", () => {
  const inputs = [[1], [2], [-1]], targets = [4, 0, 2], test = { inputs: [[3], [0.5]], targets: [1, -2] };
  const config = { ...LINE, epochs: 7, checkpoints: [0, 3, 7] } as const;
  const plain = trainNetwork({ ...config, data: { inputs, targets } });
  const tested = trainNetwork({ ...config, data: { inputs, targets, test } });
  for (const [i, { test, ...checkpoint }] of tested.checkpoints.entries()) {
    assertEquals(checkpoint, plain.checkpoints[i]);
    assertEquals(plain.checkpoints[i]!.test, undefined);
    const { W: [[w]], b: [b] } = checkpoint.parameters[0] as { W: [[number]]; b: [number] };
    const outputs = [b + w * 3, b + w * 0.5], squares = [(outputs[0]! - 1) ** 2, (outputs[1]! + 2) ** 2];
    assertEquals(test!.outputs, outputs);
    assertEquals(test!.meanSquaredError, (squares[0]! + squares[1]!) / 2);
    assertAlmostEquals(test!.loss, (squares[0]! + squares[1]!) / 4, 1e-15);
  }
});
