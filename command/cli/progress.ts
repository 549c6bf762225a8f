/** Progress display: a bar on a terminal, otherwise a line every few seconds. */
import { ProgressBar } from "@std/cli/unstable-progress-bar";
import type { Terminal } from "./terminal.ts";

/** A running progress display. */
export interface ProgressDisplay {
  /** Shows the progress, from 0 to 1. */
  readonly show: (progress: number) => void;
  readonly stop: () => Promise<void>;
}

const LINE_INTERVAL_MS = 3000;
const REDRAW_INTERVAL_MS = 200;

const MAX_BAR_LENGTH = 40;
/** Shorter bars are left out: they show too little. */
const MIN_BAR_LENGTH = 10;
/** Columns reserved for the rest of the line. */
const TEXT_COLUMNS = 50;

/** Starts a progress display that appends the text of `detail`; shows nothing if `quiet`. */
export function startProgress(terminal: Terminal, quiet: boolean, detail: () => string): ProgressDisplay {
  if (quiet) return { show: () => {}, stop: () => Promise.resolve() };
  return terminal.isInteractive ? startBar(detail, terminal.columns) : startLines(detail, terminal.printMessage);
}

/** Redraws one line, cut to the terminal's width: a wrapped line would not be overwritten. */
function startBar(detail: () => string, columns: () => number): ProgressDisplay {
  const barLength = Math.max(0, Math.min(MAX_BAR_LENGTH, columns() - TEXT_COLUMNS));
  const bar = new ProgressBar({
    max: 1,
    barLength,
    clear: true,
    interval: REDRAW_INTERVAL_MS,
    formatter: ({ styledTime, progressBar, value }) => {
      const drawn = barLength < MIN_BAR_LENGTH ? "" : `[${styledTime}] [${progressBar}] `;
      return `${drawn}${percent(value)}, ${detail()}`.slice(0, columns() - 1);
    },
  });
  return { show: (progress) => bar.value = progress, stop: () => bar.stop() };
}

function startLines(detail: () => string, printMessage: (line: string) => void): ProgressDisplay {
  let latest = 0;
  const timer = setInterval(() => printMessage(`${percent(latest)}, ${detail()}`), LINE_INTERVAL_MS);
  return {
    show: (progress) => latest = progress,
    stop: () => {
      clearInterval(timer);
      return Promise.resolve();
    },
  };
}

/** A progress from 0 to 1 in whole per cent, rounded down so that 100 % appears only at the end. */
export function percent(progress: number): string {
  return `${String(Math.floor(100 * progress)).padStart(3)} %`;
}
