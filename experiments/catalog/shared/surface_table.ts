/** Decision surfaces: the output of a net over the plane of its two inputs, before and after training. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, outputLayer } from "../../../core/network.ts";
import { defineTable } from "../../define/tables.ts";
import type { Outcome } from "../../define/run.ts";
import { outcomesByCell } from "./outcomes.ts";
import { integerColumn, numberColumn, textColumn } from "./column_builders.ts";

/** The coordinates of a surface's grid along either axis; 0 and 1 are among them. */
export const GRID_POSITIONS: readonly number[] = Array.from({ length: 25 }, (_, i) => -0.25 + i * 0.0625);

/**
 * A table with two surfaces per cell, of its first solved run with a learning curve, or else of replicate 0.
 *
 * `title` gives the title of a cell's panel, or undefined to omit the cell.
 */
export function surfaceTable(title: (levels: Readonly<Record<string, string>>) => string | undefined) {
  return defineTable({
    meaning: "output of a net over the plane of its inputs, before and after training",
    columns: {
      panel: textColumn("which net, and when"),
      replicate: integerColumn("the run that is shown"),
      x1: numberColumn("first input"),
      x2: numberColumn("second input"),
      output: numberColumn("the net's output y there"),
      target: numberColumn("the target d, only at the four rows of the data"),
    },
    needs: "setting",
    rows: (outcomes) =>
      shownRuns(outcomes).flatMap((outcome) => {
        const name = title(outcome.run.levels), { snapshots } = outcome.trained;
        if (name === undefined) return [];
        const end = snapshots.length - 1;
        return [...grid(outcome, 0, `${name}, before`), ...grid(outcome, end, `${name}, after`)];
      }),
  });
}

function shownRuns(outcomes: readonly Outcome[]): Outcome[] {
  return outcomesByCell(outcomes).flatMap((cell) => {
    const recorded = cell.filter(({ trained }) => trained.snapshots.length > 1);
    return recorded.find(({ trained }) => trained.solved) ?? recorded[0] ?? [];
  });
}

function grid({ run, training: { network, rows }, trained }: Outcome, snapshot: number, panel: string) {
  const { parameters } = trained.snapshots[snapshot]!;
  return GRID_POSITIONS.flatMap((x1) =>
    GRID_POSITIONS.map((x2) => {
      const inputs = [x1, x2, ...rows[0]!.inputs.slice(2)];
      const trainingRow = rows.find((row) => row.inputs[0] === x1 && row.inputs[1] === x2);
      const output = outputLayer(forward(NUMBERS, network, parameters, inputs))[0]!;
      return { panel, replicate: run.replicate, x1, x2, output, target: trainingRow?.targets[0] };
    })
  );
}
