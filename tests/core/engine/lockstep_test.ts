import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import fc from "fast-check";
import type { TrainConfig } from "../../../core/config/config.ts";
import { webAssembly } from "../../../core/engine/backend.ts";
import { noKernels, trainAll } from "../../../core/engine/engine.ts";
import { trainLockstep } from "../../../core/engine/lockstep.ts";
import { machineFor } from "../../../core/engine/machine.ts";
import { stepsPerEpoch, type Training } from "../../../core/training.ts";
import { BASE, kernelsOf, layersOf, referenceOf, textOf, trainingsOf } from "./trainings.ts";

const BACK_END = webAssembly();

/** Solves XOR within some hundred epochs, sooner or later or not at all. */
const RACE = {
  ...BASE,
  network: layersOf(2, [3, "tanh"], [1, "sigmoid"]),
  loss: "crossEntropy",
  optimizer: { name: "gradientDescent", learningRate: 2 },
  epochs: 211,
  check: { every: 3, tolerance: 0.1 },
} as const satisfies TrainConfig;
const STOPPED = { ...RACE, stop: { maxError: 0.3 }, checkpoints: [0, 100, 211] } as const satisfies TrainConfig;

Deno.test("trainLockstep ends runs at the check that stops them, and the others go on", () => {
  for (const batch of ["full", "online"] as const) {
    const trainings = trainingsOf({ ...STOPPED, batch }, 40), expected = referenceOf(trainings);
    assertEquals(kernelsOf(trainings, BACK_END), expected);
    const ends = new Set(expected.map((text) => text.match(/"steps":(\d+)/)?.[1]));
    assert(ends.size > 5, [...ends].join());
  }
});

Deno.test("trainLockstep gives each run the same bits in any company", () => {
  const trainings = trainingsOf(STOPPED, 12),
    expected = referenceOf(trainings),
    machine = machineFor(trainings[0]!, BACK_END);
  fc.assert(
    fc.property(fc.shuffledSubarray([...trainings.keys()], { minLength: 1 }), (chosen) => {
      const trained = trainLockstep(chosen.map((i) => trainings[i]!), machine, BACK_END);
      assertEquals(trained.map(textOf), chosen.map((i) => expected[i]!));
    }),
    { seed: 5, numRuns: 30 },
  );
});

Deno.test("trainLockstep gives the same bits for any number of epochs a call", () => {
  for (const config of [RACE, { ...RACE, batch: 3, order: "shuffled" } as const]) {
    const trainings = trainingsOf(config, 5),
      expected = referenceOf(trainings),
      machine = machineFor(trainings[0]!, BACK_END);
    for (const epochs of [1, 2, 7, 100].filter((epochs) => epochs <= machine.epochs)) {
      assertEquals(trainLockstep(trainings, { ...machine, epochs }, BACK_END).map(textOf), expected);
    }
  }
});

Deno.test("trainLockstep keeps checkpoints at any update, and ends at any", () => {
  for (const way of [{ batch: "online" }, { batch: 3, order: "shuffled" }, { batch: "full" }] as const) {
    for (const steps of [0, 1, 2, 3, 4, 101, 102, 103, 104]) {
      const { epochs: _, ...config } = RACE, possible = [0, 1, 2, 3, 5, 40, 77, 100, steps];
      const checkpoints = possible.filter((checkpoint) => checkpoint <= steps);
      const trainings = trainingsOf({ ...config, ...way, steps, unit: "step", checkpoints }, 5);
      assertEquals(kernelsOf(trainings, BACK_END), referenceOf(trainings));
    }
  }
});

Deno.test("trainLockstep forgets a velocity at the beginning of an epoch, also where a checkpoint is within it", () => {
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
    assertEquals(kernelsOf(trainings, BACK_END), referenceOf(trainings));
  }
});

Deno.test("trainLockstep trains runs of different lengths, rates, targets, tolerances and checks together", () => {
  const configs: readonly TrainConfig[] = Array.from({ length: 17 }, (_, i) => ({
    ...RACE,
    data: ["xor", "and", "or"][i % 3]!,
    epochs: 20 + 13 * (i % 5),
    optimizer: { name: "gradientDescent", learningRate: 0.5 + i / 4 },
    check: { every: 1 + i % 3, tolerance: 0.05 + i / 100 },
    ...(i % 4 === 0 && { stop: { maxError: 0.4 } }),
    checkpoints: i % 2 ? [0, 3 * i % 20] : null,
  }));
  const trainings = configs.flatMap((config) => trainingsOf(config, 2)), kernels = noKernels(BACK_END);
  assertEquals(trainAll(trainings, "wasm", { kernels }).map(textOf), referenceOf(trainings));
  assertEquals(kernels.machines.size, 1);
});

Deno.test("trainLockstep counts every epoch once, also those that an early end leaves out", () => {
  const trainings = trainingsOf(STOPPED, 30), machine = machineFor(trainings[0]!, BACK_END);
  let told = 0;
  trainLockstep(trainings, machine, BACK_END, (epochs) => told += epochs);
  const wanted = trainings.reduce((sum, training) => sum + training.steps / stepsPerEpoch(training), 0);
  assertEquals(told, wanted);
});

Deno.test("trainLockstep leaves its trainings as they were", () => {
  const trainings = trainingsOf(RACE, 3), starts = trainings.map(({ start }) => [...start]);
  const frozen = trainings.map((training): Training =>
    Object.freeze({ ...training, start: Object.freeze([...training.start]) })
  );
  trainLockstep(frozen, machineFor(frozen[0]!, BACK_END), BACK_END);
  assertEquals(frozen.map(({ start }) => [...start]), starts);
  assertStrictEquals(trainings.length, 3);
});
