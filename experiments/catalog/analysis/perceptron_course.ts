/** The weights of a perceptron, update by update and epoch by epoch; exact if they start at integers. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, outputLayer } from "../../../core/network.ts";
import { stepsPerEpoch, type Training, update } from "../../../core/training.ts";

/** One update: the output for a row, and the weights after the update. */
export interface PerceptronStep {
  /** From 1. */
  readonly epoch: number;
  readonly row: number;
  readonly v: number;
  readonly output: number;
  readonly target: number;
  readonly weights: readonly number[];
}

/** Limit for the number of epochs. */
const MAX_EPOCHS = 8;

/** The updates of the first epochs of a training in fixed order. */
export function perceptronSteps(training: Training): PerceptronStep[] {
  const { network, rows, learningRate, start, steps } = training;
  const perEpoch = stepsPerEpoch(training);
  const order = training.orders().next();
  const updates: PerceptronStep[] = [];
  let weights = start;
  for (let step = 0; step < Math.min(steps, MAX_EPOCHS * perEpoch); step++) {
    const row = order[step % perEpoch]!;
    const example = rows[row]!;
    const pass = forward(NUMBERS, network, weights, example.inputs);
    const state = { parameters: weights, optimizerState: {} };
    weights = update(NUMBERS, training, learningRate, [example], state).parameters;
    updates.push({
      epoch: Math.floor(step / perEpoch) + 1,
      row,
      v: pass.z[0]![0]!,
      output: outputLayer(pass)[0]!,
      target: example.targets[0]!,
      weights,
    });
  }
  return updates;
}

/** The state at the end of an epoch; the initial state is the end of epoch 0. */
export interface EpochEnd {
  readonly epoch: number;
  readonly weights: readonly number[];
  /** Number of rows with a wrong output during the epoch. */
  readonly mistakes: number | undefined;
  /** The first earlier epoch that ended with the same weights. */
  readonly seen: number | undefined;
}

/** The ends of the first epochs. */
export function epochEnds(training: Training): EpochEnd[] {
  const ends: EpochEnd[] = [{ epoch: 0, weights: training.start, mistakes: undefined, seen: undefined }];
  for (const [epoch, updates] of Map.groupBy(perceptronSteps(training), (update) => update.epoch)) {
    const { weights } = updates.at(-1)!;
    const mistakes = updates.filter(({ output, target }) => output !== target).length;
    const seen = ends.find((end) => String(end.weights) === String(weights))?.epoch;
    ends.push({ epoch, weights, mistakes, seen });
  }
  return ends;
}

/**
 * The long-term behaviour that the first recurrence of the weights implies: in fixed order, equal weights have equal
 * futures.
 *
 * `settles`: after an epoch without mistakes the weights never change again. `cycles`: the weights recur after
 * mistakes, so that the same epochs repeat forever. `open`: neither within the epochs considered. `epoch` is the one
 * after which the weights are constant, or in their cycle; `period` is the length of the cycle in epochs.
 */
export function longTermBehaviourOf(ends: readonly EpochEnd[]) {
  const recurrence = ends.find(({ seen }) => seen !== undefined);
  if (!recurrence) return { fate: "open", epoch: undefined, period: undefined, weights: ends.at(-1)!.weights };
  const { epoch, seen, mistakes, weights } = recurrence;
  if (mistakes === 0) return { fate: "settles", epoch: seen, period: undefined, weights };
  return { fate: "cycles", epoch: seen, period: epoch - seen!, weights };
}
