import { assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { parseConfig } from "../../../../core/config/parse_config.ts";
import { trainReference } from "../../../../core/reference.ts";
import { prepare } from "../../../../core/train_network.ts";
import { rowErrorsOf, rowErrorsTable } from "../../../../experiments/catalog/shared/row_errors.ts";
import type { Outcome } from "../../../../experiments/define/run.ts";
import type { EarlierTables } from "../../../../experiments/define/tables.ts";

/** An identity unit y = w1·x1 + w2·x2 + b that is not trained. */
function outcomeOf(data: string, w1: number, w2: number, b: number): Outcome {
  const { config } = parseConfig({
    data: { name: data, encoding: "binary" },
    network: { inputs: 2, layers: [{ units: 1, activation: "identity", bias: true }] },
    parameters: [{ W: [[w1, w2]], b: [b] }],
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 0.9 },
    epochs: 0,
  } as unknown as TrainConfig);
  const training = prepare(config);
  const run = { cell: 0, levels: { function: data }, replicate: 3, config };
  return { run, training, trained: trainReference(training) };
}

// outputs 0, 1, 0.9375 and 1.9375 for the rows 00 01 10 11
const WRONG = outcomeOf("xor", 0.9375, 1, 0);
// outputs ½, ½, 1 and 1
const UNDECIDED = outcomeOf("x1", 0.5, 0, 0.5);

Deno.test("rowErrorsOf sorts the errors by size and counts the rows that are right or near ½", () => {
  assertEquals(rowErrorsOf(WRONG), {
    distance_from_half: 1.4375,
    second_error: 0.0625,
    max_error: 1.9375,
    right_rows: 3,
    half_rows: 0,
  });
  assertEquals(rowErrorsOf(UNDECIDED), {
    distance_from_half: 0.5,
    second_error: 0.5,
    max_error: 0.5,
    right_rows: 2,
    half_rows: 2,
  });
});

Deno.test("rowErrorsOf leaves the errors of a diverged run empty", () => {
  const diverged = { ...WRONG, trained: { ...WRONG.trained, status: "diverged" as const } };
  assertEquals(new Set(Object.values(rowErrorsOf(diverged))), new Set([undefined]));
});

Deno.test("rowErrorsTable has a row for each run that is included, with its levels", () => {
  const { key, rows } = rowErrorsTable({ function: { meaning: "", levels: { xor: {}, x1: {} } } }, {
    meaning: "",
    isIncluded: ({ run }) => run.levels.function === "xor",
  });
  assertEquals(key, ["function", "replicate"]);
  const [row, ...others] = rows([WRONG, UNDECIDED], (() => []) as EarlierTables);
  assertEquals([row!.function, row!.replicate, row!.max_error, others], ["xor", 3, 1.9375, []]);
});
