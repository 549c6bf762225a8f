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
/** Columns that a bar has at most, and at least, for a shorter one says little; and those that the rest of its line takes. */
const MOST_BAR = 40, LEAST_BAR = 10, REST = 50;

/** Starts showing progress, with `where` after it; nothing is shown where `quiet`. */
export function startProgress(terminal: Terminal, quiet: boolean, where: () => string): Progress {
  if (quiet) return { show: () => {}, stop: () => Promise.resolve() };
  return terminal.watched ? bar(where, terminal.columns) : lines(where, terminal.message);
}

/** A line that is drawn over and over; it must fit, for what is wrapped is not drawn over. */
function bar(where: () => string, columns: () => number): Progress {
  const barLength = Math.max(0, Math.min(MOST_BAR, columns() - REST));
  const bar = new ProgressBar({
    max: 1,
    barLength,
    clear: true,
    interval: REDRAW,
    formatter: ({ styledTime, progressBar, value }) => {
      const drawn = barLength < LEAST_BAR ? "" : `[${styledTime}] [${progressBar}] `;
      return `${drawn}${percent(value)}, ${where()}`.slice(0, columns() - 1);
    },
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

/** A share in whole per cent, the last of which is there at the end alone. */
export function percent(share: number): string {
  return `${String(Math.floor(100 * share)).padStart(3)} %`;
}
