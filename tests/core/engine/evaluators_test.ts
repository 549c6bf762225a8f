/** Decision surfaces and losses of many networks have the bits of the reference. */
import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { type ActivationName, ACTIVATIONS } from "../../../core/components/activations.ts";
import { type Backend, interpreterBackend, wasmBackend } from "../../../core/engine/backend.ts";
import type { TrainConfig } from "../../../core/config/config.ts";
import { createKernelCache } from "../../../core/engine/engine.ts";
import { startRuns } from "../../../core/engine/live_training.ts";
import { ADDRESS_BYTES } from "../../../core/engine/memory.ts";
import { createLossEvaluator, createSurfaceEvaluator } from "../../../core/engine/evaluators.ts";
import { outputsOf, trainingLoss } from "../../../core/train_network.ts";
import type { Training } from "../../../core/training.ts";
import { bitsOf, number, wrapKernels } from "./programs.ts";
import { trainConfig } from "./random_configs.ts";
import { BASE, layersOf, referenceTexts, textOf, trainingsOf } from "./trainings.ts";

const WEB_ASSEMBLY = wasmBackend(), INTERPRETER = interpreterBackend();
const GRID = Array.from({ length: 24 * 24 }, (_, i) => [-1.5 + i % 24 / 8, -1.5 + Math.floor(i / 24) / 8]);

/** The surfaces by the reference. */
function expectedOf({ network, loss }: Training, nets: readonly (readonly number[])[], points: readonly number[][]) {
  const rows = points.map((inputs) => ({ inputs, targets: [0] }));
  return nets.flatMap((parameters) =>
    outputsOf({ network, rows }, parameters).map(([y]) => loss.probability(NUMBERS, y!))
  );
}

function surfacesOf(training: Training, nets: readonly (readonly number[])[], points: number[][], backend: Backend) {
  return bitsOf([...createSurfaceEvaluator(training, points, backend)(nets)]);
}

Deno.test("surfaces have the bits of the reference, for any activation, weights and points", () => {
  const names = fc.constantFrom(...Object.keys(ACTIVATIONS) as ActivationName[]);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), names), { maxLength: 2 }),
      fc.constantFrom("crossEntropy", "crossEntropyFromLogits"),
      fc.array(fc.array(number, { minLength: 25, maxLength: 25 }), { maxLength: 7 }),
      fc.array(fc.tuple(number, number), { maxLength: 5 }),
      (hidden, loss, weights, points) => {
        const network = layersOf(2, ...hidden, [1, loss === "crossEntropy" ? "sigmoid" : "identity"]);
        const [training] = trainingsOf({ ...BASE, network, loss } as TrainConfig, 1) as [Training];
        const nets = weights.map((list) => list.slice(0, training.network.parameterCount));
        const expected = bitsOf(expectedOf(training, nets, points));
        assertEquals(surfacesOf(training, nets, points, WEB_ASSEMBLY), expected);
        assertEquals(surfacesOf(training, nets, points, INTERPRETER), expected);
      },
    ),
    { seed: 31, numRuns: 60 },
  );
});

Deno.test("surfaces of 200 nets on a grid have the bits of the reference, call after call, while training goes on", () => {
  const trainings = trainingsOf({ ...BASE, epochs: 90 }, 200),
    evaluate = createSurfaceEvaluator(trainings[0]!, GRID, WEB_ASSEMBLY);
  const live = startRuns(trainings, "wasm", { kernels: createKernelCache(WEB_ASSEMBLY) });
  for (const epoch of [0, 30, 90]) {
    const nets = live.advance(epoch).map(({ parameters }) => parameters);
    const expected = expectedOf(trainings[0]!, nets, GRID), surfaces = evaluate(nets);
    assertEquals(surfaces.length, 200 * 576);
    assert(surfaces.every((value, i) => Object.is(value, expected[i])));
  }
  assertEquals(live.runs.map(({ trained }) => textOf(trained!)), referenceTexts(trainings));
});

