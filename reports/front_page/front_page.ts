/** The front page of the suite: the lessons, every experiment with its answer, and data and method. */
import { CATALOG } from "../../experiments/catalog.ts";
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { printSvg } from "../chart/svg/svg_tree.ts";
import frontPageStyle from "../css/front_page.css" with { type: "text" };
import shellStyle from "../css/lab_page.css" with { type: "text" };
import { type Html, markup, trusted } from "../html.ts";
import { labDataElement } from "../lab/lab_page.ts";
import { LAB_STYLE } from "../lab/lab_style.ts";
import { type Language, LANGUAGES } from "../languages/languages.ts";
import { renderDocument } from "../page/document.ts";
import { verdictBadge } from "../page/sections/verdict_cards.ts";
import { siteNav } from "../site/site_nav.ts";
import { linkTo } from "../site/site_paths.ts";
import type { Summary, Thumbnail, VerdictCounts } from "../summary/summary.ts";
import { courseSection } from "./course_section.ts";
import { dataAndMethod } from "./data_and_method.ts";
import { type FrontLab, labPlace, labQuestion, stepsOf } from "./front_lab.ts";
import type { Entry } from "./entry.ts";
import { type FrontLanguage, frontLanguage } from "./front_language.ts";
import { partsOf } from "./parts.ts";
import { READERS_LANGUAGE_SCRIPT } from "./readers_language.ts";
import { searchScript } from "./search.ts";

/** What a front page is made from besides its entries. */
export interface FrontPageSources {
  /** The SHA-256 of the manifests, which hold the digests of all files. */
  readonly digest: string;
  /** Reproduces all results; undefined where no single command does. */
  readonly command: string | undefined;
  readonly catalog?: typeof CATALOG;
  readonly language?: Language;
  /** What the lab at the top needs; without it the page begins with the results. */
  readonly lab?: FrontLab | undefined;
}

/** The front page. */
export function renderFrontPage(
  entries: readonly Entry[],
  { digest, command, catalog = CATALOG, language: code = MAIN_LANGUAGE, lab: live }: FrontPageSources,
): string {
  const language = frontLanguage(code);
  const { title, description, links, search, parts, foreignPages } = language.texts;
  const [lab, course] = (["lab.html", "course/index.html"] as const).map((page) => linkTo(page, "index.html", code));
  return renderDocument({
    title,
    description: description(entries.length),
    language: code,
    style: (live ? LAB_STYLE + shellStyle : "") + frontPageStyle,
    ...(live && { training: { script: live.script, data: labDataElement(stepsOf(live.data)) } }),
    script: (code === MAIN_LANGUAGE ? READERS_LANGUAGE_SCRIPT : "") + searchScript(search),
    body: markup`<header>
${siteNav("index.html", code)}<h1>${title}</h1>
${live && labQuestion(code)}</header>
<main id="main">
${live && labPlace()}${totalsOf(entries, language)}<p class="note">${
      links({ lab: lab!, course: course!, method: "#method" })
    }</p>
<div id="search" class="search" role="search" hidden>
<label for="search-words">${search.label}</label>
<input type="search" id="search-words" autocomplete="off" spellcheck="false">
<output for="search-words"></output>
</div>
${courseSection(language)}<div class="parts">
${
      partsOf(entries).map(({ part, entries }) =>
        markup`<section class="part">
<h2>${parts[part].title}</h2>
<p class="lead">${parts[part].lead}</p>
<ol class="experiments">
${entries.map((entry) => cardOf(entry, language))}</ol>
</section>
`
      )
    }</div>
${foreignPages && markup`<p class="note">${foreignPages}</p>\n`}${
      dataAndMethod({ entries, catalog, digest, command }, language).html
    }</main>`,
  });
}

/** Whether a front page has an entry for the experiment of this id. */
export function listsExperiment(page: string, id: string): boolean {
  return page.includes(markup`<li id="${id}">`.html);
}

function totalsOf(entries: readonly Entry[], { code, texts }: FrontLanguage): Html {
  const total = (of: (summary: Summary) => number) => entries.reduce((sum, { summary }) => sum + of(summary), 0);
  const count = (verdict: Verdict) => total(({ verdicts }) => verdicts[verdict]);
  const verdicts = { supported: count("supported"), refuted: count("refuted"), undecided: count("undecided") };
  const extent = texts.extent({
    experiments: entries.length,
    runs: total(({ runs }) => runs),
    epochs: total(({ epochs }) => epochs),
    claims: verdicts.supported + verdicts.refuted + verdicts.undecided,
  });
  return markup`<p class="answer">${extent}</p>
<p class="badges">${badges(verdicts, code)}</p>
`;
}

function cardOf({ number, summary, words = "" }: Entry, { code, questionOf, answerOf, address }: FrontLanguage): Html {
  const { experiment, verdicts, thumbnail } = summary;
  const report = address(`${experiment}/report.html`);
  return markup`<li id="${experiment}">
<div data-words="${words}">
<h3><span class="place">${number}</span> <a href="${report}">${questionOf(summary)}</a></h3>
<p>${answerOf(summary)} <span class="counts">${counts(verdicts, code)}</span></p>
</div>
${thumbnail ? thumbnailOf(thumbnail) : undefined}</li>
`;
}

/** A picture to recognise an experiment by; too small for its texts, which its label holds. */
function thumbnailOf({ picture }: Thumbnail): Html {
  return markup`<figure class="thumbnail">
${trusted(printSvg(picture))}
</figure>
`;
}

function badges(verdicts: VerdictCounts, code: Language): Html[] {
  const words = LANGUAGES[code].site.verdicts;
  return given(verdicts).map((verdict) => markup`${verdictBadge(verdict, `${verdicts[verdict]} ${words[verdict]}`)} `);
}

/** The number of claims by verdict as signs and numbers; only screen readers get the words. */
function counts(verdicts: VerdictCounts, code: Language): Html[] {
  const words = LANGUAGES[code].site.verdicts;
  return given(verdicts).map((verdict) =>
    markup`${verdictBadge(verdict, String(verdicts[verdict]))}<span class="sign-text"> ${words[verdict]}</span> `
  );
}

/** The verdicts that some claim has. */
function given(verdicts: VerdictCounts): Verdict[] {
  return (Object.keys(verdicts) as Verdict[]).filter((verdict) => verdicts[verdict] > 0);
}
