/** Filling tables run by run and setting by setting. */
import { assertEquals, assertThrows } from "@std/assert";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Row } from "../../experiments/define/columns.ts";
import { defineTable, type TableNeeds } from "../../experiments/define/tables.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { fillTables } from "../../experiments/fill_tables.ts";
import { type Plan, planOf } from "../../experiments/plan.ts";
import { tablesOf } from "../../experiments/records.ts";
import { toy } from "./toy.ts";
import { outcomesOf } from "./trained_runs.ts";

/** The rows of tables that are filled from the results of some outcomes, `chunkSize` runs at a time. */
function filled(plan: Plan, outcomes: ReturnType<typeof outcomesOf>, chunkSize: number): Record<string, Row[]> {
  const tables: Record<string, Row[]> = {};
  const write = (name: string, rows: readonly Row[]) => (tables[name] ??= []).push(...rows);
  fillTables(plan, outcomes.map(({ trained }) => trained), write, undefined, chunkSize);
  return tables;
}

for (const experiment of [toy, ...CATALOG]) {
  Deno.test(`fillTables gives the rows that all outcomes together give: ${experiment.id}`, () => {
    const plan = planOf(experiment, { suiteSeed: "fill", seeds: 3, epochs: 20 });
    const outcomes = outcomesOf(plan);
    const expected = tablesOf(plan, outcomes);
    for (const chunkSize of [1, 2]) {
      const tables = filled(plan, outcomes, chunkSize);
      for (const { name, rows } of expected) assertEquals(tables[name] ?? [], rows, `${name}, chunks of ${chunkSize}`);
    }
  });
}

const columns = { n: { type: "integer", meaning: "" } } as const;

/** The toy with a table that counts the outcomes that it is given. */
function counting(needs: TableNeeds): Experiment {
  return { ...toy, tables: { t: defineTable({ meaning: "", columns, needs, rows: ({ length }) => [{ n: length }] }) } };
}

Deno.test("fillTables gives a table the outcomes that it needs", () => {
  const countsOf = (needs: TableNeeds) => {
    const plan = planOf(counting(needs), { suiteSeed: "fill", seeds: 3, epochs: 1 });
    return filled(plan, outcomesOf(plan), 2).t!.map(({ n }) => n);
  };
  assertEquals(countsOf("run"), [2, 1, 2, 1, 2, 1, 2, 1]);
  assertEquals(countsOf("setting"), [3, 3, 3, 3]);
  assertEquals(countsOf("all"), [12]);
  assertEquals(countsOf("tables"), [0]);
});

Deno.test("a table cannot read an earlier one that needs more than itself", () => {
  const wide = defineTable({ meaning: "", columns, needs: "all", rows: () => [] });
  const narrow = defineTable({ meaning: "", columns, needs: "run", rows: (_, earlier) => earlier(wide) });
  const plan = planOf({ ...toy, tables: { wide, narrow } }, { suiteSeed: "fill", seeds: 1, epochs: 1 });
  const fill = () => filled(plan, outcomesOf(plan), 1);
  assertThrows(fill, RangeError, 'Cannot compute table "narrow": it reads a table that needs more');
});
