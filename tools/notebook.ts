/**
 * Writes examples/notebook.ipynb and runs it in Deno's Jupyter kernel.
 *
 * `deno task audit notebook` needs Python with nbclient. Each cell must run without an error, and the report must be shown as
 * text and as a Vega-Lite chart that compiles without a warning. `--write` only writes the file. Exit code 1: a cell
 * failed or shows something else.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parseArgs } from "@std/cli";
import { compile, type TopLevelSpec } from "vega-lite";
import { CELLS, notebookText } from "./notebook/cells.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const NOTEBOOK = `${ROOT}examples/notebook.ipynb`;
const CHART = "application/vnd.vegalite.v5+json";

/** What a cell shows, by media type. */
type Shown = Readonly<Record<string, unknown>>;

/** Runs the notebook; returns what each code cell shows. */
async function runNotebook(): Promise<Shown[]> {
  const folder = await Deno.makeTempDir();
  try {
    const kernel = `${folder}/kernels/deno`;
    await Deno.mkdir(kernel, { recursive: true });
    const argv = [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"];
    await Deno.writeTextFile(
      `${kernel}/kernel.json`,
      JSON.stringify({ argv, display_name: "Deno", language: "typescript" }),
    );
    const { success, stdout, stderr } = await new Deno.Command("/usr/bin/python3", {
      args: [`${ROOT}tools/notebook/run.py`, NOTEBOOK],
      env: { JUPYTER_PATH: folder },
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Throws an Error if the cells show something else than they should. */
function checkShown(shown: readonly Shown[]): void {
  assertEquals(shown.length, CELLS.filter(({ type }) => type === "code").length);
  const report = shown.find((value) => CHART in value);
  assert(report, "no cell shows a chart");
  assertStringIncludes(String(report["text/plain"]), "Does a hidden layer cure XOR?");
  const warnings: string[] = [];
  const warn = (...message: readonly string[]) => (warnings.push(message.join(" ")), logger);
  const logger = { warn, error: warn, info: () => logger, debug: () => logger, level: () => logger };
  // only the version in the address of the dialect differs, which notebooks look at
  const spec = { ...report[CHART] as object, $schema: undefined };
  compile(spec as unknown as TopLevelSpec, { logger: logger as never });
  assertEquals(warnings, []);
}

await Deno.writeTextFile(NOTEBOOK, notebookText());
if (!parseArgs(Deno.args, { boolean: ["write"] }).write) {
  const shown = await runNotebook();
  checkShown(shown);
  console.log(`${shown.length} cells ran, and the report is shown as text and as charts`);
}
