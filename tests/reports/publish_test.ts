/** Publishing: judged once, from the CSV. */
import { assertEquals } from "@std/assert";
import type { Row } from "../../experiments/define/columns.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { claimsTable } from "../../experiments/judge.ts";
import { csvOf } from "../../experiments/store/csv.ts";
import { publish } from "../../reports/publish.ts";
import { runExperiment } from "../../reports/run_experiment.ts";
import { toy, toyReport } from "./toy.ts";

/** The toy with one claim, and the runs that were judged for it. */
function observed(): { readonly experiment: Experiment; readonly judged: Row[] } {
  const judged: Row[] = [];
  const wording = { supported: "Yes.", refuted: "No.", undecided: "Open." };
  const holds = (run: Row) => judged.push(run) > 0;
  const claims = { all: { kind: "proportion", holds, is: "above", than: 0.5, statement: "All are.", wording } };
  return { experiment: { ...toy, claims, answer: ["all"], views: [] } as unknown as Experiment, judged };
}

Deno.test("publish judges every run once", async () => {
  const { experiment, judged } = observed();
  const { plan, tables } = toyReport({}, experiment);
  judged.length = 0;
  const { report } = await publish(plan, tables);
  assertEquals(judged.length, plan.runs.length);
  assertEquals(report.judged.map(({ claim, n }) => [claim, n]), [["all", plan.runs.length]]);
});

Deno.test("publish judges what the CSV holds, and reports what it writes", async () => {
  const { experiment, judged } = observed();
  const { plan, tables } = toyReport({}, experiment);
  judged.length = 0;
  const inMemory = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, note: "not a column" })),
  }));
  const { report, files } = await publish(plan, inMemory);
  assertEquals(judged.filter((row) => "note" in row), []);
  assertEquals(files.get("claims.csv"), csvOf(claimsTable(report.judged)));
  assertEquals(report.tables.map(csvOf), report.tables.map(({ name }) => files.get(`${name}.csv`)!));
});

Deno.test("runExperiment judges every run once", async () => {
  const { experiment, judged } = observed();
  const { plan } = await runExperiment({ ...experiment, tables: {} } as Experiment, { seeds: 2, epochs: 20 });
  assertEquals(judged.length, plan.runs.length);
});
