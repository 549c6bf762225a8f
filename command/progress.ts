/** How far things are, for whoever watches: a bar on a terminal, a line every few seconds otherwise. */
import { ProgressBar } from "@std/cli/unstable-progress-bar";
import type { Terminal } from "./terminal.ts";

/** What shows the share of the work that is done. */
export interface Progress {
  readonly show: (share: number) => void;
  readonly stop: () => Promise<void>;
}

/** Milliseconds between two lines, and between two drawings of the bar. */
const PAUSE = 3000, REDRAW = 200;

/** Starts showing progress, with `where` after it; nothing is shown where `quiet`. */
export function startProgress(terminal: Terminal, quiet: boolean, where: () => string): Progress {
  if (quiet) return { show: () => {}, stop: () => Promise.resolve() };
  return terminal.watched ? bar(where) : lines(where, terminal.message);
}

function bar(where: () => string): Progress {
  const bar = new ProgressBar({
    max: 1,
    barLength: 40,
    clear: true,
    interval: REDRAW,
    formatter: ({ styledTime, progressBar, value }) => `[${styledTime}] [${progressBar}] ${percent(value)}, ${where()}`,
  });
  return { show: (share) => bar.value = share, stop: () => bar.stop() };
}

function lines(where: () => string, message: (line: string) => void): Progress {
  let latest = 0;
  const timer = setInterval(() => message(`${percent(latest)}, ${where()}`), PAUSE);
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
