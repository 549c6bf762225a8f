/** Recomputing tables from a sample of runs. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../core/input/input_error.ts";
import { permutation } from "../../core/orders.ts";
import { stream } from "../../core/random.ts";
import { prepare } from "../../core/train_network.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Row } from "../../experiments/define/columns.ts";
import type { Outcome, Run } from "../../experiments/define/run.ts";
import { defineTable, type FurtherTables, type Table } from "../../experiments/define/tables.ts";
import { defineExperiment, type Experiment } from "../../experiments/experiment.ts";
import { type Plan, planOf } from "../../experiments/plan.ts";
import { tablesOf } from "../../experiments/records.ts";
import { sampledTables } from "../../experiments/sampled_tables.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";

const trainer = singleThreadTrainer();

async function train(experiment: Experiment, seeds: number, epochs: number) {
  const plan = planOf(experiment, { suiteSeed: "sample", seeds, epochs });
  const results = await trainer(plan.runs.map(({ config }) => config), { engine: "auto" });
  const outcomes = plan.runs.map((run, i): Outcome => ({ run, training: prepare(run.config), trained: results[i]! }));
  return { plan, outcomes, tables: tablesOf(plan, outcomes) };
}

/** What a sample of these outcomes determines of each table, by name. */
function sample(plan: Plan, outcomes: readonly Outcome[], indices: readonly number[], runRows: readonly Row[]) {
  const drawn = new Map<Run, Outcome>(indices.map((i) => [plan.runs[i]!, outcomes[i]!]));
  return new Map(sampledTables(plan, drawn, runRows).map((table) => [table.name, table]));
}

const rowsOf = (tables: readonly Table[], name: string) => tables.find((table) => table.name === name)!.rows;

const hasKey = (row: Row, key: Row) => Object.entries(key).every(([name, value]) => row[name] === value);

for (const experiment of CATALOG) {
  Deno.test(`sampledTables gives the rows of the whole run: ${experiment.id}`, async () => {
    const { plan, outcomes, tables } = await train(experiment, 4, 30);
    for (const size of [0, 1, 3, plan.runs.length]) {
      const drawn = permutation(stream(experiment.id, String(size)), plan.runs.length).slice(0, size);
      const sampled = sample(plan, outcomes, drawn, rowsOf(tables, "runs"));
      for (const { name, rows } of tables) {
        const table = sampled.get(name)!;
        if (table.extent === "all") assertEquals(table.rows, rows, name);
        if (table.extent !== "groups") continue;
        for (const group of table.groups) {
          assertEquals(group.rows, rows.filter((row) => hasKey(row, group.key)), name);
          assert(group.runs.some((run) => drawn.includes(plan.runs.indexOf(run))));
        }
      }
      const ofRuns = sampled.get("runs")!;
      assertEquals(ofRuns.extent === "groups" ? ofRuns.groups.length : 0, size);
    }
  });

  Deno.test(`sampledTables computes with whatever runs.csv may say: ${experiment.id}`, () => {
    const plan = planOf(experiment, { suiteSeed: "sample", seeds: 3, epochs: 30 });
    for (const seed of ["a", "b", "c"]) {
      const random = stream(seed, "rows");
      const pick = <V>(list: readonly V[]) => list[permutation(random, list.length)[0]!]!;
      const runRows = plan.runs.map(({ levels, replicate, config }): Row => {
        const status = pick(["finished", "finished", "diverged"]);
        const solved = status === "finished" && pick([true, false]);
        const epochs = Math.min(config.epochs!, pick([0, 10, 17, 30]));
        return { ...levels, replicate, status, solved, solved_epoch: solved ? epochs : undefined, epochs };
      });
      sampledTables(plan, new Map(), runRows);
    }
  });
}

const extentsOf = async (id: string, seeds: number, drawn: readonly number[]) => {
  const { plan, outcomes, tables } = await train(CATALOG.find((each) => each.id === id)!, seeds, 30);
  const sampled = sample(plan, outcomes, drawn, rowsOf(tables, "runs"));
  return Object.fromEntries([...sampled].map(([name, table]) => {
    return [name, table.extent === "all" && table.usesStoredRuns ? "all, from runs.csv" : table.extent];
  }));
};

