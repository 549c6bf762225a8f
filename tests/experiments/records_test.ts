import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { rowLabels } from "../../experiments/define/columns.ts";
import { defineTable, type FurtherTable, type FurtherTables } from "../../experiments/define/tables.ts";
import { defineExperiment } from "../../experiments/experiment.ts";
import { planOf } from "../../experiments/plan.ts";
import { keysOf, schemasOf, tablesOf } from "../../experiments/records.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import { toy } from "./toy.ts";

const plan = planOf(toy, { suiteSeed: "xorlab" });
const tables = await runPlan(plan, singleThreadTrainer(), { engine: "reference" });
const rows = (name: string) => tables.find((table) => table.name === name)!.rows;

Deno.test("tablesOf fills one row per run, with the errors of its outputs", () => {
  assertEquals(rows("runs").length, 16);
  for (const row of rows("runs")) {
    const targets = row.function === "and" ? [0, 0, 0, 1] : [0, 1, 1, 0];
    const outputs = ["00", "01", "10", "11"].map((label) => row[`output_${label}`] as number);
    const errors = outputs.map((y, i) => Math.abs(y - targets[i]!));
    assertEquals(row.max_error, Math.max(...errors));
    assertAlmostEquals(row.mean_squared_error as number, errors.reduce((sum, e) => sum + e * e, 0) / 4, 1e-15);
    const logs = outputs.map((y, i) => -Math.log(targets[i] === 1 ? y : 1 - y));
    assertAlmostEquals(row.cross_entropy as number, logs.reduce((sum, l) => sum + l, 0) / 4, 1e-14);
    assertAlmostEquals(row.training_loss as number, row.cross_entropy as number, 1e-14);
    assertEquals(row.accuracy, outputs.filter((y, i) => (y >= 0.5) === (targets[i] === 1)).length / 4);
    assertEquals(row.solved, Math.max(...errors) < 0.1);
  }
});

Deno.test("tablesOf ends each curve with the errors of its run", () => {
  const last = rows("curves").filter(({ epoch }) => epoch === 60);
  assertEquals(last.length, 8);
  for (const point of last) {
    const run = rows("runs").find((row) =>
      row.function === point.function && row.learning_rate === point.learning_rate && row.replicate === point.replicate
    )!;
    assertEquals(point.mean_squared_error, run.mean_squared_error);
    assertEquals(point.max_error, run.max_error);
  }
});

Deno.test("tablesOf counts an output of exactly ½ as 1", async () => {
  const undecided = defineExperiment({
    ...toy,
    id: "undecided",
    base: {
      ...toy.base,
      data: "and",
      initializer: { name: "constant", value: 0 },
      optimizer: { name: "gradientDescent", learningRate: 1 },
      epochs: 0,
    },
    factors: {},
    tables: {},
    claims: {},
    answer: [],
    views: [],
  });
  const [runs] = await runPlan(planOf(undecided, { suiteSeed: "s", seeds: 1 }), singleThreadTrainer(), {
    engine: "reference",
  });
  const { output_00, accuracy } = runs!.rows[0]!;
  assertEquals([output_00, accuracy], [0.5, 0.25]); // one of AND's four rows wants a 1
});

Deno.test("tablesOf keeps the row of a diverged run and leaves its errors empty", async () => {
  const wild = defineExperiment({
    ...toy,
    id: "wild",
    base: {
      data: "xor",
      network: { inputs: 2, layers: [{ units: 1, activation: "identity", bias: true }] },
      loss: "squaredError",
      optimizer: { name: "gradientDescent", learningRate: 50 },
      epochs: 1000,
    },
    factors: {},
    tables: {},
    claims: {},
    answer: [],
    views: [],
  });
  const [runs] = await runPlan(planOf(wild, { suiteSeed: "s", seeds: 1 }), singleThreadTrainer(), {
    engine: "reference",
  });
  const row = runs!.rows[0]!;
  assertEquals([row.status, row.solved, row.solved_epoch, row.mean_squared_error, row.output_00], [
    "diverged",
    false,
    undefined,
    undefined,
    undefined,
  ]);
});

/** The tables of the toy, with these further ones, from one run that was not trained. */
function furtherTablesOf(tables: FurtherTables) {
  const planned = planOf(defineExperiment({ ...toy, tables, claims: {}, answer: [], views: [] }), { suiteSeed: "s" });
  return tablesOf(planned, []).slice(2);
}

const columns = { x: { type: "integer", meaning: "" } } as const;
const first = defineTable({ meaning: "", columns, rows: () => [{ x: 1 }, { x: 2 }] });
const second = defineTable({
  meaning: "",
  columns,
  rows: (_, earlier) => earlier(first).map(({ x }) => ({ x: 10 * x! })),
});

Deno.test("tablesOf computes each further table once, and lets later ones read it", () => {
  let computations = 0;
  const counted = { ...first, rows: () => [{ x: ++computations }] };
  const reader = defineTable({ meaning: "", columns, rows: (_, earlier) => earlier(counted) });
  assertEquals(furtherTablesOf({ first, second }).map(({ rows }) => rows), [[{ x: 1 }, { x: 2 }], [{ x: 10 }, {
    x: 20,
  }]]);
  assertEquals(furtherTablesOf({ counted, reader, again: reader }).map(({ rows }) => rows), [
    [{ x: 1 }],
    [{ x: 1 }],
    [{ x: 1 }],
  ]);
});

Deno.test("tablesOf refuses a table that reads a later or unlisted one, or itself", () => {
  const message = 'Cannot compute table "second": it reads a table that is not listed before it';
  assertThrows(() => furtherTablesOf({ second, first }), RangeError, message);
  assertThrows(() => furtherTablesOf({ second }), RangeError, message);
  const self: FurtherTable = defineTable({ meaning: "", columns, rows: (_, earlier): [] => earlier(self) as [] });
  assertThrows(() => furtherTablesOf({ self }), RangeError, 'Cannot compute table "self"');
});

Deno.test("tablesOf refuses a table whose key is the same in two rows", () => {
  const twice = defineTable({ meaning: "", columns, key: ["x"], rows: () => [{ x: 1 }, { x: 2 }, { x: 1 }] });
  const message = 'Cannot compute table "twice": its key x is the same in rows 2 and 4';
  assertThrows(() => furtherTablesOf({ twice }), RangeError, message);
  assertEquals(furtherTablesOf({ twice: { ...twice, key: [] } })[0]!.rows.length, 3);
});

Deno.test("keysOf names the columns that schemasOf gives as keys", () => {
  const keys = keysOf(toy);
  for (const { name, key } of schemasOf(plan)) assertEquals(keys[name], key);
  assertEquals([keys.curves, keys.claims], [["function", "learning_rate", "replicate", "epoch"], ["claim"]]);
});

Deno.test("schemasOf lists the factors first and one output column per row of the data last", () => {
  const [runs] = schemasOf(plan);
  assertEquals(Object.keys(runs!.columns).slice(0, 3), ["function", "learning_rate", "replicate"]);
  assertEquals(Object.keys(runs!.columns).slice(-4), ["output_00", "output_01", "output_10", "output_11"]);
});

Deno.test("rowLabels are binary for truth tables and decimal otherwise", () => {
  assertEquals(rowLabels(4), ["00", "01", "10", "11"]);
  assertEquals(rowLabels(8)[5], "101");
  assertEquals(rowLabels(3), ["0", "1", "2"]);
  assertEquals(rowLabels(1), ["0"]);
});
