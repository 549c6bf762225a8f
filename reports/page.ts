/** The page of one experiment, as one self-contained file. */
import { CATALOG } from "../experiments/catalog.ts";
import { FIGURES_ID } from "./browser/figure_data.ts";
import { DATA_ID, inlineJson } from "./browser/page_data.ts";
import { LIVE_STYLE } from "./browser/style.ts";
import { footOf, headOf, placeIn } from "./course.ts";
import { documentOf } from "./document.ts";
import { figureOf } from "./figure.ts";
import { figuresDataOf } from "./figure_data.ts";
import { type Html, markup, trusted } from "./html.ts";
import { methodOf } from "./method.ts";
import { pageDataOf } from "./page_data.ts";
import { prose } from "./prose.ts";
import type { Report } from "./report.ts";
import { verdictsOf } from "./verdicts.ts";

/**
 * The page: question, answer and first chart; verdicts; the other charts; method and limits.
 *
 * `script` is the bundle of browser/main.ts; without it the page is whole, and nothing runs in it. An experiment of the
 * `course` leads to its neighbours, any other stands by itself.
 */
export async function renderPage(report: Report, script?: string, course = CATALOG): Promise<string> {
  const { plan: { experiment }, answer } = report, place = placeIn(course, experiment.id), figures = [];
  for (const [i, view] of experiment.views.entries()) figures.push(await figureOf(view, report, i + 1));
  const [first, ...others] = figures;
  const limits = experiment.limits.map((limit) =>
    markup`<li>${prose(limit)}</li>
`
  );
  const live = (section: Html) => script === undefined ? undefined : section;
  return documentOf({
    title: experiment.question,
    description: answer,
    ...(script !== undefined && { live: { script, style: LIVE_STYLE, training: dataOf(report) } }),
    body: markup`<header>
${place && headOf(place)}<h1>${experiment.question}</h1>
<p class="answer">${prose(answer)}</p>
${contentsOf(script !== undefined)}</header>
<main>
${first}${verdictsOf(report, script !== undefined)}${others}${live(EXPLORER)}${live(WORKED)}${methodOf(report)}${
      live(REPRODUCE)
    }<section id="limits">
<h2>What it does not show</h2>
<ul class="text">
${limits}</ul>
</section>
</main>
${place && footOf(place)}`,
  });
}

/** The sections behind the first chart: where they are, what they are called for short, and whether they are for pages in which something runs. */
const SECTIONS = [
  ["verdicts", "Verdicts", false],
  ["explorer", "Watch a net learn", true],
  ["worked", "One update, worked out", true],
  ["method", "How it was measured", false],
  ["reproduce", "Reproduce here", true],
  ["limits", "What it does not show", false],
] as const;

/** Ways to the sections of the page. */
function contentsOf(live: boolean): Html {
  const links = SECTIONS.filter(([, , isLive]) => live || !isLive).map(([id, words, isLive]) =>
    markup`<a href="#${id}"${isLive ? LIVE_ONLY : undefined}>${words}</a>
`
  );
  return markup`<nav class="contents" aria-label="On this page">
${links}</nav>
`;
}

const LIVE_ONLY = trusted(' class="live-only"');

/** The section in which a net is trained again and played. */
const EXPLORER = markup`<section id="explorer" class="live-only">
<h2>Watch a net learn</h2>
<p class="text">Choose a run: the suite's own trainer makes it again, here. Play it, or change its settings and compare both
from the same starting weights. The address of the page keeps what you chose.</p>
</section>
`;

/** The section in which an update is worked out. */
const WORKED = markup`<section id="worked" class="live-only">
<h2>One update, worked out</h2>
<p class="text">Forward pass, δ, δ carried back, and new weights of the run that is chosen, each number with what it is made of.
v is a unit's weighted sum, y its answer, d the target, δ = ∂L/∂v and α the learning rate; a prime marks what is new.
A text that takes e = d − y and adds α·δ·x has the same δ with the other sign.</p>
</section>
`;

/** The section of what the page itself can check. */
const REPRODUCE = markup`<section id="reproduce" class="live-only">
<h2>Reproduce here</h2>
<p class="text">This page holds the suite's own trainer, the configs and a digest of each row of runs.csv. It can train all
of its runs again, on this device, and compare.</p>
</section>
`;

function dataOf(report: Report): Html {
  return markup`${jsonScript(DATA_ID, pageDataOf(report))}${jsonScript(FIGURES_ID, figuresDataOf(report))}`;
}

/** Data as a script element, which is not run. */
function jsonScript(id: string, value: unknown): Html {
  return trusted(`<script type="application/json" id="${id}">${inlineJson(value)}</script>
`);
}
