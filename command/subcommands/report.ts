import { prepareFolder, writeFiles } from "../../experiments/store/files.ts";
import { lockFolder } from "../../experiments/store/lock.ts";
import { checkFolder } from "../../experiments/store/plain_files.ts";
import { requireAccess } from "../cli/file_access.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { readTrustedResult } from "../results/read_trusted_result.ts";
import { findResults, folderToLock, trimSlashes } from "../results/results_folder.ts";
import { prepareSuitePages } from "../results/suite_pages.ts";
import { warnOfMisnamed, warnOfSkipped } from "../results/survey_folder.ts";
import { knownExperiments } from "../run/known_experiments.ts";

/** `report`: rebuilds pages from CSV files alone. */
export const run: RunSubcommand = async ({ operands, options }, terminal) => {
  const { all: experiments } = await knownExperiments(options);
  const folder = trimSlashes(operands[0]!);
  const locked = folderToLock(folder, experiments);
  await requireAccess({ read: [locked], write: [locked] });
  // only the locked folder may be a link: `results`, but not `results/depth-xor`
  const optionsOf = (path: string) => ({ isNamed: path === locked });
  if (folder !== locked) checkFolder(folder);
  const { suiteFolder, resultFolders } = findResults("report", folder, experiments);
  if (suiteFolder) {
    warnOfMisnamed(suiteFolder, experiments, terminal);
    warnOfSkipped(suiteFolder, experiments, terminal);
  }
  using lock = lockFolder(locked);
  resultFolders.forEach((each) => prepareFolder(each, optionsOf(each)));
  if (suiteFolder) prepareSuitePages(suiteFolder);
  const { publish } = await import("../../reports/publish.ts");
  const { pageScript } = await import("../../reports/page_script.ts");
  const { publishFrontPage } = await import("../../reports/front_page/publish_front_page.ts");
  // everything is read before anything is written
  const results = await Array.fromAsync(resultFolders, (each) => readTrustedResult(each, suiteFolder, experiments));
  for (const { folder, plan, tables, replication } of results) {
    const { files } = await publish(plan, tables, { script: await pageScript(), replication });
    lock.checkPlace();
    writeFiles(folder, files, optionsOf(folder));
    terminal.printResult(`${folder}/report.html`);
  }
  if (!suiteFolder) return 0;
  const { files } = await publishFrontPage(suiteFolder, experiments);
  lock.checkPlace();
  writeFiles(suiteFolder, files, optionsOf(suiteFolder));
  terminal.printResult(`${suiteFolder}/index.html`);
  return 0;
};
