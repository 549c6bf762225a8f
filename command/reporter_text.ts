/** A run told to people: progress while it goes on, a table of verdicts in the end. */
import { ProgressBar } from "@std/cli/unstable-progress-bar";
import type { Options } from "./options.ts";
import type { Finished, Reporter } from "./reporter.ts";
import type { Terminal } from "./terminal.ts";
import { verdictTable } from "./verdicts.ts";

/** Milliseconds between two lines of progress where no terminal shows a bar. */
const PAUSE = 3000;

/** What shows how far things are. */
interface Progress {
  readonly show: (share: number) => void;
  readonly stop: () => Promise<void>;
}

/** Speaks to a person. */
export function textReporter({ quiet, "no-color": noColor }: Options, terminal: Terminal): Reporter {
  const { result, message, watched, colored } = terminal;
  let progress: Progress | undefined, total = 0;
  const done: Finished[] = [], pending: string[] = [];
  return {
    started: (plans) => {
      total = plans.length;
      const where = () => `${done.length} of ${total} ${total === 1 ? "experiment" : "experiments"}`;
      if (!quiet) progress = (watched ? bar : lines)(where, message);
    },
    note: (line) => {
      if (quiet) return;
      // A bar would be written over: what is to be said waits until it is gone.
      if (watched) pending.push(line);
      else message(line);
    },
    progress: (share) => progress?.show(share),
    finished: (finished) => done.push(finished),
    ended: (index) => {
      verdictTable(done, colored && !noColor).forEach(result);
      result(`Open ${index}`);
    },
    interrupted: message,
    close: async () => {
      await progress?.stop();
      pending.forEach(message);
    },
  };
}

function bar(where: () => string): Progress {
  const bar = new ProgressBar({
    max: 1,
    barLength: 40,
    clear: true,
    interval: 200,
    formatter: ({ styledTime, progressBar, value }) =>
      `[${styledTime}] [${progressBar}] ${percent(value)}, ${where()} finished`,
  });
  return { show: (share) => bar.value = share, stop: () => bar.stop() };
}

function lines(where: () => string, message: (line: string) => void): Progress {
  let latest = 0;
  const timer = setInterval(() => message(`${percent(latest)}, ${where()} finished`), PAUSE);
  return {
    show: (share) => latest = share,
    stop: () => {
      clearInterval(timer);
      return Promise.resolve();
    },
  };
}

function percent(share: number): string {
  return `${String(Math.floor(100 * share)).padStart(3)} %`;
}
