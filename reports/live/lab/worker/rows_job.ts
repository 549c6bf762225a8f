/** The rows of nets as in `runs.csv`. */
import { startRuns } from "../../../../core/engine/live_training.ts";
import { prepare } from "../../../../core/train_network.ts";
import type { Run } from "../../../../experiments/define/run.ts";
import { OUTPUT_PREFIX, rowLabels, RUN_COLUMNS } from "../../../../experiments/define/columns.ts";
import { runRow } from "../../../../experiments/records.ts";
import { csvLineOf } from "../../../../experiments/store/csv.ts";
import { labConfigs, type LabSeeds } from "../../../wire/lab_config.ts";
import type { RowsRequest } from "./messages.ts";
import type { Toolbox } from "./toolbox.ts";
import { createSliceTrainer } from "./train_steps.ts";

const LINE_END = "\r\n";

/** Trains in slices; reports the text of the file. */
export function* rows(
  { state, first, count }: RowsRequest,
  seeds: LabSeeds,
  toolbox: Toolbox,
  report: (text: string) => void,
): Generator<void, void> {
  const replicates = Array.from({ length: count }, (_, i) => first + i);
  const runs = labConfigs(state, replicates, seeds).map((config, i): Run => ({
    cell: 0,
    levels: {},
    replicate: replicates[i]!,
    config,
  }));
  const trainings = runs.map(({ config }) => prepare(config));
  const trainer = createSliceTrainer(startRuns(trainings, "auto", { kernels: toolbox.kernels() }));
  yield* trainer.advance(state.epochs);
  const outputs = rowLabels(trainings[0]!.rows.length).map((label) => `${OUTPUT_PREFIX}${label}`);
  const names = [...Object.keys(RUN_COLUMNS), ...outputs];
  const lines = runs.map((run, i) => {
    const trained = trainer.training.runs[i]!.trained!;
    return csvLineOf(names, runRow({ run, training: trainings[i]!, trained }));
  });
  report([names.join(","), ...lines, ""].join(LINE_END));
}
