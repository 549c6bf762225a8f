/** The page of one experiment, a single self-contained file. */
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { sealOf } from "../../experiments/claims/seal.ts";
import { matches } from "../../experiments/define/factors.ts";
import type { Plan } from "../../experiments/plan.ts";
import type { Content } from "../../experiments/define/stored.ts";
import { linesOf } from "../../experiments/store/tables/stored_table.ts";
import type { Report } from "../experiment_report.ts";
import { type Html, markup } from "../html.ts";
import { LAB_STYLE } from "../lab/lab_style.ts";
import { FIGURES_ID } from "../wire/figure_data.ts";
import { PAGE_DATA_ID, type PageData } from "../wire/page_data.ts";
import { rowDigest } from "../wire/page_runs.ts";
import { figuresDataOf } from "./draw_figures.ts";
import { foldedSection, foldOf, LIVE_ONLY, renderDocument, type Section, sectionOf } from "./document.ts";
import type { RenderedFigure } from "./figure.ts";
import { startsOnPage } from "./page_sample.ts";
import { dataElement } from "./page_scripts.ts";
import { prose } from "./prose.ts";
import { courseFooter, courseHeader, positionIn } from "./sections/course.ts";
import { explorerSection, reproduceSection, workedSection } from "./sections/live_sections.ts";
import { referencesSection } from "./sections/reference_list.ts";
import { sharedSettings } from "./sections/shared_settings.ts";
import { methodSection } from "./sections/method.ts";
import { claimsSection, surprisesSection } from "./sections/verdict_cards.ts";
import { whySection } from "./sections/why.ts";

/**
 * The HTML of the page: question and answer; a net to watch; the first chart; surprises; the reason; all claims; folded,
 * the other charts, method, data and limits.
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
  const { plan: { experiment }, headline } = report;
  const place = positionIn(course, experiment.id);
  const [first, ...others] = figures;
  const isLive = script !== undefined;
  const explorer = isLive ? explorerSection(report) : undefined;
  const sections = [
    surprisesSection(report, isLive),
    whySection(report),
    claimsSection(report),
    others.length > 0 ? furtherFigures(others) : undefined,
    isLive ? workedSection(report) : undefined,
    methodSection(report),
    isLive ? reproduceSection(report) : undefined,
    limitsSection(report, course),
    referencesSection(report),
  ].filter((section) => section !== undefined);
  return renderDocument({
    title: experiment.question,
    description: headline,
    ...(isLive && { style: LAB_STYLE, training: { script, data: dataOf(report, figures) } }),
    body: markup`<header>
${place && courseHeader(place)}<h1>${experiment.question}</h1>
${answerOf(report)}${contentsOf([...(explorer ? [explorer] : []), ...sections])}</header>
<main id="main">
${explorer?.html}${first?.html}${sections.map(({ html }) => html)}</main>
${place && courseFooter(place)}`,
  });
}

/** The answer in a sentence; "Exactly" unfolds the findings of the claims that it rests on. */
function answerOf({ headline, answer }: Report): Html {
  const exact = headline === answer ? undefined : foldOf(markup`Exactly`, markup`<p>${prose(answer)}</p>\n`);
  return markup`<p class="answer">${prose(headline)}</p>
${exact && markup`<div class="exact">\n${exact}</div>\n`}`;
}

/** The figures after the first, each in a fold. */
function furtherFigures(figures: readonly RenderedFigure[]): Section {
  const folds = figures.map(({ figure: { number, view: { title } }, html }) =>
    foldOf(markup`<h3>Figure ${number}. ${title}</h3>`, html)
  );
  return sectionOf("figures", "Further figures", markup`${folds}`);
}

function limitsSection({ plan }: Report, course: readonly Experiment[]): Section {
  const limits = [...plan.experiment.limits.map(prose), ...sharedSettings(plan, course)];
  const items = limits.map((limit) => markup`<li>${limit}</li>\n`);
  return foldedSection("limits", "Limits", markup`<ul class="text">\n${items}</ul>\n`);
}

/** Links to the sections of the page. */
function contentsOf(sections: readonly Section[]): Html {
  const links = sections.map(({ id, title, isLive }) =>
    markup`<a href="#${id}"${isLive ? LIVE_ONLY : undefined}>${title}</a>\n`
  );
  return markup`<nav class="contents" aria-label="On this page">\n${links}</nav>\n`;
}

/** The data of the page's script. */
function dataOf(report: Report, figures: readonly RenderedFigure[]): Html {
  const figuresData = figuresDataOf(figures.map(({ figure }) => figure));
  return markup`${dataElement(PAGE_DATA_ID, pageDataOf(report))}${dataElement(FIGURES_ID, figuresData)}`;
}

/** The configs of a report, and the digests of the rows of runs.csv that the page can repeat. */
export function pageDataOf({ plan, tables }: Report): PageData {
  const runs = tables.find(({ name }) => name === "runs")!;
  const columns = Object.keys(runs.columns);
  const featured = plan.cells.findIndex(({ levels }) => matches(levels, plan.experiment.featuredCell ?? {}));
  const starts = startsOnPage(plan);
  const most = starts ?? Infinity;
  return {
    experiment: plan.experiment.id,
    seal: sealOf(plan.experiment),
    suiteSeed: plan.settings.suiteSeed,
    replicates: Math.min(plan.replicates, most),
    columns,
    cells: starts === undefined
      ? plan.cells
      : plan.cells.map((cell) => ({ ...cell, replicates: Math.min(cell.replicates, starts) })),
    featuredCell: Math.max(0, featured),
    digests: digestsOf(plan, runs.content, most),
    ...(starts !== undefined && { rows: plan.cells.map(({ replicates }) => replicates) }),
  };
}

/** The digests of the first `starts` rows of each cell. */
function digestsOf({ cells }: Plan, content: Content, starts: number): string {
  const lines = linesOf(content);
  lines.next();
  let digests = "";
  for (const { replicates } of cells) {
    for (let replicate = 0; replicate < replicates; replicate++) {
      const line = lines.next().value!;
      if (replicate < starts) digests += rowDigest(line);
    }
  }
  return digests;
}
