/** Reports a run to programs: one JSON event per line. */
import type { Terminal } from "../cli/terminal.ts";
import type { Reporter } from "./run_suite.ts";

/** The events of `run --json`, for --help. */
export const EVENTS = [
  "With --json, standard output has one event per line:",
  '  {"event":"run-started","folder","notes",',
  '   "experiments":[{"experiment","cells","runs"}]}',
  '  {"event":"progress","share"}: from 0 to 1, in steps of at least 0.01',
  '  {"event":"experiment-finished","experiment","folder","runs","reused",',
  '   "claims":[{"claim","verdict","estimate","lower","upper","n"}]}',
  '  {"event":"run-finished","index"} or {"event":"run-interrupted","advice"}',
  "With --shard, it has one event per experiment at the end:",
  '  {"event":"shard-finished","experiment","shard","shards","folder",',
  '   "runs","reused"}',
];

const CLAIM_FIELDS = ["claim", "verdict", "estimate", "lower", "upper", "n"];
const MIN_PROGRESS_STEP = 0.01;

/** A reporter that prints events. */
export function eventReporter({ printResult }: Pick<Terminal, "printResult">): Reporter {
  const print = (event: string, details: object) => printResult(JSON.stringify({ event, ...details }));
  let printedProgress = 0;
  return {
    runStarted: (plans, folder, notes) => {
      const experiments = plans.map(({ experiment, cells, runCount }) => ({
        experiment: experiment.id,
        cells: cells.length,
        runs: runCount,
      }));
      print("run-started", { folder, experiments, notes });
    },
    progress: (progress) => {
      if (progress - printedProgress < MIN_PROGRESS_STEP) return;
      printedProgress = progress;
      print("progress", { share: progress });
    },
    experimentFinished: ({ plan, folder, reused, claims }) =>
      print("experiment-finished", {
        experiment: plan.experiment.id,
        folder,
        runs: plan.runCount,
        reused,
        claims: claims.map((row) => Object.fromEntries(CLAIM_FIELDS.map((field) => [field, row[field] ?? null]))),
      }),
    runFinished: (index) => print("run-finished", { index }),
    runInterrupted: (advice) => print("run-interrupted", { advice }),
    close: () => {},
  };
}
