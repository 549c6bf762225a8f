/** The sections that scripts fill, and the text they begin with. */
import type { Report } from "../../experiment_report.ts";
import { markup } from "../../html.ts";
import { sampleNote } from "../page_sample.ts";
import { foldedSection, type Section, sectionOf } from "../document.ts";

/** The section that trains the runs of the page again and plays them. */
export function explorerSection(report: Report): Section {
  return sectionOf("explorer", isTrained(report) ? "Watch a net learn" : "Look into a net", markup``, { isLive: true });
}

/** The section that works out one update; undefined if the experiment trains nothing. */
export function workedSection(report: Report): Section | undefined {
  if (!isTrained(report)) return undefined;
  const { plan: { cellRuns } } = report;
  const perceptronRule = cellRuns.some(({ config }) => config.loss === null) ? " (d − y in the perceptron’s rule)" : "";
  return liveSection(
    "worked",
    "A worked update",
    `The forward pass, every δ, its propagation back, and the new weights of the chosen run; each number with its
derivation. v is a unit’s weighted sum, y its output, d the target and α the learning rate; a prime marks new values.
Choose the notation of your textbook: δ = −∂L/∂v${perceptronRule} as in the course, or the derivative itself.`,
  );
}

function isTrained({ plan: { cellRuns } }: Report): boolean {
  return cellRuns.some(({ config }) => config.steps !== 0 && config.epochs !== 0);
}

/** The section in which the page trains its runs again and compares them. */
export function reproduceSection({ plan }: Report): Section {
  const note = sampleNote(plan);
  return liveSection(
    "reproduce",
    "Reproduce here",
    `This page contains the suite’s own training code, the configs, and a digest of each row of runs.csv. It can train all
of its runs again, on this device, and compare.${note === undefined ? "" : ` ${note}`}`,
  );
}

function liveSection(id: string, title: string, text: string): Section {
  return foldedSection(id, title, markup`<p class="text">${text}</p>\n`, { isLive: true });
}
