/** The page of one experiment, as one self-contained file. */
import { CATALOG } from "../../experiments/catalog.ts";
import { FIGURES_ID } from "../wire/figure_data.ts";
import { DATA_ID, inlineJson } from "../wire/page_data.ts";
import { LIVE_STYLE } from "../live/live_style.ts";
import { footOf, headOf, placeIn } from "./course.ts";
import { documentOf } from "./document.ts";
import { figureOf } from "./figure.ts";
import { figuresDataOf } from "./build_figure_data.ts";
import { type Html, markup, trusted } from "./html.ts";
import { REPRODUCE, runSections, type Section } from "./live_sections.ts";
import { methodOf } from "./method.ts";
import { pageDataOf } from "./build_page_data.ts";
import { prose } from "./prose.ts";
import type { Report } from "../experiment_report.ts";
import { verdictsOf } from "./verdict_cards.ts";

/**
 * The page: question, answer and first chart; verdicts; the other charts; method and limits.
 *
 * `script` is the bundle of live/main.ts; without it the page is whole, and nothing runs in it. An experiment of the
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
  const isLive = script !== undefined, ofRuns = isLive ? runSections(report) : [], ofAll = isLive ? [REPRODUCE] : [];
  return documentOf({
    title: experiment.question,
    description: answer,
    ...(isLive && { live: { script, style: LIVE_STYLE, training: dataOf(report) } }),
    body: markup`<header>
${place && headOf(place)}<h1>${experiment.question}</h1>
<p class="answer">${prose(answer)}</p>
${contentsOf([VERDICTS, ...ofRuns, METHOD, ...ofAll, LIMITS])}</header>
<main>
${first}${verdictsOf(report, isLive)}${others}${ofRuns.map(({ html }) => html)}${methodOf(report)}${
      ofAll.map(({ html }) => html)
    }<section id="limits">
<h2>${LIMITS.words}</h2>
<ul class="text">
${limits}</ul>
</section>
</main>
${place && footOf(place)}`,
  });
}

const VERDICTS = { id: "verdicts", words: "Verdicts" }, METHOD = { id: "method", words: "How it was measured" };
const LIMITS = { id: "limits", words: "What it does not show" };

/** Ways to the sections of the page. */
function contentsOf(sections: readonly (typeof VERDICTS | Section)[]): Html {
  const links = sections.map((section) =>
    markup`<a href="#${section.id}"${"html" in section ? LIVE_ONLY : undefined}>${section.words}</a>
`
  );
  return markup`<nav class="contents" aria-label="On this page">
${links}</nav>
`;
}

const LIVE_ONLY = trusted(' class="live-only"');

function dataOf(report: Report): Html {
  return markup`${jsonScript(DATA_ID, pageDataOf(report))}${jsonScript(FIGURES_ID, figuresDataOf(report))}`;
}

/** Data as a script element, which is not run. */
function jsonScript(id: string, value: unknown): Html {
  return trusted(`<script type="application/json" id="${id}">${inlineJson(value)}</script>
`);
}
