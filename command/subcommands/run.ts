import { prepareFolder } from "../../experiments/store/files.ts";
import { lockFolder } from "../../experiments/store/lock.ts";
import { plainFileAt } from "../../experiments/store/plain_files.ts";
import { WorkerPool } from "../../experiments/training/pool.ts";
import { labScript, pageScript } from "../../reports/page_script.ts";
import { requireAccess } from "../cli/file_access.ts";
import { jobsOf } from "../cli/options.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { OutputClosed, unlessInterrupted } from "../cli/terminal.ts";
import { SUITE_PAGES } from "../results/survey_folder.ts";
import { planSelected, SETTING_OPTIONS } from "../run/plans.ts";
import { eventReporter, EVENTS } from "../run/reporter_events.ts";
import { textReporter } from "../run/reporter_text.ts";
import { findResumeState, startFresh } from "../run/resume_state.ts";
import { printWorkloads } from "../run/workloads.ts";

const RESUME_ADVICE = "finished work is kept; run the same command with --resume to continue";

/** `run`: trains experiments and writes their CSV files and pages. */
export const run: Subcommand = {
  summary: "runs the matching experiments, or the whole suite, and writes CSV files and pages",
  operands: { usage: "[ID or GLOB]…", min: 0, max: Infinity },
  options: [...SETTING_OPTIONS, "out", "jobs", "engine", "resume", "dry-run", "quiet", "no-color", "json"],
  notes: EVENTS,
  writes: true,
  run: async ({ operands, options }, terminal) => {
    const plans = planSelected("run", operands, options);
    const { out: folder = "results", engine = "auto" } = options;
    if (options["dry-run"]) return await printWorkloads(plans, options, terminal);
    await requireAccess({ read: [folder], write: [folder] });
    using _lock = lockFolder(folder);
    // refused before any training
    await Promise.all([pageScript(), labScript()]);
    SUITE_PAGES.forEach((page) => plainFileAt(`${folder}/${page}`));
    plans.forEach(({ experiment }) => prepareFolder(`${folder}/${experiment.id}`));
    const findState = options.resume ? findResumeState : startFresh;
    const states = await Promise.all(plans.map((plan) => findState(plan, `${folder}/${plan.experiment.id}`)));
    const { runSuite } = await import("../run/run_suite.ts");
    const reporter = options.json ? eventReporter(terminal) : textReporter(options, terminal);
    const pool = new WorkerPool(jobsOf(options));
    let leftOut: readonly string[] | undefined;
    try {
      leftOut = await unlessInterrupted(() => runSuite(states, { folder, engine }, pool, reporter));
    } catch (error) {
      if (!(error instanceof OutputClosed)) throw error;
      terminal.printMessage(`Standard output was closed: ${RESUME_ADVICE}`);
      return 1;
    } finally {
      pool.stop();
      await reporter.close();
    }
    if (!leftOut) {
      reporter.runInterrupted(`Interrupted: ${RESUME_ADVICE}`);
      return 130;
    }
    reporter.runFinished(`${folder}/index.html`);
    for (const problem of leftOut) terminal.printMessage(`The front page leaves out a result: ${problem}`);
    return 0;
  },
};
