/** Decision surfaces: what a net answers over the plane of its two inputs, before and after training. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, outputsOf } from "../../../core/network.ts";
import { defineTable, type Outcome } from "../../experiment.ts";

const LOWEST = -0.25, STEP = 0.0625, POINTS = 25; // 0 and 1 are on the grid

/**
 * A table of surfaces: of each cell, the first solved replicate among those with kept curves, or else replicate 0.
 *
 * `title` names the panel of a cell; cells that it leaves unnamed are left out.
 */
export function surfaces(title: (levels: Readonly<Record<string, string>>) => string | undefined) {
  return defineTable({
    meaning: "what a net answers over the plane of its inputs, before and after training",
    columns: {
      panel: { type: "string", meaning: "which net, and when" },
      replicate: { type: "integer", meaning: "the run that is shown" },
      x1: { type: "number", meaning: "first input" },
      x2: { type: "number", meaning: "second input" },
      output: { type: "number", meaning: "the net's answer y there" },
      target: { type: "number", meaning: "the wanted answer d, at the four points of the table alone" },
    },
    rows: (outcomes) =>
      shownOf(outcomes).flatMap((outcome) => {
        const name = title(outcome.run.levels), { snapshots } = outcome.trained;
        if (name === undefined) return [];
        const end = snapshots.length - 1;
        return [...grid(outcome, 0, `${name}, before`), ...grid(outcome, end, `${name}, after`)];
      }),
  });
}

function shownOf(outcomes: readonly Outcome[]): Outcome[] {
  const shown = new Map<number, Outcome>();
  for (const outcome of outcomes) {
    const { run, trained } = outcome, rival = shown.get(run.cell);
    if (trained.snapshots.length > 1 && (!rival || trained.solved && !rival.trained.solved)) {
      shown.set(run.cell, outcome);
    }
  }
  return [...shown.values()];
}

function grid({ run, training: { network, rows }, trained }: Outcome, snapshot: number, panel: string) {
  const { parameters } = trained.snapshots[snapshot]!,
    steps = Array.from({ length: POINTS }, (_, i) => LOWEST + i * STEP);
  return steps.flatMap((x1) =>
    steps.map((x2) => {
      const inputs = [x1, x2, ...rows[0]!.inputs.slice(2)];
      const known = rows.find((row) => row.inputs[0] === x1 && row.inputs[1] === x2);
      const output = outputsOf(forward(NUMBERS, network, parameters, inputs))[0]!;
      return { panel, replicate: run.replicate, x1, x2, output, target: known?.targets[0] };
    })
  );
}
