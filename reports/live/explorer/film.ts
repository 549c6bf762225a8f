/** A training kept epoch by epoch, to be played. */
import { parseConfig, type ResolvedConfig } from "../../../core/config/config.ts";
import { type Kernels, trainAll } from "../../../core/engine/engine.ts";
import { answersOf, meanSquaredError, prepare, trainingLoss } from "../../../core/train_network.ts";
import { stepsPerEpoch, type Trained, type Training } from "../../../core/training.ts";
import type { Run } from "../../../experiments/plan.ts";
import type { PageData } from "../../wire/page_data.ts";
import { csvLine } from "../../wire/page_runs.ts";

/** A net at one moment. */
export interface Frame {
  readonly epoch: number;
  readonly parameters: readonly number[];
  /** The configured loss over all rows. */
  readonly loss: number;
  readonly meanSquaredError: number;
}

/** A training from its first frame to its last. */
export interface Film {
  readonly config: ResolvedConfig;
  readonly frames: readonly Frame[];
  readonly status: Trained["status"];
  readonly solved: boolean;
  readonly solvedEpoch: number | undefined;
  /** What the run's line in `runs.csv` must be. */
  readonly line: string;
}

/** About how many frames a film has, and by which share of its epoch each is later than the one before. */
const SHORT = 240, PACE = 0.03;

/**
 * The updates after which a frame is kept, ascending.
 *
 * All of a short training; otherwise ends of epochs, first each of them and then ever fewer. `also` is an epoch that is to be among them.
 */
export function frameSteps(steps: number, perEpoch: number, also?: number): number[] {
  const kept = new Set([0, steps]);
  if (steps <= SHORT) { for (let step = 1; step < steps; step++) kept.add(step); }
  for (let epoch = 1; epoch * perEpoch < steps; epoch += Math.max(1, Math.round(PACE * epoch))) {
    kept.add(epoch * perEpoch);
  }
  const wanted = also === undefined ? NaN : Math.round(also * perEpoch);
  if (wanted >= 0 && wanted <= steps) kept.add(wanted);
  return [...kept].sort((a, b) => a - b);
}

/** Trains a run and keeps its frames. */
export function filmOf(data: PageData, run: Run, kernels: Kernels, also?: number): Film {
  const plain = prepare(run.config), checkpoints = frameSteps(plain.steps, stepsPerEpoch(plain), also);
  const config = parseConfig({ ...run.config, unit: "step", checkpoints }).config, training = prepare(config);
  const trained = trainAll([training], "auto", { kernels })[0]!;
  return {
    config,
    frames: trained.snapshots.map(({ step, parameters }) => {
      const answers = answersOf(training, parameters);
      return {
        epoch: step / stepsPerEpoch(training),
        parameters,
        loss: trainingLoss(training, answers),
        meanSquaredError: meanSquaredError(training, answers),
      };
    }),
    status: trained.status,
    solved: trained.solved,
    solvedEpoch: trained.solvedEpoch,
    line: csvLine(data, { run, training, trained }),
  };
}

/** The number of the last frame that is not after an epoch. */
export function frameAt(frames: readonly Frame[], epoch: number): number {
  let at = 0;
  while (at + 1 < frames.length && frames[at + 1]!.epoch <= epoch) at++;
  return at;
}

/** The start of a net, with the numbers of another one's start wherever both have the same weight. */
export function sharedStart(own: Training, other: Training): number[] {
  const start = [...own.start];
  for (const [l, layer] of own.network.layers.entries()) {
    const twin = other.network.layers[l];
    if (!twin) break;
    for (let unit = 0; unit < Math.min(layer.units, twin.units); unit++) {
      for (let input = 0; input < Math.min(layer.inputs, twin.inputs); input++) {
        start[layer.weights + unit * layer.inputs + input] = other.start[twin.weights + unit * twin.inputs + input]!;
      }
      if (layer.biases !== undefined && twin.biases !== undefined) {
        start[layer.biases + unit] = other.start[twin.biases + unit]!;
      }
    }
  }
  return start;
}
