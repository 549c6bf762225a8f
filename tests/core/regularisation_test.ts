/** Smoothing, clipping, weight decay and schedules: against PyTorch, and without effect where they change nothing. */
import { assert, assertAlmostEquals, assertEquals, assertNotEquals } from "@std/assert";
import { bindLoss } from "../../core/components/losses.ts";
import { type OptimizerName, OPTIMIZERS } from "../../core/components/optimizers.ts";
import type { TrainConfig } from "../../core/config/config.ts";
import { flatten } from "../../core/network.ts";
import { DIFFERENCE_BOUND, EXACT_BOUND, gradientCases, gradientErrors, trainingOf } from "../../core/gradient_check.ts";
import { trainNetwork, type TrainResult } from "../../core/train_network.ts";
import torch from "../fixtures/torch_regularisation.json" with { type: "json" };

const GRADIENT_OPTIMIZERS = (Object.keys(OPTIMIZERS) as OptimizerName[]).filter((name) => name !== "perceptron");

const XOR = {
  data: "xor",
  network: {
    inputs: 2,
    layers: [{ units: 2, activation: "sigmoid", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
  },
  parameters: torch.parameters,
  optimizer: { name: "gradientDescent", learningRate: 0.5 },
  loss: "halfSquaredError",
  batch: 3,
  epochs: 6,
} as const satisfies TrainConfig;

/** A network whose output is a logit if its loss takes one. */
function configOf({ loss, ...rest }: Pick<TrainConfig, "optimizer" | "batch"> & { readonly loss: { name: string } }) {
  const [hidden, output] = XOR.network.layers, isLogit = loss.name === "crossEntropyFromLogits";
  const network = { inputs: 2, layers: [hidden, { ...output, activation: isLogit ? "identity" : "sigmoid" }] };
  return { ...XOR, network, loss, ...rest } as TrainConfig;
}

for (const { checkpoints, ...training } of torch.trainings) {
  Deno.test(`trainNetwork gives PyTorch's parameters and losses: ${JSON.stringify(training)}`, () => {
    const { epochs: _, ...config } = configOf(training as never);
    const steps = checkpoints.map(({ step }) => step);
    const result = trainNetwork({ ...config, steps: steps.at(-1)!, unit: "step", checkpoints: steps });
    for (const [i, expected] of checkpoints.entries()) {
      const actual = result.checkpoints[i]!, parameters = flatten(actual.parameters);
      assertEquals([actual.step, parameters.length], [expected.step, expected.parameters.length]);
      // A few roundings in each of up to twelve updates; Adam divides by small roots.
      assertAlmostEquals(actual.loss, expected.loss, 1e-13);
      for (const [w, parameter] of parameters.entries()) {
        assertAlmostEquals(parameter, expected.parameters[w]!, 1e-13, `parameter ${w} at step ${expected.step}`);
      }
    }
  });
}

for (const loss of ["crossEntropy", "crossEntropyFromLogits"] as const) {
  Deno.test(`gradientOf equals exact derivatives and central differences of ${loss} with smoothing`, () => {
    for (const entry of gradientCases()) {
      if (entry.loss !== loss || !["sigmoid", "tanh"].includes(entry.activation)) continue;
      if (loss === "crossEntropy" && entry.activation === "tanh" && entry.layers === 1) continue; // no probability
      const training = trainingOf(entry), smooth = bindLoss({ name: loss, smoothing: 0.3 });
      const fused = entry.delta === "fused" ? smooth.fused : {};
      const { exact, difference } = gradientErrors({ ...training, loss: { ...smooth, fused } });
      assert(exact < EXACT_BOUND && difference < DIFFERENCE_BOUND, `${JSON.stringify(entry)}: ${exact}, ${difference}`);
    }
  });

  Deno.test(`trainNetwork with a smoothed ${loss} reaches the smoothed targets, and is checked against the true ones`, () => {
    // One unit fits two rows exactly; at the minimum its probabilities are s/2 and 1 − s/2.
    const trainWith = (smoothing: number): TrainResult =>
      trainNetwork({
        data: { inputs: [[0], [1]], targets: [0, 1] },
        network: {
          inputs: 1,
          layers: [{ units: 1, activation: loss === "crossEntropy" ? "sigmoid" : "identity", bias: true }],
        },
        parameters: [{ W: [[0.5]], b: [-0.25] }],
        loss: { name: loss, smoothing } as NonNullable<TrainConfig["loss"]>,
        optimizer: { name: "gradientDescent", learningRate: 4 },
        epochs: 4000,
        gradient: true,
      });
    for (const [smoothing, solved] of [[0.125, true], [0.5, false]] as const) {
      const result = trainWith(smoothing), end = result.checkpoints.at(-1)!, error = smoothing / 2;
      assertEquals(result.solved, solved);
      assertAlmostEquals(end.meanSquaredError, error * error, 1e-12);
      assertAlmostEquals(Math.abs(end.gradient![0]!.b![0]!), 0, 1e-12);
      // the entropy of the smoothed target, the least that a cross entropy can be
      assertAlmostEquals(end.loss, -error * Math.log(error) - (1 - error) * Math.log(1 - error), 1e-12);
    }
  });
}

/** Values at which a setting changes nothing. */
const WITHOUT_EFFECT: readonly object[] = [
  { clipNorm: 1e6 },
  { weightDecay: 0 },
  { schedule: { name: "exponential", decay: 1 } },
  { schedule: { name: "inverseTime", decay: 0 } },
  { schedule: { name: "step", every: 2, decay: 1 } },
  { schedule: { name: "step", every: 1000 } },
];
/** Values at which it changes the result. */
const WITH_EFFECT: readonly object[] = [
  { clipNorm: 1e-3 },
  { weightDecay: 0.1 },
  { schedule: { name: "exponential", decay: 0.9 } },
  { schedule: { name: "inverseTime", decay: 0.1 } },
  { schedule: { name: "step", every: 2 } },
];

for (const name of GRADIENT_OPTIMIZERS) {
  Deno.test(`trainNetwork under ${name} gives the same bits with settings at values without effect, and others otherwise`, () => {
    const trainWith = (settings: object) =>
      trainNetwork({ ...XOR, optimizer: { name, learningRate: 0.05, ...settings } as TrainConfig["optimizer"] })
        .checkpoints;
    const plain = trainWith(name === "adamw" ? { weightDecay: 0 } : {});
    const settings = (each: object) => name === "adamw" ? { weightDecay: 0, ...each } : each;
    for (const each of WITHOUT_EFFECT) assertEquals(trainWith(settings(each)), plain, JSON.stringify(each));
    for (const each of WITH_EFFECT) assertNotEquals(trainWith(settings(each)), plain, JSON.stringify(each));
  });
}

Deno.test("trainNetwork gives the same bits with a smoothing of 0, and others with any smoothing", () => {
  for (const name of ["crossEntropy", "crossEntropyFromLogits"] as const) {
    const trainWith = (settings: object) =>
      trainNetwork(configOf({ optimizer: XOR.optimizer, batch: 3, loss: { name, ...settings } })).checkpoints;
    assertEquals(trainWith({ smoothing: 0 }), trainWith({}));
    assertNotEquals(trainWith({ smoothing: 1e-6 }), trainWith({}));
  }
});

Deno.test("trainNetwork keeps a rate within an epoch and changes it between epochs, whatever the optimiser resets", () => {
  const schedule = { name: "exponential", decay: 0.5 } as const;
  const end = (config: Partial<TrainConfig>) => trainNetwork({ ...XOR, ...config }).checkpoints.at(-1)!.parameters;
  for (const reset of ["epoch", "never"] as const) {
    let parameters = end({ epochs: 0 });
    // Powers of two: the rates of separate runs have the same bits.
    for (const learningRate of [0.5, 0.25, 0.125, 0.0625]) {
      parameters = end({ parameters, epochs: 1, optimizer: { name: "momentum", learningRate, reset } });
    }
    const scheduled = end({ epochs: 4, optimizer: { name: "momentum", learningRate: 0.5, reset, schedule } });
    (reset === "epoch" ? assertEquals : assertNotEquals)(scheduled, parameters);
  }
});

Deno.test("trainNetwork applies a schedule to the perceptron's rule", () => {
  const perceptron: TrainConfig = {
    data: "and",
    network: { inputs: 2, layers: [{ units: 1, activation: "step", bias: true }] },
    parameters: [{ W: [[0, 0]], b: [0] }],
    optimizer: { name: "perceptron", learningRate: 1, schedule: { name: "exponential", decay: 0.25 } },
    epochs: 2,
  };
  // Full batch: the zero start answers 1 to every row, so the mean correction is −(½, ½, …) of rows 01, 10 and 00.
  const [W, b] = [[-0.25, -0.25], -0.75];
  const { checkpoints } = trainNetwork({ ...perceptron, checkpoints: [1, 2] });
  assertEquals(checkpoints[0]!.parameters, [{ W: [W], b: [b] }]);
  // Then every output is 0 and only row 11 is wrong: ¼ of it, at a quarter of the rate.
  assertEquals(checkpoints[1]!.parameters, [{ W: [W.map((w) => w + 0.0625)], b: [b + 0.0625] }]);
});
