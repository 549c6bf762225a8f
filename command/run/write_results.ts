/** Trains what is missing of plans and writes their results, under a lock and with reports to the user. */
import type { Experiment } from "../../experiments/experiment.ts";
import type { Plan } from "../../experiments/plan.ts";
import { prepareFolder } from "../../experiments/store/files.ts";
import { lockFolder } from "../../experiments/store/lock.ts";
import { WorkerPool } from "../../experiments/training/pool.ts";
import { labScript, pageScript } from "../../reports/page_script.ts";
import { jobsOf, type Options } from "../cli/options.ts";
import type { ExitCode } from "../cli/subcommand.ts";
import { OutputClosed, type Terminal, unlessInterrupted } from "../cli/terminal.ts";
import { prepareSuitePages } from "../results/suite_pages.ts";
import { warnOfSkipped } from "../results/survey_folder.ts";
import { eventReporter } from "./reporter_events.ts";
import { textReporter } from "./reporter_text.ts";
import type { ResumeState } from "./resume_state.ts";

/**
 * Writes the results of plans and the pages of the suite to `folder`.
 *
 * `findState` says what is there already; `experiments` are those that the front page may show; `advice` tells how to
 * continue after an interruption.
 */
export async function writeResults(
  plans: readonly Plan[],
  findState: (plan: Plan, folder: string) => ResumeState | Promise<ResumeState>,
  { folder, options, experiments, advice }: {
    readonly folder: string;
    readonly options: Options;
    readonly experiments: readonly Experiment[];
    readonly advice: string;
  },
  terminal: Terminal,
): Promise<ExitCode> {
  const { engine = "auto" } = options;
  using lock = lockFolder(folder);
  // refused before any training
  await Promise.all([pageScript(), labScript()]);
  prepareSuitePages(folder);
  plans.forEach(({ experiment }) => prepareFolder(`${folder}/${experiment.id}`));
  const states = await Promise.all(plans.map((plan) => findState(plan, `${folder}/${plan.experiment.id}`)));
  const { runSuite } = await import("./run_suite.ts");
  const reporter = options.json ? eventReporter(terminal) : textReporter(options, terminal);
  const pool = new WorkerPool(jobsOf(options));
  let leftOut: readonly string[] | undefined;
  try {
    leftOut = await unlessInterrupted(() => runSuite(states, { folder, lock, engine, experiments }, pool, reporter));
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
    terminal.printMessage(`Standard output was closed: ${advice}`);
    return 1;
  } finally {
    pool.stop();
    await reporter.close();
  }
  if (!leftOut) {
    reporter.runInterrupted(`Interrupted: ${advice}`);
    return 130;
  }
  reporter.runFinished(`${folder}/index.html`);
  for (const problem of leftOut) terminal.printMessage(`The front page leaves out a result: ${problem}`);
  warnOfSkipped(folder, experiments, terminal);
  return 0;
}
