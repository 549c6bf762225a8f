import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { wasmBackend } from "../../../../core/engine/backend.ts";
import { createKernelCache, trainAll } from "../../../../core/engine/engine.ts";
import { compileKernels } from "../../../../core/engine/lockstep/kernel_set.ts";
import { trainLockstep } from "../../../../core/engine/lockstep/lockstep.ts";
import { stepsPerEpoch, type Training } from "../../../../core/training.ts";
import { BASE, kernelTexts, layersOf, referenceTexts, textOf, trainingsOf } from "../trainings.ts";

const BACKEND = wasmBackend();

/** Solves XOR after a number of epochs that depends on the seed, or not at all. */
const RACE = {
  ...BASE,
  network: layersOf(2, [3, "tanh"], [1, "sigmoid"]),
  loss: "crossEntropy",
  optimizer: { name: "gradientDescent", learningRate: 2 },
  epochs: 211,
  check: { every: 3, tolerance: 0.1 },
} as const satisfies TrainConfig;
const STOPPED = { ...RACE, stop: { maxError: 0.3 }, checkpoints: [0, 100, 211] } as const satisfies TrainConfig;

Deno.test("trainLockstep ends each run at the check that stops it, and continues the others", () => {
  for (const batch of ["full", "online"] as const) {
    const trainings = trainingsOf({ ...STOPPED, batch }, 40), expected = referenceTexts(trainings);
    assertEquals(kernelTexts(trainings, BACKEND), expected);
    const ends = new Set(expected.map((text) => text.match(/"steps":(\d+)/)?.[1]));
    assert(ends.size > 5, [...ends].join());
  }
});

Deno.test("trainLockstep gives each run the same bits, whatever runs share its batch", () => {
  const trainings = trainingsOf(STOPPED, 12), expected = referenceTexts(trainings);
  const kernelSet = compileKernels(trainings[0]!, BACKEND);
  fc.assert(
    fc.property(fc.shuffledSubarray([...trainings.keys()], { minLength: 1 }), (chosen) => {
      const trained = trainLockstep(chosen.map((i) => trainings[i]!), kernelSet, BACKEND);
      assertEquals(trained.map(textOf), chosen.map((i) => expected[i]!));
    }),
    { seed: 5, numRuns: 30 },
  );
});

Deno.test("trainLockstep gives the same bits for any number of epochs per call", () => {
  for (const config of [RACE, { ...RACE, batch: 3, order: "shuffled" } as const]) {
    const trainings = trainingsOf(config, 5), expected = referenceTexts(trainings);
    const kernelSet = compileKernels(trainings[0]!, BACKEND);
    for (const maxEpochsPerCall of [1, 2, 7, 100].filter((epochs) => epochs <= kernelSet.maxEpochsPerCall)) {
      assertEquals(trainLockstep(trainings, { ...kernelSet, maxEpochsPerCall }, BACKEND).map(textOf), expected);
    }
  }
});

Deno.test("trainLockstep takes snapshots and ends at any update", () => {
  for (const batch of [{ batch: "online" }, { batch: 3, order: "shuffled" }, { batch: "full" }] as const) {
    for (const steps of [0, 1, 2, 3, 4, 101, 102, 103, 104]) {
      const { epochs: _, ...config } = RACE, possible = [0, 1, 2, 3, 5, 40, 77, 100, steps];
      const checkpoints = possible.filter((checkpoint) => checkpoint <= steps);
      const trainings = trainingsOf({ ...config, ...batch, steps, unit: "step", checkpoints }, 5);
      assertEquals(kernelTexts(trainings, BACKEND), referenceTexts(trainings));
    }
  }
});

Deno.test("trainLockstep resets the velocity at each epoch, also if a checkpoint is within the epoch", () => {
  const { epochs: _, ...config } = RACE, optimizer = { name: "momentum", learningRate: 0.1, reset: "epoch" } as const;
  for (const order of ["fixed", "shuffled"] as const) {
    const trainings = trainingsOf({
      ...config,
      optimizer,
      batch: 1,
      order,
      steps: 51,
      unit: "step",
      checkpoints: [6, 51],
    }, 3);
    assertEquals(kernelTexts(trainings, BACKEND), referenceTexts(trainings));
  }
});

Deno.test("trainLockstep trains runs that differ in length, learning rate, targets, tolerance and checks", () => {
  const configs: readonly TrainConfig[] = Array.from({ length: 17 }, (_, i) => ({
    ...RACE,
    data: ["xor", "and", "or"][i % 3]!,
    epochs: 20 + 13 * (i % 5),
    optimizer: { name: "gradientDescent", learningRate: 0.5 + i / 4 },
    check: { every: 1 + i % 3, tolerance: 0.05 + i / 100 },
    ...(i % 4 === 0 && { stop: { maxError: 0.4 } }),
    checkpoints: i % 2 ? [0, 3 * i % 20] : null,
  }));
  const trainings = configs.flatMap((config) => trainingsOf(config, 2)), kernels = createKernelCache(BACKEND);
  assertEquals(trainAll(trainings, "wasm", { kernels }).map(textOf), referenceTexts(trainings));
  assertEquals(kernels.kernelSets.size, 1);
});

Deno.test("trainLockstep counts every epoch once, including those that stopped runs skip", () => {
  const trainings = trainingsOf(STOPPED, 30), kernelSet = compileKernels(trainings[0]!, BACKEND);
  let reported = 0;
  trainLockstep(trainings, kernelSet, BACKEND, (epochs) => reported += epochs);
  const total = trainings.reduce((sum, training) => sum + training.steps / stepsPerEpoch(training), 0);
  assertEquals(reported, total);
});

Deno.test("trainLockstep does not modify its trainings", () => {
  const trainings = trainingsOf(RACE, 3), starts = trainings.map(({ start }) => [...start]);
  const frozen = trainings.map((training): Training =>
    Object.freeze({ ...training, start: Object.freeze([...training.start]) })
  );
  trainLockstep(frozen, compileKernels(frozen[0]!, BACKEND), BACKEND);
  assertEquals(frozen.map(({ start }) => [...start]), starts);
  assertEquals(trainings.length, 3);
});
