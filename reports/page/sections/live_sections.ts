/** The sections that scripts fill, and the text they begin with. */
import type { Report } from "../../experiment_report.ts";
import { markup } from "../../html.ts";
import { foldedSection, type Section, sectionOf } from "../document.ts";

/** The section that trains the runs of the page again and plays them. */
export function explorerSection(report: Report): Section {
  return sectionOf("explorer", isTrained(report) ? "Watch a net learn" : "Look into a net", markup``, true);
}

/** The section that works out one update; undefined if the experiment trains nothing. */
export function workedSection(report: Report): Section | undefined {
  if (!isTrained(report)) return undefined;
  const { plan: { runs } } = report;
  const perceptronRule = runs.some(({ config }) => config.loss === null) ? " (y − d in the perceptron's rule)" : "";
  return liveSection(
    "worked",
    "A worked update",
    `The forward pass, every δ, its propagation back, and the new weights of the chosen run; each number with its
derivation. v is a unit's weighted sum, y its output, d the target, δ = ∂L/∂v${perceptronRule} and α the learning rate;
a prime marks new values. Texts that define e = d − y and add α·δ·x have the same δ with the opposite sign.`,
  );
}

function isTrained({ plan: { runs } }: Report): boolean {
  return runs.some(({ config }) => config.steps !== 0 && config.epochs !== 0);
}

/** The section in which the page trains its runs again and compares them. */
export const REPRODUCE = liveSection(
  "reproduce",
  "Reproduce here",
  `This page contains the suite's own training code, the configs, and a digest of each row of runs.csv. It can train all
of its runs again, on this device, and compare.`,
);

function liveSection(id: string, title: string, text: string): Section {
  return foldedSection(id, title, markup`<p class="text">${text}</p>\n`, true);
}
