/** The perceptron's course, row by row and epoch by epoch; from whole numbers nothing is rounded. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, outputsOf } from "../../../core/network.ts";
import { stepsPerEpoch, type Training } from "../../../core/training.ts";
import { update } from "../../../core/update.ts";

/** One row shown to the perceptron: its answer, and the weights after it has learned from it. */
export interface Lesson {
  /** From 1. */
  readonly epoch: number;
  readonly row: number;
  readonly v: number;
  readonly output: number;
  readonly target: number;
  readonly weights: readonly number[];
}

/** The epochs that are followed, at most. */
const FOLLOWED = 8;

/** The first epochs of a training in fixed order, row by row. */
export function lessonsOf(training: Training): Lesson[] {
  const { network, rows, learningRate, start, steps } = training, perEpoch = stepsPerEpoch(training);
  const order = training.orders().next(), lessons: Lesson[] = [];
  let weights = start;
  for (let step = 0; step < Math.min(steps, FOLLOWED * perEpoch); step++) {
    const row = order[step % perEpoch]!, example = rows[row]!;
    const pass = forward(NUMBERS, network, weights, example.inputs);
    weights = update(NUMBERS, training, learningRate, [example], { parameters: weights, memory: [] }).parameters;
    lessons.push({
      epoch: Math.floor(step / perEpoch) + 1,
      row,
      v: pass.z[0]![0]!,
      output: outputsOf(pass)[0]!,
      target: example.targets[0]!,
      weights,
    });
  }
  return lessons;
}

/** The end of an epoch; the start is the end of epoch 0. */
export interface EpochEnd {
  readonly epoch: number;
  readonly weights: readonly number[];
  /** Rows answered wrongly in the epoch. */
  readonly mistakes: number | undefined;
  /** The first earlier epoch that had ended with the same weights. */
  readonly seen: number | undefined;
}

/** The ends of the first epochs. */
export function epochsOf(training: Training): EpochEnd[] {
  const ends: EpochEnd[] = [{ epoch: 0, weights: training.start, mistakes: undefined, seen: undefined }];
  for (const [epoch, lessons] of Map.groupBy(lessonsOf(training), (lesson) => lesson.epoch)) {
    const { weights } = lessons.at(-1)!;
    const mistakes = lessons.filter(({ output, target }) => output !== target).length;
    const seen = ends.find((end) => String(end.weights) === String(weights))?.epoch;
    ends.push({ epoch, weights, mistakes, seen });
  }
  return ends;
}

/** How it ends. */
export interface Fate {
  /**
   * `settles`: an epoch without a mistake, so that nothing changes ever after. `cycles`: weights that come back after
   * mistakes, so that all that followed them follows again. `open`: neither within the epochs followed.
   */
  readonly fate: "settles" | "cycles" | "open";
  /** The epoch after which it has settled, or is in its cycle. */
  readonly epoch: number | undefined;
  /** Epochs of the cycle. */
  readonly period: number | undefined;
  readonly weights: readonly number[];
}

/** What the first return of the weights tells: in a fixed order the same weights have the same future. */
export function fateOf(ends: readonly EpochEnd[]): Fate {
  const back = ends.find(({ seen }) => seen !== undefined);
  if (!back) return { fate: "open", epoch: undefined, period: undefined, weights: ends.at(-1)!.weights };
  const { epoch, seen, mistakes, weights } = back;
  return mistakes === 0
    ? { fate: "settles", epoch: seen, period: undefined, weights }
    : { fate: "cycles", epoch: seen, period: epoch - seen!, weights };
}
