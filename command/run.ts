/** `run`: the experiments, from training to page. */
import { startPool } from "../experiments/pool.ts";
import { unlessInterrupted } from "./interrupt.ts";
import { plansFrom, SETTING_OPTIONS } from "./plans.ts";
import { reporterFor } from "./reporter.ts";
import { EVENTS } from "./reporter_events.ts";
import type { Subcommand } from "./subcommand.ts";

/** The sub-command `run`. */
export const run: Subcommand = {
  summary: "runs what matches, or the whole suite, and writes CSV files and pages",
  operands: { shown: "[ID or GLOB]…", least: 0, most: Infinity },
  options: [...SETTING_OPTIONS, "out", "jobs", "engine", "dry-run", "quiet", "no-color", "json"],
  notes: EVENTS,
  run: async ({ operands, options }, terminal) => {
    const plans = plansFrom("run", operands, options);
    const { out: folder = "results", engine = "auto", jobs = navigator.hardwareConcurrency } = options;
    Deno.mkdirSync(folder, { recursive: true });
    const { runSuite } = await import("./run_suite.ts");
    const reporter = reporterFor(options, terminal), pool = startPool(jobs);
    try {
      const done = await unlessInterrupted(() => runSuite(plans, { folder, engine }, pool, reporter).then(() => true));
      if (done) return 0;
      await reporter.close();
      reporter.interrupted(`Interrupted: what was finished is in ${folder}.`);
      return 130;
    } finally {
      pool.stop();
      await reporter.close();
    }
  },
};
