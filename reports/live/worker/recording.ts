/** A training recorded frame by frame, so that the page can play it. */
import type { ResolvedConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { type KernelCache, trainAll } from "../../../core/engine/engine.ts";
import { meanSquaredError, outputsOf, prepare, trainingLoss } from "../../../core/train_network.ts";
import { stepsPerEpoch, type Trained } from "../../../core/training.ts";
import type { PageData } from "../../wire/page_data.ts";
import { csvLine } from "../../wire/page_runs.ts";
import type { Run } from "../../../experiments/define/run.ts";

/** A net at one point of its training. */
export interface Frame {
  readonly epoch: number;
  readonly parameters: readonly number[];
  /** The configured loss over all rows. */
  readonly loss: number;
  readonly meanSquaredError: number;
}

/** A recorded training. */
export interface TrainingRecording extends Pick<Trained, "status" | "solved" | "solvedEpoch"> {
  readonly config: ResolvedConfig;
  readonly frames: readonly Frame[];
  /** The line of this run in `runs.csv`. */
  readonly line: string;
  /** Duration of the training, its preparation and its evaluation. */
  readonly milliseconds: number;
}

/** A training of at most this many updates is recorded update by update. */
const MAX_UPDATES = 240;
/** In longer trainings the epochs of successive frames grow by this factor: a few hundred frames in all. */
const EPOCH_GROWTH = 0.03;

/**
 * Chooses the updates to record: those after which a frame is kept, ascending.
 *
 * A short training is recorded after each update. A longer one is recorded at the ends of epochs, more sparsely over
 * time. `includedEpoch` is recorded too if the training reaches it.
 */
export function frameSteps(steps: number, perEpoch: number, includedEpoch?: number): number[] {
  const recorded = new Set([0, steps]);
  if (steps <= MAX_UPDATES) { for (let step = 1; step < steps; step++) recorded.add(step); }
  for (let epoch = 1; epoch * perEpoch < steps; epoch += Math.max(1, Math.round(EPOCH_GROWTH * epoch))) {
    recorded.add(epoch * perEpoch);
  }
  const included = includedEpoch === undefined ? NaN : Math.round(includedEpoch * perEpoch);
  if (included >= 0 && included <= steps) recorded.add(included);
  return [...recorded].sort((a, b) => a - b);
}

/** Trains a run and records it. */
export function recordTraining(
  data: PageData,
  run: Run,
  kernels: KernelCache,
  includedEpoch: number | undefined,
): TrainingRecording {
  const startTime = performance.now();
  const original = prepare(run.config);
  const perEpoch = stepsPerEpoch(original);
  const checkpoints = frameSteps(original.steps, perEpoch, includedEpoch);
  const config = parseConfig({ ...run.config, unit: "step", checkpoints }).config;
  const training = prepare(config);
  const trained = trainAll([training], "auto", { kernels })[0]!;
  const frames = trained.snapshots.map(({ step, parameters }): Frame => {
    const outputs = outputsOf(training, parameters);
    const loss = trainingLoss(training, outputs);
    return { epoch: step / perEpoch, parameters, loss, meanSquaredError: meanSquaredError(training, outputs) };
  });
  const { status, solved, solvedEpoch } = trained;
  const line = csvLine(data, { run, training, trained });
  return { config, frames, status, solved, solvedEpoch, line, milliseconds: performance.now() - startTime };
}

/** The index of the last frame at or before an epoch. */
export function frameAt(frames: readonly Frame[], epoch: number): number {
  return frames.findLastIndex((frame) => frame.epoch <= epoch);
}
