import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { TrainConfig } from "../../../core/config/config.ts";
import { parseConfig } from "../../../core/config/parse_config.ts";
import { trainReference } from "../../../core/reference.ts";
import { prepare } from "../../../core/train_network.ts";
import { solutions } from "../../../experiments/catalog/solutions.ts";
import type { Outcome } from "../../../experiments/define/run.ts";
import { furtherRows } from "../further_rows.ts";

const OR = [20, 20, -10];
const AND = [20, 20, -30];

function negated(weights: readonly number[]): number[] {
  return weights.map((w) => -w);
}

/** A 2-2-1 net with sigmoid units that is not trained. */
function outcomeOf(replicate: number, W: readonly (readonly number[])[], v: readonly number[], b: number): Outcome {
  const { config } = parseConfig({
    data: { name: "xor", encoding: "binary", constant: true },
    network: {
      inputs: 3,
      layers: [{ units: 2, activation: "sigmoid", bias: false }, { units: 1, activation: "sigmoid", bias: true }],
    },
    parameters: [{ W }, { W: [v], b: [b] }],
    loss: "halfSquaredError",
    optimizer: { name: "gradientDescent", learningRate: 0.9 },
    epochs: 0,
  } as unknown as TrainConfig);
  const training = prepare(config);
  const run = { cell: 0, levels: { network: "2-2-1", activation: "sigmoid" }, replicate, config };
  return { run, training, trained: trainReference(training) };
}

const OUTCOMES = [
  outcomeOf(0, [OR, AND], [20, -20], -10),
  outcomeOf(1, [negated(AND), negated(OR)], [20, -20], -10),
  outcomeOf(2, [OR, OR], [20, -20], -10),
];

Deno.test("solutions gives copies of a net the same class and formula, and a failure its own", () => {
  const rows = furtherRows(solutions, "units", OUTCOMES);
  assertEquals(rows.map((row) => [row.solved, row.functions, row.class, row.formula, row.suffices, row.pair]), [
    [true, "OR, AND", "AND, OR", "OR − AND", true, "AND, OR"],
    [true, "NAND, NOR", "AND, OR", "OR − AND", true, "AND, OR"],
    [false, "OR, OR", "OR, OR", "OR − OR", false, "none"],
  ]);
  assertEquals(rows.map((row) => [row.negated, row.first_negated, row.inhibits_00]), [
    [0, false, false],
    [2, true, true],
    [0, false, false],
  ]);
});

Deno.test("solutions counts the classes of solved nets, and their copies", () => {
  const setting = { network: "2-2-1", activation: "sigmoid" };
  assertEquals(furtherRows(solutions, "classes", OUTCOMES), [
    { ...setting, class: "AND, OR", nets: 2, share: 1, copies: 8, copies_found: 2 },
  ]);
});

Deno.test("solutions shows the weights and outputs of the first net of a class, and its surfaces", () => {
  const rows = furtherRows(solutions, "examples", OUTCOMES);
  assertEquals(rows.map((row) => [row.replicate, row.unit, row.function, row.weight_1, row.weight_2, row.bias]), [
    [0, "hidden 1", "OR", ...OR],
    [0, "hidden 2", "AND", ...AND],
    [0, "output", "XOR", 20, -20, -10],
  ]);
  assertAlmostEquals(Number(rows[0]!.output_01), 1, 1e-4);
  assertAlmostEquals(Number(rows[1]!.output_01), 0, 1e-4);
  const surface = furtherRows(solutions, "surface", OUTCOMES);
  assertEquals(surface.length, 3 * 25 * 25);
  assertEquals(surface.filter(({ target }) => target === 1).length, 3 * 2);
  assert(surface.every(({ output }) => Number(output) >= 0 && Number(output) <= 1));
});

Deno.test("solutions finds two pairs of functions that suffice, and a conflict in every other set of two", () => {
  const pairs = furtherRows(solutions, "sets", []).filter(({ size }) => size === 2);
  assertEquals(pairs.filter(({ suffices }) => suffices).map((row) => row.class), [
    "AND, OR",
    "x1 AND NOT x2, x2 AND NOT x1",
  ]);
  assert(pairs.every(({ suffices, conflict }) => suffices === (conflict === undefined)));
});
