/** Runs that pause and go on give the bits of uninterrupted runs, and report where they are. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { TrainConfig } from "../../../core/config/config.ts";
import { interpreterBackend, wasmBackend } from "../../../core/engine/backend.ts";
import { createKernelCache, type KernelCache } from "../../../core/engine/engine.ts";
import { type LiveRun, startRuns } from "../../../core/engine/live_training.ts";
import { trainReference } from "../../../core/reference.ts";
import { evaluateCheck, type PausedRun, stepsPerEpoch, type Training } from "../../../core/training.ts";
import { bitsOf, wrapKernels } from "./programs.ts";
import { trainConfig } from "./random_configs.ts";
import { BASE, layersOf, referenceTexts, textOf, trainingsOf } from "./trainings.ts";

const WEB_ASSEMBLY = createKernelCache(wasmBackend()), INTERPRETER = createKernelCache(interpreterBackend());
const ENGINES = { wasm: WEB_ASSEMBLY, interpreter: INTERPRETER, reference: undefined };
type Engine = keyof typeof ENGINES;

function start(trainings: readonly Training[], engine: Engine, from: readonly (PausedRun | undefined)[] = []) {
  return startRuns(trainings, engine === "reference" ? "reference" : "wasm", { kernels: ENGINES[engine], from });
}

/** The parameters after some epochs of an uninterrupted run of the reference. */
function parametersAt(training: Training, epoch: number): readonly number[] {
  const { start } = training, steps = epoch * stepsPerEpoch(training);
  return trainReference({ ...training, start, steps, checkpoints: [steps], stopBelow: undefined }).snapshots[0]!
    .parameters;
}

/** Whether a run reports the parameters and the max error of an uninterrupted run at an epoch. */
function isAt(training: Training, { parameters, maxError }: LiveRun, epoch: number): boolean {
  const expected = parametersAt(training, epoch), check = evaluateCheck(training, expected);
  const numbers = [...expected, check.isFinite ? check.maxError : NaN];
  return String(bitsOf([...parameters, maxError])) === String(bitsOf(numbers));
}

/** A net of which some runs stop early, at different epochs. */
const STOPPING = {
  ...BASE,
  network: layersOf(2, [3, "tanh"], [1, "sigmoid"]),
  loss: "crossEntropy",
  optimizer: { name: "momentum", learningRate: 0.5 },
  epochs: 90,
  check: { every: 3, tolerance: 0.1 },
  stop: { maxError: 0.2 },
  checkpoints: [0, 10, 80],
} as const satisfies TrainConfig;

Deno.test("runs that pause anywhere, and go on with any engine, give the bits of uninterrupted runs", () => {
  const stop = fc.tuple(fc.nat(12), fc.constantFrom<Engine>("wasm", "wasm", "interpreter", "reference"));
  fc.assert(
    fc.property(trainConfig, fc.array(stop, { maxLength: 4 }), (config, stops) => {
      const trainings = trainingsOf(config, 3), expected = referenceTexts(trainings);
      let from: readonly (PausedRun | undefined)[] = [], live = start(trainings, "wasm"), epoch = 0;
      const ended = new Map<number, string>();
      const collect = () => {
        const going = live.runs.flatMap(({ trained, paused }, position) => {
          const i = indices[position]!;
          if (trained) ended.set(i, textOf(trained));
          return paused ? [{ i, paused: structuredClone(paused) }] : [];
        });
        indices = going.map(({ i }) => i);
        from = going.map(({ paused }) => paused);
      };
      let indices = trainings.map((_, i) => i);
      for (const [more, engine] of stops) {
        live = start(indices.map((i) => trainings[i]!), engine, from);
        epoch += more;
        live.advance(epoch);
        for (const [position, run] of live.runs.entries()) {
          if (run.paused) assert(isAt(trainings[indices[position]!]!, run, epoch), `epoch ${epoch}`);
        }
        collect();
      }
      live = start(indices.map((i) => trainings[i]!), "wasm", from);
      live.advance(Infinity);
      assert(live.isEnded);
      collect();
      assertEquals(trainings.map((_, i) => ended.get(i)), expected);
    }),
    { seed: 21, numRuns: 60 },
  );
});

Deno.test("startRuns reports every run at every pause, and each end once, with many runs in few lanes", () => {
  for (const scheme of [{}, { batch: "online", order: "shuffled" }, { batch: 3 }] as const) {
    const trainings = trainingsOf({ ...STOPPING, ...scheme }, 70), expected = referenceTexts(trainings);
    const live = start(trainings, "wasm"), lastEpochs = trainings.map(() => -1);
    for (const toEpoch of [0, 0, 1, 2, 3, 4, 20, 21, 59, 89, 90, 100]) {
      const runs = live.advance(toEpoch);
      for (const [i, run] of runs.entries()) {
        assert(run.epoch >= lastEpochs[i]! && (run.trained ? run.epoch <= toEpoch : run.epoch === toEpoch));
        lastEpochs[i] = run.epoch;
        if (i % 10 === 0) assert(isAt(trainings[i]!, run, run.epoch), `run ${i} at ${run.epoch}`);
      }
    }
    assert(live.isEnded);
    assertEquals(live.runs.map(({ trained }) => textOf(trained!)), expected);
    assert(new Set(live.runs.map(({ epoch }) => epoch)).size > 5);
  }
});

