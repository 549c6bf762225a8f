import { InputError } from "../../core/input/input_error.ts";
import { prepareFolder, writeFiles } from "../../experiments/store/files.ts";
import { type FolderLock, lockFolder } from "../../experiments/store/lock.ts";
import { totalCost } from "../../experiments/training/blocks.ts";
import { groupsOf } from "../../experiments/training/run_groups.ts";
import { WorkerPool } from "../../experiments/training/pool.ts";
import { labScript, pageScript } from "../../reports/page_script.ts";
import { requireAccess } from "../cli/file_access.ts";
import { jobsOf, type Options } from "../cli/options.ts";
import { combineProgress, startProgress } from "../cli/progress.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { type Terminal, unlessInterrupted } from "../cli/terminal.ts";
import { plural } from "../cli/text_output.ts";
import type { Replicated } from "../results/replicate_result.ts";
import { readTrustedResult, type TrustedResult } from "../results/read_trusted_result.ts";
import { findResults } from "../results/results_folder.ts";
import { prepareSuitePages } from "../results/suite_pages.ts";
import { knownExperiments } from "../run/known_experiments.ts";
import { selectExperiments } from "../run/plans.ts";

const DEFAULT_TIMES = 20;
/** Verdicts that a smaller proportion of the replications share are listed. */
const STABLE = 0.9;

/** `replicate`: judges the claims of results again with other suite seeds. */
export const run: RunSubcommand = async ({ operands, options }, terminal) => {
  const { out: folder = "results", times = DEFAULT_TIMES } = options;
  const known = await knownExperiments(options);
  const selected = selectExperiments("replicate", operands, known).map(({ id }) => id);
  await requireAccess({ read: [folder], write: [folder] });
  const { suiteFolder, resultFolders } = findResults("replicate", folder, known.all);
  if (!suiteFolder) {
    throw new InputError({ field: "--out", rule: "must be the folder of a run, not of one result", value: folder });
  }
  const missing = operands.length > 0 && selected.find((id) => !resultFolders.includes(`${suiteFolder}/${id}`));
  if (missing) {
    throw new InputError({
      action: { verb: "replicate", object: missing },
      rule: `${suiteFolder} has no result of it`,
    });
  }
  using lock = lockFolder(suiteFolder);
  await Promise.all([pageScript(), labScript()]);
  prepareSuitePages(suiteFolder);
  const folders = resultFolders.filter((each) => selected.some((id) => each === `${suiteFolder}/${id}`));
  folders.forEach((each) => prepareFolder(each));
  const results = await Promise.all(folders.map((each) => readTrustedResult(each, suiteFolder, known.all)));
  const replicated = await replicateAll(results, times, options, lock, terminal);
  const { publishFrontPage } = await import("../../reports/front_page/publish_front_page.ts");
  const { files } = await publishFrontPage(suiteFolder, known.all);
  lock.checkPlace();
  writeFiles(suiteFolder, files, { isNamed: true });
  if (!replicated) return 130;
  summaryLines(replicated, times).forEach(terminal.printResult);
  return 0;
};

/** Replicates and rewrites one result after the other; undefined if interrupted, which keeps those finished. */
async function replicateAll(
  results: readonly TrustedResult[],
  times: number,
  options: Options,
  lock: FolderLock,
  terminal: Terminal,
): Promise<Replicated[] | undefined> {
  const { replicateResult } = await import("../results/replicate_result.ts");
  const { engine = "auto", quiet = false } = options;
  const pool = new WorkerPool(jobsOf(options));
  let done = 0;
  let isOver = false;
  const trainings = times * results.reduce((sum, { plan }) => sum + plan.runCount, 0);
  const display = startProgress(terminal, quiet, () => `${done} of ${results.length} replicated`, trainings);
  const progressOf = combineProgress(results.map(({ plan }) => totalCost(groupsOf(plan))), display.show);
  const replicate = async () => {
    const replicated: Replicated[] = [];
    for (const [i, result] of results.entries()) {
      const { files, ...rest } = await replicateResult(result, times, pool.train, {
        engine,
        onProgress: progressOf(i),
      });
      // after an interruption the front page is made of what is there
      if (isOver) break;
      lock.checkPlace();
      writeFiles(result.folder, files);
      replicated.push(rest);
      done++;
    }
    return replicated;
  };
  return await unlessInterrupted(replicate).finally(() => {
    isOver = true;
    pool.stop();
    return display.stop();
  });
}

/** The verdicts that few replications share, and how many share each of the others. */
function summaryLines(replicated: readonly Replicated[], times: number): string[] {
  const all = replicated.flatMap(({ experiment, rows }) => rows.map((row) => ({ experiment, row })));
  const unstable = all.filter(({ row }) => Number(row.agreement) < STABLE);
  const lines = unstable.map(({ experiment, row }) => {
    const { claim, verdict, supported, refuted, undecided } = row;
    return `${experiment}/${claim}: ${verdict}; supported ${supported}, refuted ${refuted}, undecided ${undecided}`;
  });
  const held = all.length - unstable.length;
  return [...lines, `${held} of ${plural(all.length, "verdict")} held in at least 90 % of ${times} replications`];
}
