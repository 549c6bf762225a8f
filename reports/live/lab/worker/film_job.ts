/** Trains nets and reports them frame by frame. */
import type { Training } from "../../../../core/training.ts";
import { startRuns } from "../../../../core/engine/live_training.ts";
import { prepare } from "../../../../core/train_network.ts";
import { labConfigs, type LabSeeds } from "../../../wire/lab_config.ts";
import type { LabState } from "../../../wire/lab_state.ts";
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
  report(0, evaluate(trainings.map(({ start }) => start), trainings.map(() => undefined)));
  yield;
  const trainer = createSliceTrainer(startRuns(trainings, "auto", { kernels }));
  for (let frame = 1; frame < epochs.length; frame++) {
    yield* trainer.advance(epochs[frame]!);
    const { runs } = trainer.training;
    report(frame, evaluate(runs.map(({ parameters }) => parameters), runs.map(({ solvedSince }) => solvedSince)));
    yield;
  }
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
