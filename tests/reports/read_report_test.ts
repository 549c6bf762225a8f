/** Reports from programs: run, read back, and as charts. */
import { assertEquals, assertRejects } from "@std/assert";
import { InputError } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { bundleOf } from "../../reports/page/page_scripts.ts";
import { specsOf } from "../../reports/chart_specs.ts";
import { figuresOf } from "../../reports/page/draw_figures.ts";
import { pageScript } from "../../reports/page_script.ts";
import { readReport } from "../../reports/read_report.ts";
import { runExperiment } from "../../reports/run_experiment.ts";
import { fileTest as test } from "../command/run_command.ts";

const course = CATALOG.find(({ id }) => id === "forward-pass")!;

test("readReport gives the report that was written", async (folder) => {
  const written = await runExperiment(course, { seeds: 3, out: folder });
  const read = await readReport(folder);
  assertEquals([read.answer, read.headline, read.judged], [written.answer, written.headline, written.judged]);
  assertEquals(read.tables.map(({ name, rows }) => [name, rows]), written.tables.map(({ name, rows }) => [name, rows]));
});

test("runExperiment writes the page with the script that has been bundled", async (folder) => {
  await runExperiment(course, { seeds: 2, out: folder });
  assertEquals(bundleOf(await Deno.readTextFile(`${folder}/report.html`)), await pageScript());
});

test("runExperiment removes the replications of an earlier result", async (folder) => {
  await Deno.writeTextFile(`${folder}/replication.csv`, "claim\r\n");
  await runExperiment(course, { seeds: 2, out: folder });
  assertEquals([...Deno.readDirSync(folder)].some(({ name }) => name === "replication.csv"), false);
});

test("readReport refuses a result of another experiment, and one that was changed", async (folder) => {
  await runExperiment(course, { seeds: 2, out: folder });
  const others = CATALOG.filter((experiment) => experiment !== course);
  const unknown = await assertRejects(() => readReport(folder, others), InputError);
  assertEquals(
    unknown.message,
    `${folder}/manifest.json: experiment must be one of the experiments that are given, but is "forward-pass"`,
  );
  const file = `${folder}/runs.csv`;
  const text = await Deno.readTextFile(file);
  await Deno.writeTextFile(file, text.replace(/0\.\d+/, "0.5"));
  const changed = await assertRejects(() => readReport(folder), InputError);
  assertEquals(
    changed.message,
    `${file} does not match its digest in manifest.json; verify ${folder} finds the difference`,
  );
});

Deno.test("specsOf has a spec for each chart of the page", async () => {
  const report = await runExperiment(course, { seeds: 2 });
  const charts = figuresOf(report).flatMap(({ number, panels }) => panels.map(({ title }) => [number, title]));
  assertEquals(specsOf(report).map(({ figure, panel }) => [figure, panel]), charts);
});
