/** Publishing: judged once, from the CSV. */
import { assertEquals } from "@std/assert";
import type { Experiment } from "../../experiments/experiment.ts";
import { claimsTable } from "../../experiments/judge.ts";
import { csvOf } from "../../experiments/store/csv.ts";
import { publish } from "../../reports/publish.ts";
import { toy } from "./toy.ts";
import { toyReport } from "./toy_report.ts";

/** The toy with one claim about one setting. */
function withOneClaim(): Experiment {
  const wording = { supported: "Yes.", refuted: "No.", undecided: "Open." };
  const arms = [{ function: "and", activation: "tanh" }];
  const rule = { kind: "every", table: "runs", arms, condition: { solved: true } };
  const claims = { all: { ...rule, statement: "All are.", wording } };
  return { ...toy, claims, answer: ["all"], views: [] } as unknown as Experiment;
}

Deno.test("publish judges what the CSV holds, and reports what it writes", async () => {
  const { plan, tables } = toyReport({}, withOneClaim());
  // as text these values are those of the CSV; in memory they are no truth values
  const inMemory = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, ...(row.solved !== undefined && { solved: String(row.solved) }) })),
  }));
  const { report, files } = await publish(plan, inMemory);
  assertEquals(report.judged.map(({ claim, verdict, n }) => [claim, verdict, n]), [["all", "supported", 4]]);
  assertEquals(files.get("claims.csv"), csvOf(claimsTable(report.judged)));
  assertEquals(report.tables.map(csvOf), report.tables.map(({ name }) => files.get(`${name}.csv`)!));
});

Deno.test("publish writes the claims as data", async () => {
  const { plan, tables } = toyReport({}, withOneClaim());
  const { files } = await publish(plan, tables);
  assertEquals(JSON.parse(files.get("claims.json")!), {
    all: {
      statement: "All are.",
      kind: "every",
      table: "runs",
      arms: [{ function: "and", activation: "tanh" }],
      condition: { solved: true },
      confidence: 0.95,
      family: null,
      complete: true,
    },
  });
});
