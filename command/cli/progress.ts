/** Progress: of several trainings together, and its display as a bar on a terminal or a line every few seconds. */
import { ProgressBar } from "@std/cli/unstable-progress-bar";
import type { Terminal } from "./terminal.ts";
import { formatDuration } from "./text_output.ts";

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
const TEXT_COLUMNS = 68;

/**
 * Starts a progress display that appends the text of `detail`, the rate and the time left; shows nothing if `quiet`.
 *
 * `runs` is the number of runs that the whole progress stands for; without it no rate is shown.
 */
export function startProgress(
  terminal: Terminal,
  quiet: boolean,
  detail: () => string,
  runs?: number,
): ProgressDisplay {
  if (quiet) return { show: () => {}, stop: () => {} };
  const pace = paceMeter(runs);
  const text = (progress: number) => `${percent(progress)}, ${detail()}${pace.text(progress, now())}`;
  const display = terminal.isInteractive ? startBar(text, terminal.columns) : startLines(text, terminal.printMessage);
  const show = (progress: number) => {
    pace.start(progress, now());
    display.show(progress);
  };
  return { ...display, show };
}

/** Redraws one line, cut to the terminal's width: a wrapped line would not be overwritten. */
function startBar(text: (progress: number) => string, columns: () => number): ProgressDisplay {
  const barLength = Math.max(0, Math.min(MAX_BAR_LENGTH, columns() - TEXT_COLUMNS));
  const bar = new ProgressBar({
    max: 1,
    barLength,
    clear: true,
    interval: REDRAW_INTERVAL_MS,
    formatter: ({ styledTime, progressBar, value }) => {
      const drawn = barLength < MIN_BAR_LENGTH ? "" : `[${styledTime}] [${progressBar}] `;
      return `${drawn}${text(value)}`.slice(0, columns() - 1);
    },
  });
  return { show: (progress) => bar.value = progress, stop: () => bar.stop() };
}

function startLines(text: (progress: number) => string, printMessage: (line: string) => void): ProgressDisplay {
  let latest = 0;
  const timer = setInterval(() => printMessage(text(latest)), LINE_INTERVAL_MS);
  return { show: (progress) => latest = progress, stop: () => clearInterval(timer) };
}

function now(): number {
  return performance.now() / 1000;
}

/** Shorter measurements say little about the rest. */
const MIN_PACE_SECONDS = 1;

/** Measures the pace from the first progress on, which includes what an earlier run has done; times are in seconds. */
export function paceMeter(runs?: number) {
  let first: { readonly progress: number; readonly time: number } | undefined;
  return {
    start: (progress: number, time: number): void => {
      first ??= { progress, time };
    },
    /** The rate and the time left, each after a comma; empty while nothing is known of them, and at the end. */
    text: (progress: number, time: number): string => {
      if (!first || progress >= 1 || progress <= first.progress || time < first.time + MIN_PACE_SECONDS) return "";
      const rate = (progress - first.progress) / (time - first.time);
      const runRate = runs === undefined ? "" : `, ${Number((rate * runs).toPrecision(2))} runs/s`;
      return `${runRate}, ${formatDuration((1 - progress) / rate)} left`;
    },
  };
}

/** A progress from 0 to 1 in whole per cent, rounded down so that 100 % appears only at the end. */
export function percent(progress: number): string {
  return `${String(Math.floor(100 * progress)).padStart(3)} %`;
}

/** A listener for the progress of each of several trainings, by index; reports their progress, weighted by their costs. */
export function combineProgress(
  costs: readonly number[],
  report: (progress: number) => void,
): (index: number) => (progress: number) => void {
  const totalCost = costs.reduce((sum, cost) => sum + cost, 0);
  const progressOf = costs.map(() => 0);
  return (index) => (progress) => {
    progressOf[index] = progress;
    report(costs.reduce((sum, cost, i) => sum + cost * progressOf[i]!, 0) / totalCost);
  };
}
