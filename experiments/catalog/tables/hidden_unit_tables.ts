/** A table of how hidden units become different in training, or stay the same. */
import { unflatten } from "../../../core/network.ts";
import { stepsPerEpoch } from "../../../core/training.ts";
import { matches } from "../../define/factors.ts";
import { defineTable } from "../../define/tables.ts";
import { numberColumn, textColumn } from "../shared/column_builders.ts";
import { firstReplicates } from "../shared/outcomes.ts";

/** The weights of the hidden units of a few starts, epoch by epoch. */
export const hiddenUnits = defineTable({
  meaning: "the weights of each hidden unit through training, from the constant start and from the uniform one",
  columns: {
    initializer: textColumn("how weights start: all at one value, or uniform from −1 to 1"),
    loss: textColumn("loss that training minimizes"),
    net: textColumn("initializer and loss"),
    epoch: numberColumn("epochs trained so far", "epochs"),
    unit: textColumn("hidden unit"),
    w1: numberColumn("its weight of x1"),
    w2: numberColumn("its weight of x2"),
    w3: numberColumn("its weight of the constant 1"),
    output: numberColumn("weight from it to the output unit"),
    distance: numberColumn("largest distance of one of these weights from that of the first hidden unit"),
  },
  needs: "run",
  rows: (outcomes) =>
    firstReplicates(outcomes)
      .filter(({ run: { levels } }) => matches(levels, { scale: "1", initializer: ["constant", "uniform"] }))
      .flatMap(({ run, training, trained }) => {
        const { initializer, loss } = run.levels as { initializer: string; loss: string };
        return trained.snapshots.flatMap(({ step, parameters }) => {
          const [hidden, output] = unflatten(training.network, parameters);
          const units = hidden!.W.map((weights, u) => [...weights, output!.W[0]![u]!] as const);
          return units.map((weights, u) => ({
            initializer,
            loss,
            net: `${initializer}, ${loss}`,
            epoch: step / stepsPerEpoch(training),
            unit: `h${u + 1}`,
            w1: weights[0],
            w2: weights[1],
            w3: weights[2],
            output: weights[3],
            distance: Math.max(...weights.map((weight, w) => Math.abs(weight - units[0]![w]!))),
          }));
        });
      }),
});
