/** XOR and XNOR are equally hard: negating the output weights turns training on one into training on the other. */
import { outputsOf } from "../../../core/train_network.ts";
import { trainReference } from "../../../core/reference.ts";
import { stepsPerEpoch, type Training } from "../../../core/training.ts";
import type { Outcome } from "../../define/run.ts";
import { defineTable } from "../../define/tables.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";

/** Long enough for outputs to move, short enough that rounding errors stay below the claim's limit. */
const EPOCHS = 100;

/** The number of starts that are compared; the reference engine trains them. */
const STARTS = 50;

/** Each two-layer start on XOR, and the same start with its output weights negated on XNOR. */
export const mirrored = defineTable({
  meaning:
    "two-layer starts after 100 epochs on XOR, compared with their mirror images on XNOR: output weights negated",
  columns: {
    loss: textColumn("loss that training minimizes"),
    replicate: integerColumn("index of the random start"),
    moved: numberColumn("largest change of an output on XOR in these epochs"),
    difference: numberColumn(
      "largest |y + y′ − 1| of a row, for the outputs y on XOR and y′ of the mirror image on XNOR",
    ),
  },
  key: ["loss", "replicate"],
  needs: "run",
  rows: (outcomes) =>
    outcomes.filter(isCompared).map(({ run, training }) => {
      const start = outputsOf(training, training.start).flat();
      const onXor = outputsAfter(training);
      const onXnor = outputsAfter(mirrorImageOf(training));
      return {
        loss: run.levels.loss!,
        replicate: run.replicate,
        moved: Math.max(...onXor.map((y, row) => Math.abs(y - start[row]!))),
        difference: Math.max(...onXor.map((y, row) => Math.abs(y + onXnor[row]! - 1))),
      };
    }),
});

function isCompared({ run: { levels, replicate } }: Outcome): boolean {
  return levels.function === "xor" && levels.network === "two-layer" && replicate < STARTS;
}

/** A training with negated output weights and complementary targets. */
function mirrorImageOf(training: Training): Training {
  const { network, rows, start } = training;
  const { weights } = network.layers.at(-1)!;
  return {
    ...training,
    start: start.map((w, i) => i < weights ? w : -w),
    rows: rows.map(({ inputs, targets }) => ({ inputs, targets: targets.map((d) => 1 - d) })),
  };
}

function outputsAfter(training: Training): number[] {
  const steps = EPOCHS * stepsPerEpoch(training);
  const { snapshots } = trainReference({ ...training, steps, checkpoints: [steps], stopBelow: undefined });
  return outputsOf(training, snapshots.at(-1)!.parameters).flat();
}
