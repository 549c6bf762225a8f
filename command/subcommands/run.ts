/** `run`: the experiments, from training to page. */
import { lockFolder } from "../../experiments/store/lock.ts";
import type { Plan } from "../../experiments/plan.ts";
import { startPool } from "../../experiments/training/pool.ts";
import { requireAccess } from "../cli/access.ts";
import { tellAmounts } from "../run/dry_run.ts";
import { unlessInterrupted } from "../cli/interrupt.ts";
import { plansFrom, SETTING_OPTIONS } from "../run/plans.ts";
import { reporterFor } from "../run/reporter.ts";
import { EVENTS } from "../run/reporter_events.ts";
import { resume, type Standing, startAnew } from "../run/standing.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { ClosedOutput } from "../cli/terminal.ts";

/** The sub-command `run`. */
export const run: Subcommand = {
  summary: "runs what matches, or the whole suite, and writes CSV files and pages",
  operands: { shown: "[ID or GLOB]…", least: 0, most: Infinity },
  options: [...SETTING_OPTIONS, "out", "jobs", "engine", "resume", "dry-run", "quiet", "no-color", "json"],
  notes: EVENTS,
  run: async ({ operands, options }, terminal) => {
    const plans = plansFrom("run", operands, options);
    const { out: folder = "results", engine = "auto", jobs = navigator.hardwareConcurrency } = options;
    if (options["dry-run"]) return await tellAmounts(plans, { engine, jobs, json: options.json }, terminal);
    await requireAccess({ read: [folder], write: [folder] });
    using _lock = lockFolder(folder);
    const standings = await standingsOf(plans, folder, options.resume);
    const { runSuite } = await import("../run/run_suite.ts");
    const reporter = reporterFor(options, terminal), pool = startPool(jobs);
    const work = () => runSuite(standings, { folder, engine }, pool, reporter);
    let leftOut: readonly string[] | undefined;
    try {
      leftOut = await unlessInterrupted(work);
    } catch (error) {
      if (!(error instanceof ClosedOutput)) throw error;
      terminal.message(`Standard output was closed: ${KEPT}`);
      return 1;
    } finally {
      pool.stop();
      await reporter.close();
    }
    if (!leftOut) {
      reporter.interrupted(`Interrupted: ${KEPT}`);
      return 130;
    }
    reporter.ended(`${folder}/index.html`);
    for (const fault of leftOut) terminal.message(`The front page leaves out a result: ${fault}`);
    return 0;
  },
};

const KEPT = "what was finished is kept; the same command with --resume goes on from there";

/** What is there of each plan: with `resumes` as much as can be used, otherwise nothing. */
async function standingsOf(plans: readonly Plan[], folder: string, resumes = false): Promise<Standing[]> {
  const placed = plans.map((plan) => [plan, `${folder}/${plan.experiment.id}`] as const);
  if (!resumes) return placed.map(([plan, place]) => startAnew(plan, place));
  return await Promise.all(placed.map(([plan, place]) => resume(plan, place)));
}
