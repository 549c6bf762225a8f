/** Trains nets and reports them frame by frame. */
import { stepsPerEpoch, type Training } from "../../../../core/training.ts";
import { type LiveRun, startRuns } from "../../../../core/engine/live_training.ts";
import { prepare } from "../../../../core/train_network.ts";
import { labConfigs } from "../../../wire/lab_config.ts";
import type { LabSeeds, LabState } from "../../../wire/lab_state.ts";
import { type FilmRequest, type FrameArrays, type StartRange, tileBytes } from "./messages.ts";
import { tilePoints } from "./tile_points.ts";
import type { Toolbox } from "./toolbox.ts";
import { createSliceTrainer } from "./train_steps.ts";

/** The trainings of some starts of a setting. */
export function trainingsOf(state: LabState, { first, count }: StartRange, seeds: LabSeeds) {
  const replicates = Array.from({ length: count }, (_, i) => first + i);
  return labConfigs(state, replicates, seeds).map(prepare);
}

/** Trains in slices; the first frame, which needs no training, comes before any kernel for training is compiled. */
export function* film(
  { state, first, count, epochs, tileSide }: FilmRequest,
  seeds: LabSeeds,
  toolbox: Toolbox,
  report: (frame: number, arrays: FrameArrays) => void,
): Generator<void, void> {
  const trainings = trainingsOf(state, { first, count }, seeds);
  const kernels = toolbox.kernels();
  const evaluate = frameEvaluator(state, trainings, tileSide, toolbox);
  const trainer = createSliceTrainer(startRuns(trainings.map(watchedWithin(epochs)), "auto", { kernels }));
  // runs are checked at their end, even if that is their start
  if (epochs.length === 1) yield* trainer.advance(0);
  const solvedAtStart = trainings.map((_, i) => trainer.training.runs[i]?.solvedSince);
  report(0, evaluate(trainings.map(({ start }) => start), solvedAtStart));
  yield;
  const updatesPerEpoch = stepsPerEpoch(trainings[0]!);
  let solvedSince: readonly (number | undefined)[] = trainings.map(() => undefined);
  for (let frame = 1; frame < epochs.length; frame++) {
    const epoch = epochs[frame]!, isWithin = !Number.isInteger(epoch);
    yield* trainer.advance(Math.ceil(epoch));
    const { runs } = trainer.training;
    // runs are checked at the ends of epochs, and at their own
    if (!isWithin || frame === epochs.length - 1) solvedSince = runs.map(({ solvedSince }) => solvedSince);
    const parameters = runs.map((run, i) =>
      isWithin ? parametersAt(run, Math.round(epoch * updatesPerEpoch)) ?? trainings[i]!.start : run.parameters
    );
    report(frame, evaluate(parameters, solvedSince));
    yield;
  }
}

/** Adds checkpoints to a training where frames lie within an epoch. */
function watchedWithin(epochs: readonly number[]): (training: Training) => Training {
  const within = epochs.filter((epoch) => !Number.isInteger(epoch));
  if (within.length === 0) return (training) => training;
  return (training) => ({
    ...training,
    checkpoints: within.map((epoch) => Math.round(epoch * stepsPerEpoch(training))),
  });
}

/** The parameters after some updates; undefined before the first checkpoint. */
function parametersAt({ paused, trained }: LiveRun, step: number): readonly number[] | undefined {
  return (paused ?? trained)!.snapshots.findLast((snapshot) => snapshot.step <= step)?.parameters;
}

function frameEvaluator(
  state: LabState,
  trainings: ReturnType<typeof trainingsOf>,
  tileSide: number,
  toolbox: Toolbox,
) {
  const training = trainings[0]!, { network: { parameterCount }, rows, testRows = [] } = training;
  const classifies = state.data.kind !== "table";
  const right = rightEvaluator(training, classifies ? rows : [], toolbox);
  const testRight = rightEvaluator(training, classifies ? testRows : [], toolbox);
  const surfaces = toolbox.surfaceEvaluator(training, tilePoints(state, training, tileSide));
  const losses = toolbox.lossEvaluator(training);
  return (lists: readonly (readonly number[])[], solvedSince: readonly (number | undefined)[]): FrameArrays => {
    const parameters = new Float64Array(lists.length * parameterCount);
    lists.forEach((list, i) => parameters.set(list, i * parameterCount));
    return {
      parameters,
      tiles: tileBytes(surfaces(lists)),
      losses: new Float64Array(losses(lists, rows)),
      right: right(lists),
      testRight: testRight(lists),
      solvedSince: Float64Array.from(solvedSince, (since) => since ?? NaN),
    };
  };
}

/** Computes the fraction of rows that each net classifies right: an output of ½ or more counts as 1. */
function rightEvaluator(training: Training, rows: Training["rows"], toolbox: Toolbox) {
  if (rows.length === 0) return () => new Float64Array(0);
  const outputsOf = toolbox.surfaceEvaluator(training, rows.map(({ inputs }) => inputs));
  return (lists: readonly (readonly number[])[]) => {
    const outputs = outputsOf(lists), right = new Float64Array(lists.length);
    for (let i = 0; i < outputs.length; i++) {
      const row = i % rows.length;
      if (outputs[i]! >= 0.5 === rows[row]!.targets[0]! >= 0.5) right[(i - row) / rows.length]! += 1 / rows.length;
    }
    return right;
  };
}
