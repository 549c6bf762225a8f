import { assertEquals } from "@std/assert";
import { stuckStates } from "../../../experiments/catalog/stuck_states.ts";
import type { Outcome } from "../../../experiments/define/run.ts";
import { furtherRows } from "../further_rows.ts";

const LEVELS = { units: "2", loss: "halfSquaredError", output_bias: "false", batch: "online" } as const;

/** Runs of up to 1,000 epochs online, solved at some epoch or never; their first budget is 100. */
function outcomes(solvedEpochs: readonly (number | undefined)[]): Outcome[] {
  return solvedEpochs.map((solvedEpoch, replicate) => ({
    run: { cell: 0, levels: LEVELS, replicate },
    training: { rows: [0, 1, 2, 3], batch: 1, steps: 4000 },
    trained: { solved: solvedEpoch !== undefined, solvedEpoch, status: "finished" },
  } as unknown as Outcome));
}

const EPOCHS = [50, 100, 110, 1000, undefined];

Deno.test("stuck-states measures when a run is solved in multiples of its first budget", () => {
  const rows = furtherRows(stuckStates, "attempts", outcomes(EPOCHS));
  assertEquals(rows.map(({ multiple, solved_at_first }) => [multiple, solved_at_first]), [
    [0.5, true],
    [1, true],
    [1.1, false],
    [10, false],
    [undefined, false],
  ]);
  assertEquals(rows[0], {
    setting: "squared error, online, no output bias",
    replicate: 0,
    first_budget: 100,
    solved_epoch: 50,
    multiple: 0.5,
    solved_at_first: true,
  });
});

Deno.test("stuck-states counts the runs solved within growing budgets", () => {
  const rows = furtherRows(stuckStates, "budgets", outcomes(EPOCHS));
  assertEquals(rows.map(({ epochs, solved }) => [epochs, solved]), [
    [10, 0],
    [20, 0],
    [50, 1],
    [100, 2],
    [200, 3],
    [300, 3],
    [400, 3],
    [500, 3],
    [700, 3],
    [1000, 4],
  ]);
});
