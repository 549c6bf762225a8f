/** A run told to programs: one JSON event a line. */
import type { Finished, Reporter } from "./reporter.ts";
import type { Terminal } from "../cli/terminal.ts";

/** The events of `run --json`, for --help. */
export const EVENTS = [
  "With --json, standard output has one event a line:",
  '  {"event":"run-started","folder","experiments":[{"experiment","cells","runs"}],"notes"}',
  '  {"event":"progress","share"}: from 0 to 1, at most one a hundredth',
  '  {"event":"experiment-finished","experiment","folder","runs","reused",',
  '   "claims":[{"claim","verdict","estimate","lower","upper","n"}]}',
  '  {"event":"run-finished","index"} or {"event":"run-interrupted","advice"}',
];

/** Writes events to standard output. */
export function eventReporter({ result }: Pick<Terminal, "result">): Reporter {
  const tell = (event: string, more: object) => result(JSON.stringify({ event, ...more }));
  let said = 0;
  return {
    started: (plans, folder, notes) => {
      const experiments = plans.map(({ experiment, cells, runs }) => ({
        experiment: experiment.id,
        cells: cells.length,
        runs: runs.length,
      }));
      tell("run-started", { folder, experiments, notes });
    },
    progress: (share) => {
      if (share - said < 0.01) return;
      said = share;
      tell("progress", { share });
    },
    finished: (finished) => tell("experiment-finished", eventOf(finished)),
    ended: (index) => tell("run-finished", { index }),
    interrupted: (advice) => tell("run-interrupted", { advice }),
    close: () => Promise.resolve(),
  };
}

function eventOf({ plan, folder, reused, claims }: Finished) {
  return {
    experiment: plan.experiment.id,
    folder,
    runs: plan.runs.length,
    reused,
    claims: claims.map(({ claim, verdict, estimate = null, lower = null, upper = null, n }) => ({
      claim,
      verdict,
      estimate,
      lower,
      upper,
      n,
    })),
  };
}
