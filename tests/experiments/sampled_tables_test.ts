/** Recomputing tables from a sample of runs. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../core/input/input_error.ts";
import { permutation } from "../../core/orders.ts";
import { stream } from "../../core/random.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Row } from "../../experiments/define/columns.ts";
import { columnTableOf } from "../../experiments/claims/column_table.ts";
import type { Outcome } from "../../experiments/define/run.ts";
import { defineTable, type FurtherTables, type Table } from "../../experiments/define/tables.ts";
import { defineExperiment, type Experiment } from "../../experiments/experiment.ts";
import { type Plan, planOf } from "../../experiments/plan.ts";
import { schemasOf, tablesOf } from "../../experiments/records.ts";
import { sampledTables } from "../../experiments/sampled_tables.ts";
import { listRuns, outcomesOf } from "./trained_runs.ts";

function train(experiment: Experiment, seeds: number, epochs: number) {
  const plan = planOf(experiment, { suiteSeed: "sample", seeds, epochs });
  const outcomes = outcomesOf(plan);
  return { plan, outcomes, tables: tablesOf(plan, outcomes) };
}

/** What a sample of these outcomes determines of each table, by name. */
function sample(plan: Plan, outcomes: readonly Outcome[], indices: readonly number[], runRows: readonly Row[]) {
  const drawn = new Map(indices.map((i) => [i, outcomes[i]!]));
  return new Map(sampledTables(plan, drawn, columnsOf(plan, runRows)).map((table) => [table.name, table]));
}

/** The rows of runs.csv as columns. */
function columnsOf(plan: Plan, rows: readonly Row[]) {
  return columnTableOf(schemasOf(plan)[0]!, rows);
}

const rowsOf = (tables: readonly Table[], name: string) => tables.find((table) => table.name === name)!.rows;

const hasKey = (row: Row, key: Row) => Object.entries(key).every(([name, value]) => row[name] === value);

for (const experiment of CATALOG) {
  Deno.test(`sampledTables gives the rows of the whole run: ${experiment.id}`, () => {
    const { plan, outcomes, tables } = train(experiment, 4, 30);
    for (const size of [0, 1, 3, plan.runCount]) {
      const drawn = permutation(stream(experiment.id, String(size)), plan.runCount).slice(0, size);
      const sampled = sample(plan, outcomes, drawn, rowsOf(tables, "runs"));
      for (const { name, rows } of tables) {
        const table = sampled.get(name)!;
        if (table.extent === "all") assertEquals(table.rows, rows, name);
        if (table.extent !== "groups") continue;
        for (const group of table.groups) {
          assertEquals(group.rows, rows.filter((row) => hasKey(row, group.key)), name);
          assert(group.runs.some((run) => drawn.includes(run)));
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
      const runRows = listRuns(plan).map(({ levels, replicate, config }): Row => {
        const status = pick(["finished", "finished", "diverged"]);
        const solved = status === "finished" && pick([true, false]);
        const epochs = Math.min(config.epochs!, pick([0, 10, 17, 30]));
        return { ...levels, replicate, status, solved, solved_epoch: solved ? epochs : undefined, epochs };
      });
      sampledTables(plan, new Map(), columnsOf(plan, runRows));
    }
  });
}

const extentsOf = (id: string, seeds: number, drawn: readonly number[]) => {
  const { plan, outcomes, tables } = train(CATALOG.find((each) => each.id === id)!, seeds, 30);
  const sampled = sample(plan, outcomes, drawn, rowsOf(tables, "runs"));
  return Object.fromEntries([...sampled].map(([name, table]) => {
    return [name, table.extent === "all" && table.usesStoredRuns ? "all, from runs.csv" : table.extent];
  }));
};

Deno.test("sampledTables tells what the drawn runs determine", () => {
  const both = { runs: "groups", curves: "groups" };
  const fromRuns = "all, from runs.csv";
  assertEquals(extentsOf("update-rule", 4, [1]), { ...both, updates: fromRuns, speed: fromRuns });
  assertEquals(extentsOf("delta-sign", 4, [1]), { ...both, changes: "groups", directions: "all" });
  assertEquals(extentsOf("boolean-functions", 1, [1]), {
    ...both,
    sixteen: "all",
    classes: "all",
    counts: "all",
    failures: "groups",
    mirrored: "all",
  });
  // needs no training: the nets are untrained
  assertEquals(extentsOf("forward-pass", 4, []), {
    runs: "none",
    curves: "none",
    worked: "all",
    weights: "all",
    nodes: "all",
    answers: "all",
  });
  // the rows of a cell depend on each other
  assertEquals(extentsOf("stuck-states", 4, [1]).unsolved, "none");
  assertEquals(extentsOf("depth-xor", 4, [1]).surface, "none");
});

const columns = { replicate: { type: "integer", meaning: "" }, x: { type: "number", meaning: "" } } as const;

/** The extent of a further table of an experiment without factors, from its runs 1 and 2 of 5. */
function extentOf(rows: (outcomes: readonly Outcome[]) => { replicate: number; x: number }[]) {
  const tables: FurtherTables = { t: defineTable({ meaning: "", columns, rows }) };
  const { base } = CATALOG.find(({ id }) => id === "delta-rule")!;
  const experiment = defineExperiment({
    id: "own",
    question: "",
    why: { theory: "", data: [] },
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
  const { plan, outcomes, tables: all } = train(experiment, 5, 10);
  return sample(plan, outcomes, [1, 2], rowsOf(all, "runs")).get("t")!.extent;
}

const errorOf = ({ trained }: Outcome) => trained.snapshots.at(-1)!.parameters[0]!;

Deno.test("sampledTables compares no rows that depend on other runs", () => {
  const rowOf = (outcome: Outcome) => ({ replicate: outcome.run.replicate, x: errorOf(outcome) });
  assertEquals(extentOf((outcomes) => outcomes.map(rowOf)), "groups");
  assertEquals(extentOf((outcomes) => outcomes.flatMap((each) => [rowOf(each), rowOf(each)])), "groups");
  assertEquals(extentOf((outcomes) => outcomes.slice(0, 1).map(rowOf)), "none", "the first");
  assertEquals(extentOf((outcomes) => outcomes.slice(-1).map(rowOf)), "none", "the last");
  assertEquals(
    extentOf((outcomes) => outcomes.map((each, i) => ({ ...rowOf(each), x: i }))),
    "none",
    "the place",
  );
  const rank = (outcomes: readonly Outcome[]) =>
    outcomes.map(rowOf).sort((a, b) => a.x - b.x || a.replicate - b.replicate)
      .map(({ replicate }, i) => ({ replicate, x: i + 1 }));
  assertEquals(extentOf(rank), "none", "the rank");
  const share = (outcomes: readonly Outcome[]) =>
    outcomes.map((each) => ({
      replicate: each.run.replicate,
      x: errorOf(each) / outcomes.reduce((sum, each) => sum + errorOf(each), 0),
    }));
  assertEquals(extentOf(share), "none", "the share");
});

Deno.test("sampledTables refuses rows of runs.csv that no training can have", () => {
  const plan = planOf(CATALOG.find(({ id }) => id === "delta-rule")!, { suiteSeed: "s", seeds: 1, epochs: 20 });
  const good = { status: "finished", solved: true, solved_epoch: 10, epochs: 20 };
  const check = (row: Row) => sampledTables(plan, new Map(), columnsOf(plan, listRuns(plan).map(() => row)));
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
