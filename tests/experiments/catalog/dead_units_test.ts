import { assertAlmostEquals, assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import { offUnits } from "../../../experiments/catalog/tables/dead_unit_tables.ts";
import { deadUnits } from "../../../experiments/catalog/dead_units.ts";
import type { Outcome } from "../../../experiments/define/run.ts";
import { furtherRows } from "../further_rows.ts";

const LEVELS = { activation: "relu", biases: "drawn", output_bias: "true", learning_rate: "0.9" };

/** A 2-2-1 net whose first unit is dead and whose second computes x1 + x2 + ½. */
function outcomeOf(epochs: number): Outcome {
  const { config } = parseConfig({
    data: { name: "xor", encoding: "binary", constant: false },
    network: {
      inputs: 2,
      layers: [{ units: 2, activation: "relu", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
    },
    parameters: [{ W: [[-1, 0.5], [1, 1]], b: [-0.5, 0.5] }, { W: [[1, 1]], b: [0] }],
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 0.9 },
    batch: "online",
    epochs,
    checkpoints: [0, epochs],
  } as unknown as TrainConfig);
  const training = prepare(config);
  return { run: { cell: 0, levels: LEVELS, replicate: 3, config }, training, trained: trainReference(training) };
}

/** The same outcome with other parameters at its recorded points, one an epoch. */
function withHistory(outcome: Outcome, history: readonly (readonly number[])[]): Outcome {
  const snapshots = history.map((parameters, epoch) => ({ step: 4 * epoch, parameters }));
  return { ...outcome, trained: { ...outcome.trained, snapshots } };
}

/** Parameters of the 2-2-1 net whose units have weights 0 and these biases. */
function parametersOf(first: number, second: number): number[] {
  return [0, 0, 0, 0, first, second, 1, 1, 0];
}

Deno.test("offUnits finds units with z ≤ 0 in every row", () => {
  const { training } = outcomeOf(1);
  assertEquals(offUnits(training, training.start), [true, false]);
  assertEquals(offUnits(training, parametersOf(0, 1e-300)), [true, false]);
});

Deno.test("gradient descent never changes the weights of a dead unit", () => {
  const { training, trained } = outcomeOf(50);
  const hidden = (parameters: readonly number[], unit: number) => [
    ...parameters.slice(2 * unit, 2 * unit + 2),
    parameters[4 + unit],
  ];
  const end = trained.snapshots.at(-1)!.parameters;
  assertEquals(hidden(end, 0), hidden(training.start, 0));
  assertEquals(hidden(end, 1).some((w, i) => w !== hidden(training.start, 1)[i]), true);
});

Deno.test("deadUnits counts units that are off at the start, switched off, and back again", () => {
  const on = 1, off = -1;
  const outcome = withHistory(outcomeOf(1), [
    parametersOf(off, on),
    parametersOf(on, off),
    parametersOf(on, on),
    parametersOf(on, off),
  ]);
  const counted = { off_at_start: 1, switched_off: 1, came_back: 2, off_at_end: 1 };
  const run = { ...LEVELS, replicate: 3, solved: false, active: 1, ever_off: 2 };
  assertEquals(furtherRows(deadUnits, "dead", [outcome]), [{ ...run, ...counted }]);
  assertEquals(furtherRows(deadUnits, "totals", [outcome]), [{ ...LEVELS, units: 2, ...counted, runs: 1, solved: 0 }]);
  assertEquals(furtherRows(deadUnits, "deaths", [outcome]), [
    { ...LEVELS, replicate: 3, units: 1, first_off_by: 3, last_off_by: 3 },
  ]);
  assertEquals(furtherRows(deadUnits, "history", [outcome]).map(({ epoch, progress, off }) => [epoch, progress, off]), [
    [0, 0, 1],
    [1, 0.9, 1],
    [2, 1.8, 0],
    [3, 0.9 * 3, 1],
  ]);
  assertEquals(furtherRows(deadUnits, "by_active", [outcome]), [{
    setting: "ReLU, biases drawn, output bias",
    learning_rate: "0.9",
    active: 1,
    runs: 1,
    solved: 0,
    share_solved: 0,
  }]);
});

Deno.test("a unit with weights and bias uniform in (−1, 1) is dead with probability 13/48", () => {
  const points = Array.from({ length: 80 }, (_, i) => -1 + (i + 0.5) / 40);
  let dead = 0;
  for (const w1 of points) {
    for (const w2 of points) {
      dead += points.filter((b) => Math.max(b, b + w1, b + w2, b + w1 + w2) <= 0).length;
    }
  }
  assertAlmostEquals(dead / points.length ** 3, 13 / 48, 0.005);
  assertAlmostEquals(1 - (1 - 13 / 48) ** 4, 0.7173, 1e-4);
  assertAlmostEquals(1 - (1 - 1 / 4) ** 4, 0.6836, 1e-4);
});
