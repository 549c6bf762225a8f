/** A run told to people: progress while it goes on, a table of verdicts in the end. */
import type { Options } from "../cli/options.ts";
import { type Progress, startProgress } from "../cli/progress.ts";
import type { Finished, Reporter } from "./reporter.ts";
import type { Terminal } from "../cli/terminal.ts";
import { verdictTable } from "./verdict_table.ts";

/** Speaks to a person. */
export function textReporter({ quiet = false, "no-color": noColor }: Options, terminal: Terminal): Reporter {
  const done: Finished[] = [];
  let progress: Progress | undefined;
  return {
    started: (plans, _, notes) => {
      if (!quiet) notes.forEach(terminal.message);
      const all = plans.length === 1 ? "1 experiment" : `${plans.length} experiments`;
      progress = startProgress(terminal, quiet, () => `${done.length} of ${all} finished`);
    },
    progress: (share) => progress?.show(share),
    finished: (finished) => done.push(finished),
    ended: (index) => {
      verdictTable(done, terminal.colored && !noColor).forEach(terminal.result);
      terminal.result(`Open ${index}`);
    },
    interrupted: terminal.message,
    close: async () => {
      await progress?.stop();
      progress = undefined;
    },
  };
}
