/** `report`: the pages again, from the CSV alone. */
import { InputError } from "../../core/input/input_error.ts";
import { lockFolder } from "../../experiments/store/lock.ts";
import { firstChanged, readTables } from "../../experiments/store/read_result.ts";
import { writeFiles } from "../../experiments/store/files.ts";
import { requireAccess } from "../cli/access.ts";
import { lockedFor, type Result, resultAt, resultsIn } from "../results/results_folder.ts";
import type { Subcommand } from "../cli/subcommand.ts";

/** The sub-command `report`. */
export const report: Subcommand = {
  summary: "rebuilds the pages of a result from its CSV files, without training",
  operands: { shown: "DIR", least: 1, most: 1 },
  options: [],
  notes: ["DIR is the folder of a run, or of one of its experiments."],
  run: async ({ operands }, terminal) => {
    const folder = operands[0]!, locked = lockedFor(folder);
    await requireAccess({ read: [locked], write: [locked] });
    const { suite, folders } = resultsIn("report", folder);
    using _lock = lockFolder(locked);
    const { publish } = await import("../../reports/publish.ts");
    const { pageScript } = await import("../../reports/page_script.ts");
    const { publishIndex } = await import("../../reports/front_page/publish_index.ts");
    const read = [];
    for (const folder of folders) {
      const result = await resultAt(folder);
      read.push([result, await trustedTables(result)] as const);
    }
    for (const [{ folder, plan }, tables] of read) {
      writeFiles(folder, await publish(plan, tables, await pageScript()));
      terminal.result(`${folder}/report.html`);
    }
    if (!suite) return 0;
    writeFiles(suite, (await publishIndex(suite)).files);
    terminal.result(`${suite}/index.html`);
    return 0;
  },
};

/** A result's tables, if they are what its manifest vouches for. */
async function trustedTables({ folder, plan, manifest }: Result) {
  const tables = await readTables(folder, plan);
  const changed = await firstChanged(folder, manifest, tables.map(({ name }) => `${name}.csv`));
  if (changed === undefined) return tables;
  throw new InputError({
    file: `${folder}/${changed}`,
    rule: `is not the file that manifest.json vouches for; verify ${folder} tells where it differs`,
  });
}
