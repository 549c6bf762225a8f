/** Progress: of several trainings together, and its display as a bar on a terminal or a line every few seconds. */
import { ProgressBar } from "@std/cli/unstable-progress-bar";
import type { Run } from "../../experiments/define/run.ts";
import { trainingCost } from "../../experiments/training/blocks.ts";
import type { Terminal } from "./terminal.ts";

/** A running progress display. */
export interface ProgressDisplay {
  /** Shows the progress, from 0 to 1. */
  readonly show: (progress: number) => void;
  readonly stop: () => void | Promise<void>;
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
  if (quiet) return { show: () => {}, stop: () => {} };
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
  return { show: (progress) => latest = progress, stop: () => clearInterval(timer) };
}

/** A progress from 0 to 1 in whole per cent, rounded down so that 100 % appears only at the end. */
export function percent(progress: number): string {
  return `${String(Math.floor(100 * progress)).padStart(3)} %`;
}

/** A listener for the progress of each list of runs, by index; reports their overall progress, weighted by cost. */
export function combineProgress(
  runLists: readonly (readonly Run[])[],
  report: (progress: number) => void,
): (index: number) => (progress: number) => void {
  const costs = runLists.map((runs) => runs.reduce((sum, { config }) => sum + trainingCost(config), 0));
  const totalCost = costs.reduce((sum, cost) => sum + cost, 0);
  const progressOf = runLists.map(() => 0);
  return (index) => (progress) => {
    progressOf[index] = progress;
    report(costs.reduce((sum, cost, i) => sum + cost * progressOf[i]!, 0) / totalCost);
  };
}
