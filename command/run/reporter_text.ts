/** Reports a run to people: progress while it runs, a table of verdicts at the end. */
import type { Options } from "../cli/options.ts";
import { type ProgressDisplay, startProgress } from "../cli/progress.ts";
import type { Terminal } from "../cli/terminal.ts";
import type { FinishedExperiment, Reporter } from "./reporter.ts";
import { verdictTable } from "./verdict_table.ts";

/** A reporter that prints text. */
export function textReporter({ quiet = false, "no-color": noColor }: Options, terminal: Terminal): Reporter {
  const finished: FinishedExperiment[] = [];
  let display: ProgressDisplay | undefined;
  return {
    runStarted: (plans, _, notes) => {
      if (!quiet) notes.forEach(terminal.printMessage);
      const total = plans.length === 1 ? "1 experiment" : `${plans.length} experiments`;
      display = startProgress(terminal, quiet, () => `${finished.length} of ${total} finished`);
    },
    progress: (progress) => display?.show(progress),
    experimentFinished: (experiment) => finished.push(experiment),
    runFinished: (index) => {
      verdictTable(finished, terminal.hasColor && !noColor).forEach(terminal.printResult);
      terminal.printResult(`Open ${index}`);
    },
    runInterrupted: terminal.printMessage,
    close: async () => {
      await display?.stop();
      display = undefined;
    },
  };
}
