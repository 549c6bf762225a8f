/** The rows of nets as in `runs.csv`. */
import { startRuns } from "../../../../core/engine/live_training.ts";
import { prepare } from "../../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../../core/training.ts";
import type { Outcome } from "../../../../experiments/define/run.ts";
import { OUTPUT_PREFIX, rowLabels, RUN_COLUMNS } from "../../../../experiments/define/columns.ts";
import { runRow } from "../../../../experiments/records.ts";
import { csvLineOf } from "../../../../experiments/store/csv.ts";
import { labConfigs } from "../../../wire/lab_config.ts";
import type { LabSeeds } from "../../../wire/lab_state.ts";
import { rowDigest } from "../../../wire/page_runs.ts";
import type { EndsRequest, NetEnd, RowsRequest } from "./messages.ts";
import type { Toolbox } from "./toolbox.ts";
import { createSliceTrainer } from "./train_steps.ts";

const LINE_END = "\r\n";

/** Trains in slices; reports the text of the file. */
export function* rows(
  request: RowsRequest,
  seeds: LabSeeds,
  toolbox: Toolbox,
  report: (text: string) => void,
): Generator<void, void> {
  const outcomes = yield* outcomesOf(request, {}, seeds, toolbox);
  const outputs = rowLabels(outcomes[0]!.training.rows.length).map((label) => `${OUTPUT_PREFIX}${label}`);
  const names = [...Object.keys(RUN_COLUMNS), ...outputs];
  const lines = outcomes.map((outcome) => csvLineOf(names, runRow(outcome)));
  report([names.join(","), ...lines, ""].join(LINE_END));
}

/** Trains in slices; reports how the nets ended. */
export function* ends(
  request: EndsRequest,
  seeds: LabSeeds,
  toolbox: Toolbox,
  report: (ends: NetEnd[]) => void,
): Generator<void, void> {
  const { columns, levels } = request;
  const outcomes = yield* outcomesOf(request, levels, seeds, toolbox);
  report(outcomes.map((outcome): NetEnd => {
    const { training, trained: { status, solvedEpoch, steps } } = outcome;
    const digest = rowDigest(csvLineOf(columns, runRow(outcome)));
    return { status, solvedEpoch, epochs: steps / stepsPerEpoch(training), digest };
  }));
}

/** Trains nets to their end. */
function* outcomesOf(
  { state, first, count }: Pick<RowsRequest, "state" | "first" | "count">,
  levels: Readonly<Record<string, string>>,
  seeds: LabSeeds,
  toolbox: Toolbox,
): Generator<void, Outcome[]> {
  const replicates = Array.from({ length: count }, (_, i) => first + i);
  const configs = labConfigs(state, replicates, seeds), trainings = configs.map(prepare);
  const trainer = createSliceTrainer(startRuns(trainings, "auto", { kernels: toolbox.kernels() }));
  yield* trainer.advance(Math.ceil(state.epochs));
  return trainings.map((training, i) => ({
    run: { cell: 0, levels, replicate: replicates[i]!, config: configs[i]! },
    training,
    trained: trainer.training.runs[i]!.trained!,
  }));
}
