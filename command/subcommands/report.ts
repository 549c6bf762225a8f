import { InputError } from "../../core/input/input_error.ts";
import { prepareFolder, writeFiles } from "../../experiments/store/files.ts";
import { lockFolder } from "../../experiments/store/lock.ts";
import { checkFolder, plainFileAt } from "../../experiments/store/plain_files.ts";
import { firstChangedFile, readTables } from "../../experiments/store/read_result.ts";
import { requireAccess } from "../cli/file_access.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { findResults, folderToLock, readPlannedResult, trimSlashes } from "../results/results_folder.ts";

/** `report`: rebuilds pages from CSV files alone. */
export const report: Subcommand = {
  summary: "rebuilds the pages of a result from its CSV files, without training",
  operands: { usage: "DIR", min: 1, max: 1 },
  options: [],
  notes: ["DIR is the folder of a run, or of one of its experiments."],
  writes: true,
  run: async ({ operands }, terminal) => {
    const folder = trimSlashes(operands[0]!);
    const locked = folderToLock(folder);
    await requireAccess({ read: [locked], write: [locked] });
    // only the locked folder may be a link: `results`, but not `results/depth-xor`
    const optionsOf = (path: string) => ({ isNamed: path === locked });
    if (folder !== locked) checkFolder(folder);
    const { suiteFolder, resultFolders } = findResults("report", folder);
    using _lock = lockFolder(locked);
    resultFolders.forEach((each) => prepareFolder(each, optionsOf(each)));
    if (suiteFolder) plainFileAt(`${suiteFolder}/index.html`);
    const { publish } = await import("../../reports/publish.ts");
    const { pageScript } = await import("../../reports/page_script.ts");
    const { publishFrontPage } = await import("../../reports/front_page/publish_front_page.ts");
    // everything is read before anything is written
    const results = await Array.fromAsync(resultFolders, (each) => readTrustedResult(each, suiteFolder));
    for (const { folder, plan, tables } of results) {
      writeFiles(folder, (await publish(plan, tables, await pageScript())).files, optionsOf(folder));
      terminal.printResult(`${folder}/report.html`);
    }
    if (!suiteFolder) return 0;
    writeFiles(suiteFolder, (await publishFrontPage(suiteFolder)).files, optionsOf(suiteFolder));
    terminal.printResult(`${suiteFolder}/index.html`);
    return 0;
  },
};

/** A result with its tables; throws an InputError if one does not match its digest. */
async function readTrustedResult(folder: string, suiteFolder: string | undefined) {
  const { plan, manifest } = await readPlannedResult(folder, suiteFolder);
  const tables = await readTables(folder, plan);
  const changed = await firstChangedFile(folder, manifest, tables.map(({ name }) => `${name}.csv`));
  if (changed === undefined) return { folder, plan, tables };
  throw new InputError({
    file: `${folder}/${changed}`,
    rule: `does not match its digest in manifest.json; verify ${folder} finds the difference`,
  });
}
