/** The page of one experiment, a single self-contained file. */
import { CATALOG } from "../../experiments/catalog.ts";
import { FIGURES_ID } from "../wire/figure_data.ts";
import { inlineJson, PAGE_DATA_ID } from "../wire/page_data.ts";
import { LIVE_STYLE } from "../css/styles.ts";
import { courseFooter, courseHeader, positionIn } from "./sections/course.ts";
import { renderDocument } from "./document.ts";
import type { RenderedFigure } from "./figure.ts";
import { figuresDataOf } from "./build_figure_data.ts";
import { type Html, markup, trusted } from "../html.ts";
import { REPRODUCE, runSections, type Section } from "./sections/live_sections.ts";
import { methodSection } from "./sections/method.ts";
import { pageDataOf } from "./build_page_data.ts";
import { prose } from "./prose.ts";
import type { Report } from "../experiment_report.ts";
import { verdictsSection } from "./sections/verdict_cards.ts";

/**
 * The HTML of the page: question, answer and first chart; verdicts; the other charts; method and limits.
 *
 * `figures` are the report's, rendered. `script` is the bundle of live/page_main.ts; without it nothing runs in the page.
 * An experiment of the `course` links to its neighbours.
 */
export function renderPage(
  report: Report,
  figures: readonly RenderedFigure[],
  script?: string,
  course = CATALOG,
): string {
  const { plan: { experiment }, answer } = report;
  const place = positionIn(course, experiment.id);
  const [first, ...others] = figures.map(({ html }) => html);
  const isLive = script !== undefined;
  const runs = isLive ? runSections(report) : [];
  const reproduce = isLive ? [REPRODUCE] : [];
  return renderDocument({
    title: experiment.question,
    description: answer,
    ...(isLive && { script, style: LIVE_STYLE, trainingData: dataOf(report, figures) }),
    body: markup`<header>
${place && courseHeader(place)}<h1>${experiment.question}</h1>
<p class="answer">${prose(answer)}</p>
${contentsOf([VERDICTS, ...runs, METHOD, ...reproduce, LIMITS])}</header>
<main>
${first}${verdictsSection(report, isLive)}${others}${runs.map(({ html }) => html)}${methodSection(report)}${
      reproduce.map(({ html }) => html)
    }${limitsOf(experiment.limits)}</main>
${place && courseFooter(place)}`,
  });
}

function limitsOf(limits: readonly string[]): Html {
  const items = limits.map((limit) =>
    markup`<li>${prose(limit)}</li>
`
  );
  return markup`<section id="limits">
<h2>${LIMITS.title}</h2>
<ul class="text">
${items}</ul>
</section>
`;
}

const VERDICTS = { id: "verdicts", title: "Verdicts" };
const METHOD = { id: "method", title: "How it was measured" };
const LIMITS = { id: "limits", title: "What it does not show" };

/** Links to the sections of the page. */
function contentsOf(sections: readonly (typeof VERDICTS | Section)[]): Html {
  const links = sections.map((section) =>
    markup`<a href="#${section.id}"${"html" in section ? LIVE_ONLY : undefined}>${section.title}</a>
`
  );
  return markup`<nav class="contents" aria-label="On this page">
${links}</nav>
`;
}

const LIVE_ONLY = trusted(' class="live-only"');

function dataOf(report: Report, figures: readonly RenderedFigure[]): Html {
  const figureData = figuresDataOf(figures.map(({ figure }) => figure));
  return markup`${jsonScript(PAGE_DATA_ID, pageDataOf(report))}${jsonScript(FIGURES_ID, figureData)}`;
}

/** Data as a script element, which browsers do not run. */
function jsonScript(id: string, value: unknown): Html {
  return trusted(`<script type="application/json" id="${id}">${inlineJson(value)}</script>
`);
}
