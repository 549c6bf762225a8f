/** The sections that scripts fill, and the text they begin with. */
import type { Report } from "../../experiment_report.ts";
import { markup } from "../../html.ts";
import { type Section, sectionOf } from "../document.ts";

/** The sections about single runs: the explorer and, if the experiment trains, a worked update. */
export function runSections({ plan: { runs } }: Report): Section[] {
  const isTrained = runs.some(({ config }) => config.steps !== 0 && config.epochs !== 0);
  const explorer = liveSection(
    "explorer",
    isTrained ? "Watch a net learn" : "Look into a net",
    `Choose a run: this page ${isTrained ? "trains" : "computes"} it again, with the suite's own code.${
      isTrained ? " Play it back." : ""
    } Change its settings and compare both from the same starting weights. The address of the page keeps
your choice.`,
  );
  if (!isTrained) return [explorer];
  const perceptronRule = runs.some(({ config }) => config.loss === null) ? " (y − d in the perceptron's rule)" : "";
  const worked = liveSection(
    "worked",
    "One update, worked out",
    `The forward pass, every δ, its propagation back, and the new weights of the chosen run; each number with its
derivation. v is a unit's weighted sum, y its output, d the target, δ = ∂L/∂v${perceptronRule} and α the learning rate;
a prime marks new values. Texts that define e = d − y and add α·δ·x have the same δ with the opposite sign.`,
  );
  return [explorer, worked];
}

/** The section in which the page trains its runs again and compares them. */
export const REPRODUCE = liveSection(
  "reproduce",
  "Reproduce here",
  `This page contains the suite's own training code, the configs, and a digest of each row of runs.csv. It can train all
of its runs again, on this device, and compare.`,
);

function liveSection(id: string, title: string, text: string): Section {
  return sectionOf(id, title, markup`<p class="text">${text}</p>\n`, true);
}