Deno.test("createSurfaceEvaluator evaluates nets that are too large for kernels, and other numbers of inputs", () => {
  for (const [inputs, units] of [[3, 2], [1, 1], [2, 1100]] as const) {
    const points = [[0.5, -1, 1], [0, 2, -0]].map((point) => point.slice(0, inputs));
    const network = layersOf(inputs, [units, "tanh"], [1, "sigmoid"]);
    const trainings = trainingsOf({ ...BASE, data: `parity${inputs}`, network }, 3);
    const nets = trainings.map(({ start }) => start);
    const expected = bitsOf(expectedOf(trainings[0]!, nets, points));
    assertEquals(surfacesOf(trainings[0]!, nets, points, WEB_ASSEMBLY), expected);
    const short = () => surfacesOf(trainings[0]!, [nets[0]!.slice(1)], points, WEB_ASSEMBLY);
    assertThrows(short, RangeError, `parameters, but has ${nets[0]!.length - 1}`);
  }
});

Deno.test("the comparison of surfaces catches points in the wrong order", () => {
  const backend = wasmBackend();
  const late = wrapKernels(backend, (kernel) => (from, to, pair, list, ...rest) => {
    const { addresses } = backend.views();
    addresses[list / ADDRESS_BYTES] = addresses[list / ADDRESS_BYTES + 1]!;
    return kernel(from, to, pair, list, ...rest);
  });
  const trainings = trainingsOf(BASE, 2), nets = trainings.map(({ start }) => start);
  const expected = bitsOf(expectedOf(trainings[0]!, nets, GRID));
  assertEquals(surfacesOf(trainings[0]!, nets, GRID, backend), expected);
  assertNotEquals(surfacesOf(trainings[0]!, nets, GRID, late), expected);
});

/** The losses by the reference. */
function expectedLosses({ network, loss, reduction }: Training, rows: Training["rows"], nets: readonly number[][]) {
  const objective = { network, loss, reduction, rows };
  return nets.map((parameters) => trainingLoss(objective, outputsOf(objective, parameters)));
}

Deno.test("losses have the bits of the reference, for any config, weights, and rows", () => {
  fc.assert(
    fc.property(trainConfig, fc.array(number, { minLength: 1 }), fc.nat(7), (config, numbers, count) => {
      const [training] = trainingsOf(config, 1) as [Training], { network: { parameterCount } } = training;
      const nets = Array.from(
        { length: count },
        (_, net) => Array.from({ length: parameterCount }, (_, i) => numbers[(i * (net + 1) + net) % numbers.length]!),
      );
      for (const rows of [training.rows, training.testRows ?? []].filter(({ length }) => length > 0)) {
        const expected = bitsOf(expectedLosses(training, rows, nets));
        for (const backend of [WEB_ASSEMBLY, INTERPRETER]) {
          assertEquals(bitsOf([...createLossEvaluator(training, rows.length, backend)(nets, rows)]), expected);
        }
      }
    }),
    { seed: 32, numRuns: 40 },
  );
});

Deno.test("losses sum over several outputs, and of nets that are too large for kernels", () => {
  const data = { inputs: [[0.1, -2], [3, 0], [0, 0.5]], targets: [[1, 0], [0.5, 1], [0, 0]] };
  for (const [units, reduction] of [[3, "mean"], [3, "sum"], [1100, "sum"]] as const) {
    const network = layersOf(2, [units, "tanh"], [2, "sigmoid"]), loss = { name: "crossEntropy", reduction } as const;
    const trainings = trainingsOf({ ...BASE, data, network, loss }, 3), nets = trainings.map(({ start }) => [...start]);
    const [training] = trainings as [Training], evaluate = createLossEvaluator(training, 3, WEB_ASSEMBLY);
    for (const rows of [training.rows, training.rows.toReversed()]) {
      assertEquals(bitsOf([...evaluate(nets, rows)]), bitsOf(expectedLosses(training, rows, nets)));
    }
  }
  const [training] = trainingsOf(BASE, 1) as [Training];
  assertThrows(() => createLossEvaluator(training, 0, WEB_ASSEMBLY), RangeError, "at least one row");
  const evaluate = createLossEvaluator(training, 3, WEB_ASSEMBLY);
  assertThrows(() => evaluate([], training.rows), RangeError, "there must be 3 rows, but there are 4");
});