Deno.test("the state of checks at a pause is that of a run that ends there", () => {
  const { stop: _, ...config } = STOPPING, live = start(trainingsOf(config, 20), "wasm");
  for (const epochs of [9, 30, 31, 60, 89]) {
    const atEnd = trainingsOf({ ...config, epochs, checkpoints: null }, 20).map(trainReference);
    for (const [i, { solvedSince }] of live.advance(epochs).entries()) {
      const { solvedEpoch, solved } = atEnd[i]!;
      // a run that ends is checked there, too
      if (epochs % 3 === 0) assertEquals(solvedSince, solvedEpoch);
      else if (solved && solvedSince !== undefined) assertEquals(solvedSince, solvedEpoch);
    }
  }
});

Deno.test("the comparison of reports catches a snapshot that is off by one", () => {
  const trainings = trainingsOf(BASE, 2), live = start(trainings, "wasm");
  live.advance(7);
  for (const [i, run] of live.runs.entries()) {
    assert(isAt(trainings[i]!, run, 7));
    assert(!isAt(trainings[i]!, run, 6) && !isAt(trainings[i]!, run, 8));
  }
  const kernels: KernelCache = createKernelCache(
    wrapKernels(
      wasmBackend(),
      (kernel) => (from, to, pair, list, repeats, ...rest) => kernel(from, to, pair, list, repeats + 1, ...rest),
    ),
  );
  const late = startRuns(trainings, "wasm", { kernels });
  late.advance(7);
  assert(late.runs.every((run, i) => !isAt(trainings[i]!, run, 7)));
});

Deno.test("startRuns goes on with another learning rate from the same parameters", () => {
  const trainings = trainingsOf({ ...BASE, epochs: 20 }, 3), live = start(trainings, "wasm");
  const faster = trainings.map((training) => ({ ...training, start: training.start, learningRate: 2 }));
  const from = live.advance(8).map(({ paused }) => paused);
  const runs = start(faster, "wasm", from).advance(20);
  for (const [i, { parameters }] of runs.entries()) {
    const restarted = { ...faster[i]!, start: parametersAt(trainings[i]!, 8) };
    assertEquals(bitsOf(parameters), bitsOf(parametersAt(restarted, 12)));
  }
});

Deno.test("startRuns checks a changed training from the next check on, with every engine", () => {
  const trainings = trainingsOf({ ...BASE, epochs: 20 }, 3), from = start(trainings, "wasm").advance(8);
  const paused = from.map(({ paused }) => paused);
  const lenient = trainings.map((training) => ({
    ...training,
    start: training.start,
    check: { every: 4, tolerance: 2 },
  }));
  for (const engine of ["wasm", "interpreter", "reference"] as const) {
    const live = start(lenient, engine, paused);
    assertEquals(live.advance(8).map(({ solvedSince }) => solvedSince), [undefined, undefined, undefined], engine);
    const runs = live.advance(20);
    assertEquals(runs.map(({ solvedSince }) => solvedSince), [12, 12, 12], engine);
  }
});

Deno.test("startRuns rejects states that do not fit, and epochs that do not exist", () => {
  const trainings = trainingsOf(BASE, 1), [{ paused }] = start(trainings, "wasm").advance(5) as [LiveRun];
  const wider = trainingsOf({ ...BASE, network: layersOf(2, [4, "sigmoid"], [1, "sigmoid"]) }, 1);
  assertThrows(() => start(wider, "wasm", [paused]), RangeError, "its state must have 17 numbers, but has 13");
  const shorter = trainingsOf({ ...BASE, epochs: 5 }, 1);
  assertThrows(() => start(shorter, "wasm", [paused]), RangeError, "its end must be after epoch 5");
  for (const epoch of [-1, NaN]) assertThrows(() => start(trainings, "wasm").advance(epoch), RangeError, "at least 0");
  assertEquals(start([], "wasm").advance(3), []);
});

Deno.test("startRuns trains nets that are too large for kernels, and steps that end within an epoch", () => {
  const { epochs: _, ...config } = STOPPING;
  const large = trainingsOf({ ...BASE, network: layersOf(2, [1100, "tanh"], [1, "sigmoid"]), epochs: 2 }, 1);
  const partial = trainingsOf({ ...config, batch: "online", steps: 42, unit: "step", checkpoints: [5, 41] }, 3);
  const trainings = [...large, ...partial], live = start(trainings, "wasm");
  for (let epoch = 0; !live.isEnded; epoch++) live.advance(epoch);
  assertEquals(live.runs.map(({ trained }) => textOf(trained!)), referenceTexts(trainings));
  assertEquals(live.runs.at(-1)!.epoch, 10.5);
});
