/** Tables of how large weights and outputs become, and of how runs fail on XOR. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { datasetOf } from "../../../core/components/datasets.ts";
import { forward } from "../../../core/network.ts";
import { stepsPerEpoch, type Training } from "../../../core/training.ts";
import type { Outcome } from "../../define/run.ts";
import { defineTable } from "../../define/tables.ts";
import { quantile } from "../../statistics/statistics.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";
import { outcomesByCell } from "../shared/outcomes.ts";
import { expectedEpochsWithRestarts } from "../shared/speed_table.ts";

/** Within this distance of its target an output is right, and of ½ undecided. */
const TOLERANCE = 0.1;

/** The rows of XOR, on which every net is measured, whatever rows it was trained on. */
const XOR = datasetOf({ name: "xor", encoding: "binary", constant: true });

const METHOD = textColumn("what is added to plain training");
const LOSS = textColumn("loss that training minimizes");
const WEIGHT_NORM = "Euclidean norm of all weights";
const LOGIT = "largest |v| of a row, where v is the weighted sum of the output unit";

/** The size of the weights and outputs of every run at its end, and its failure, if it fails. */
export const ends = defineTable({
  meaning: "every run at its end: how large its weights and outputs are, and its worst row",
  columns: {
    method: METHOD,
    loss: LOSS,
    replicate: integerColumn("index of the random start"),
    solved: { type: "boolean", meaning: "whether all errors on the training rows are below 0.1" },
    weight_norm: numberColumn(WEIGHT_NORM),
    logit: numberColumn(LOGIT),
    max_error: numberColumn("largest |d − y| of a row of XOR"),
    undecided_rows: integerColumn("rows of XOR with |y − ½| below 0.1"),
    hidden_output: numberColumn("largest output of a hidden unit for the row with the largest error"),
  },
  key: ["method", "loss", "replicate"],
  needs: "run",
  rows: (outcomes) =>
    outcomes.map((outcome) => {
      const { run: { levels, replicate }, trained } = outcome;
      return { method: levels.method, loss: levels.loss, replicate, solved: trained.solved, ...endOf(outcome) };
    }),
});

/** How reliable each setting is, how it fails, and how large its weights are. */
export const settings = defineTable({
  meaning: "each setting: how many runs it solves, how the others fail, and how large weights and outputs become",
  columns: {
    method: METHOD,
    loss: LOSS,
    runs: integerColumn("runs of the setting"),
    solved: integerColumn("runs solved at the end"),
    undecided: integerColumn("unsolved runs whose worst row has |y − ½| below 0.1"),
    confidently_wrong: integerColumn("unsolved runs whose worst row has |d − y| above 0.9"),
    median_weight_norm: numberColumn(`median over the runs: ${WEIGHT_NORM}`),
    median_logit: numberColumn(`median over the runs: ${LOGIT}`),
    expected_updates: numberColumn(
      "expected weight updates until solved if each failed run is followed by a new one",
      "updates",
    ),
  },
  key: ["method", "loss"],
  needs: "setting",
  rows: (outcomes) =>
    outcomesByCell(outcomes).map((cell) => {
      const { method, loss } = cell[0]!.run.levels;
      const measured = cell.map((outcome) => ({ solved: outcome.trained.solved, ...endOf(outcome) }));
      const epochs = expectedEpochsWithRestarts(cell);
      const failed = measured.filter(({ solved }) => !solved);
      return {
        method,
        loss,
        runs: cell.length,
        solved: cell.length - failed.length,
        undecided: failed.filter(({ max_error = 1 }) => Math.abs(max_error - 0.5) < TOLERANCE).length,
        confidently_wrong: failed.filter(({ max_error = 0 }) => max_error > 1 - TOLERANCE).length,
        median_weight_norm: medianOf(measured.map(({ weight_norm }) => weight_norm)),
        median_logit: medianOf(measured.map(({ logit }) => logit)),
        expected_updates: epochs && epochs * stepsPerEpoch(cell[0]!.training),
      };
    }),
});

/** How weights and outputs grow through training. */
export const growth = defineTable({
  meaning: "the runs with learning curves: how weights and outputs grow through training, from epoch 1",
  columns: {
    method: METHOD,
    loss: LOSS,
    epoch: numberColumn("epochs trained so far", "epochs"),
    median_weight_norm: numberColumn(`median over these runs: ${WEIGHT_NORM}`),
    median_logit: numberColumn(`median over these runs: ${LOGIT}`),
  },
  key: ["method", "loss", "epoch"],
  needs: "setting",
  rows: (outcomes) =>
    outcomesByCell(outcomes).flatMap((cell) => {
      const recorded = cell.filter(({ trained }) => trained.snapshots.length > 1);
      const points = recorded.flatMap(({ training, trained }) =>
        trained.snapshots.filter(({ step }) => step > 0).map(({ step, parameters }) => ({
          epoch: step / stepsPerEpoch(training),
          ...sizesOf(training, parameters),
        }))
      );
      const { method, loss } = cell[0]!.run.levels;
      return [...Map.groupBy(points, ({ epoch }) => epoch)].map(([epoch, sizes]) => ({
        method,
        loss,
        epoch,
        median_weight_norm: medianOf(sizes.map(({ weight_norm }) => weight_norm)),
        median_logit: medianOf(sizes.map(({ logit }) => logit)),
      }));
    }),
});

const NO_END = {
  weight_norm: undefined,
  logit: undefined,
  max_error: undefined,
  undecided_rows: undefined,
  hidden_output: undefined,
} as const;

/** Missing values if the run diverged. */
function endOf({ training, trained }: Outcome) {
  if (trained.status === "diverged") return NO_END;
  const { parameters } = trained.snapshots.at(-1)!;
  const { passes, ...sizes } = sizesOf(training, parameters);
  const outputs = passes.map(({ a }) => a[2]![0]!);
  const errors = outputs.map((y, row) => Math.abs((XOR.targets[row] as number) - y));
  const max_error = Math.max(...errors);
  return {
    weight_norm: sizes.weight_norm,
    logit: sizes.logit,
    max_error,
    undecided_rows: outputs.filter((y) => Math.abs(y - 0.5) < TOLERANCE).length,
    hidden_output: Math.max(...passes[errors.indexOf(max_error)]!.a[1]!),
  };
}

function sizesOf({ network }: Training, parameters: readonly number[]) {
  const passes = XOR.inputs.map((inputs) => forward(NUMBERS, network, parameters, inputs));
  return {
    passes,
    weight_norm: Math.sqrt(parameters.reduce((sum, w) => sum + w * w, 0)),
    logit: Math.max(...passes.map(({ z }) => Math.abs(z[1]![0]!))),
  };
}

function medianOf(values: readonly (number | undefined)[]): number | undefined {
  const present = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return present.length > 0 ? quantile(present, 0.5) : undefined;
}