Deno.test("sampledTables tells what the drawn runs determine", async () => {
  const both = { runs: "groups", curves: "groups" };
  const fromRuns = "all, from runs.csv";
  assertEquals(await extentsOf("update-rule", 4, [1]), { ...both, updates: fromRuns, speed: fromRuns });
  assertEquals(await extentsOf("delta-sign", 4, [1]), { ...both, changes: "groups", directions: "all" });
  assertEquals(await extentsOf("boolean-functions", 1, [1]), {
    ...both,
    sixteen: "all",
    classes: "all",
    counts: "all",
    failures: "groups",
    mirrored: "all",
  });
  // needs no training: the nets are untrained
  assertEquals(await extentsOf("forward-pass", 4, []), {
    runs: "none",
    curves: "none",
    worked: "all",
    weights: "all",
    nodes: "all",
    answers: "all",
  });
  // the rows of a cell depend on each other
  assertEquals((await extentsOf("stuck-states", 4, [1])).unsolved, "none");
  assertEquals((await extentsOf("depth-xor", 4, [1])).surface, "none");
});

const columns = { replicate: { type: "integer", meaning: "" }, x: { type: "number", meaning: "" } } as const;

/** The extent of a further table of an experiment without factors, from its runs 1 and 2 of 5. */
async function extentOf(rows: (outcomes: readonly Outcome[]) => { replicate: number; x: number }[]) {
  const tables: FurtherTables = { t: defineTable({ meaning: "", columns, rows }) };
  const { base } = CATALOG.find(({ id }) => id === "delta-rule")!;
  const experiment = defineExperiment({
    id: "own",
    question: "",
    background: "",
    base: base as Experiment["base"],
    factors: {},
    replicates: 5,
    curveReplicates: 5,
    tables,
    claims: {},
    answer: [],
    views: [],
    limits: [],
  });
  const { plan, outcomes, tables: all } = await train(experiment, 5, 10);
  return sample(plan, outcomes, [1, 2], rowsOf(all, "runs")).get("t")!.extent;
}

const errorOf = ({ trained }: Outcome) => trained.snapshots.at(-1)!.parameters[0]!;

Deno.test("sampledTables compares no rows that depend on other runs", async () => {
  const rowOf = (outcome: Outcome) => ({ replicate: outcome.run.replicate, x: errorOf(outcome) });
  assertEquals(await extentOf((outcomes) => outcomes.map(rowOf)), "groups");
  assertEquals(await extentOf((outcomes) => outcomes.flatMap((each) => [rowOf(each), rowOf(each)])), "groups");
  assertEquals(await extentOf((outcomes) => outcomes.slice(0, 1).map(rowOf)), "none", "the first");
  assertEquals(await extentOf((outcomes) => outcomes.slice(-1).map(rowOf)), "none", "the last");
  assertEquals(
    await extentOf((outcomes) => outcomes.map((each, i) => ({ ...rowOf(each), x: i }))),
    "none",
    "the place",
  );
  const rank = (outcomes: readonly Outcome[]) =>
    outcomes.map(rowOf).sort((a, b) => a.x - b.x || a.replicate - b.replicate)
      .map(({ replicate }, i) => ({ replicate, x: i + 1 }));
  assertEquals(await extentOf(rank), "none", "the rank");
  const share = (outcomes: readonly Outcome[]) =>
    outcomes.map((each) => ({
      replicate: each.run.replicate,
      x: errorOf(each) / outcomes.reduce((sum, each) => sum + errorOf(each), 0),
    }));
  assertEquals(await extentOf(share), "none", "the share");
});

Deno.test("sampledTables refuses rows of runs.csv that no training can have", () => {
  const plan = planOf(CATALOG.find(({ id }) => id === "delta-rule")!, { suiteSeed: "s", seeds: 1, epochs: 20 });
  const good = { status: "finished", solved: true, solved_epoch: 10, epochs: 20 };
  const check = (row: Row) => sampledTables(plan, new Map(), plan.runs.map(() => row));
  check(good);
  const bad: Readonly<Record<string, Row>> = {
    "epochs must be from 0 to 20, but is 21": { ...good, epochs: 21 },
    "epochs must be from 0 to 20, but is -1": { ...good, epochs: -1 },
    "solved must be false where a run diverged, but is true": { ...good, status: "diverged" },
    "solved_epoch must be empty just where solved is false": { ...good, solved: false },
    "solved_epoch must be from 0 to 20, the epochs run, but is 30": { ...good, solved_epoch: 30 },
  };
  for (const [message, row] of Object.entries(bad)) {
    assertThrows(() => check(row), InputError, `runs.csv, row 2, column ${message}`);
  }
});
