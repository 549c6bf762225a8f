/** The sections of a page in which something runs: what they say before their scripts fill them. */
import { type Html, markup } from "./html.ts";
import type { Report } from "../experiment_report.ts";

/** A section: where it is, what it is called for short, and its text. */
export interface Section {
  readonly id: string;
  readonly words: string;
  readonly html: Html;
}

/** The sections about single runs: a net to be watched, and an update worked out where there is any. */
export function runSections({ plan: { runs } }: Report): Section[] {
  const isTrained = runs.some(({ config }) => config.steps !== 0 && config.epochs !== 0);
  const hasPerceptron = runs.some(({ config }) => config.loss === null);
  return isTrained ? [TRAINED, workedWith(hasPerceptron)] : [UNTRAINED];
}

function section(id: string, words: string, text: string): Section {
  const html = markup`<section id="${id}" class="live-only">
<h2>${words}</h2>
<p class="text">${text}</p>
</section>
`;
  return { id, words, html };
}

/** Where a net is trained again and played. */
const TRAINED = section(
  "explorer",
  "Watch a net learn",
  `Choose a run: the suite's own trainer makes it again, here. Play it, or change its settings and compare both
from the same starting weights. The address of the page keeps what you chose.`,
);

/** Where a net is worked out that never learns. */
const UNTRAINED = section(
  "explorer",
  "Look into a net",
  `Choose a run: the suite's own code works it out again, here. Change its settings and compare both from the same
starting weights. The address of the page keeps what you chose.`,
);

/** Where an update is worked out. */
function workedWith(perceptron: boolean): Section {
  return section(
    "worked",
    "One update, worked out",
    `Forward pass, δ, δ carried back, and new weights of the run that is chosen, each number with what it is made of.
v is a unit's weighted sum, y its answer, d the target, δ = ∂L/∂v${
      perceptron ? " (y − d in the perceptron's rule)" : ""
    } and α
the learning rate; a prime marks what is new. A text that takes e = d − y and adds α·δ·x has the same δ with the other
sign.`,
  );
}

/** What the page itself can check. */
export const REPRODUCE = section(
  "reproduce",
  "Reproduce here",
  `This page holds the suite's own trainer, the configs and a digest of each row of runs.csv. It can train all
of its runs again, on this device, and compare.`,
);
