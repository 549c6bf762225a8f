/** The front page of the suite: the parts of the course, every experiment with its answer, and data and method. */
import { CATALOG } from "../../experiments/catalog.ts";
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { SUITE } from "../../experiments/store/provenance.ts";
import { printSvg } from "../chart/svg/svg_tree.ts";
import frontPageStyle from "../css/front_page.css" with { type: "text" };
import { type Html, markup, trusted } from "../html.ts";
import { renderDocument } from "../page/document.ts";
import { formatCount } from "../page/numbers.ts";
import { prose } from "../page/prose.ts";
import { verdictBadge } from "../page/sections/verdict_cards.ts";
import type { Summary, Thumbnail, VerdictCounts } from "../summary/summary.ts";
import { dataAndMethod } from "./data_and_method.ts";
import type { Entry } from "./entry.ts";
import { partsOf } from "./parts.ts";
import { SEARCH_SCRIPT } from "./search.ts";

const TITLE = "What the smallest neural nets learn";

/**
 * The front page. `digest` is the SHA-256 of the manifests, which hold the digests of all files; `command` reproduces
 * all results, and is undefined where no single command does.
 */
export function renderFrontPage(
  entries: readonly Entry[],
  digest: string,
  command: string | undefined,
  catalog = CATALOG,
): string {
  const experiments = formatCount(entries.length, "experiment");
  return renderDocument({
    title: TITLE,
    description: `${SUITE.name}: ${experiments} on the smallest neural nets, each reproducible to the last bit.`,
    style: frontPageStyle,
    script: SEARCH_SCRIPT,
    body: markup`<header>
<p class="note kicker">${SUITE.name}</p>
<h1>${TITLE}</h1>
${
      totalsOf(entries)
    }<p class="note"><a href="lab.html">Open the lab</a>: set up a net and watch hundreds of starts learn.
<a href="course/index.html">Take the course</a>: short lessons that derive what the results show.
<a href="#method">Data &amp; method</a></p>
</header>
<main id="main">
<div id="search" class="search" role="search" hidden>
<label for="search-words">Search the experiments</label>
<input type="search" id="search-words" autocomplete="off" spellcheck="false">
<output for="search-words"></output>
</div>
${
      partsOf(entries).map(({ part: { title, lead }, entries }) =>
        markup`<section class="part">
<h2>${title}</h2>
<p class="lead">${lead}</p>
<ol class="experiments">
${entries.map(cardOf)}</ol>
</section>
`
      )
    }${dataAndMethod({ title: TITLE, entries, catalog, digest, command }).html}</main>`,
  });
}

/** Whether a front page has an entry for the experiment of this id. */
export function listsExperiment(page: string, id: string): boolean {
  return page.includes(markup`<li id="${id}">`.html);
}

function totalsOf(entries: readonly Entry[]): Html {
  const total = (of: (summary: Summary) => number) => entries.reduce((sum, { summary }) => sum + of(summary), 0);
  const count = (verdict: Verdict) => total(({ verdicts }) => verdicts[verdict]);
  const verdicts = { supported: count("supported"), refuted: count("refuted"), undecided: count("undecided") };
  const experiments = formatCount(entries.length, "experiment");
  const runs = formatCount(total(({ runs }) => runs), "run");
  const epochs = formatCount(total(({ epochs }) => epochs), "epoch");
  const claims = formatCount(verdicts.supported + verdicts.refuted + verdicts.undecided, "claim");
  const extent = `${experiments} in the order of a first course, with ${runs} of ${epochs} in total`;
  return markup`<p class="answer">${extent}, and ${claims} whose rules are sealed.</p>
<p class="badges">${badges(verdicts)}</p>
`;
}

function cardOf({ number, summary, words = "" }: Entry): Html {
  const { experiment, question, answer, verdicts, thumbnail } = summary;
  return markup`<li id="${experiment}">
<div data-words="${words}">
<h3><span class="place">${number}</span> <a href="${experiment}/report.html">${question}</a></h3>
<p>${prose(answer)} <span class="counts">${counts(verdicts)}</span></p>
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

function badges(verdicts: VerdictCounts): Html[] {
  return given(verdicts).map((verdict) => markup`${verdictBadge(verdict, `${verdicts[verdict]} ${verdict}`)} `);
}

/** The number of claims by verdict as signs and numbers; only screen readers get the words. */
function counts(verdicts: VerdictCounts): Html[] {
  return given(verdicts).map((verdict) =>
    markup`${verdictBadge(verdict, String(verdicts[verdict]))}<span class="sign-text"> ${verdict}</span> `
  );
}

/** The verdicts that some claim has. */
function given(verdicts: VerdictCounts): Verdict[] {
  return (Object.keys(verdicts) as Verdict[]).filter((verdict) => verdicts[verdict] > 0);
}
