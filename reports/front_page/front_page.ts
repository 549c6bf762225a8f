/** The front page of the suite: every experiment with its answer, in the order of the course. */
import type { Manifest } from "../../experiments/store/manifest.ts";
import { formatSignificant } from "../../experiments/format.ts";
import { CONFIDENCE, type Verdict } from "../../experiments/statistics/statistics.ts";
import { SUITE } from "../../experiments/store/provenance.ts";
import { keyHtml } from "../chart/key.ts";
import { printSvg } from "../chart/svg/svg_tree.ts";
import frontPageStyle from "../css/front_page.css" with { type: "text" };
import { type Html, markup, trusted } from "../html.ts";
import { renderDocument, type Section, sectionOf } from "../page/document.ts";
import { formatCount } from "../page/numbers.ts";
import { prose } from "../page/prose.ts";
import { verdictBadge } from "../page/sections/verdict_cards.ts";
import type { Summary, Thumbnail, VerdictCounts } from "../summary/summary.ts";
import { SEARCH_SCRIPT } from "./search.ts";

/** An experiment on the front page. */
export interface Entry {
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly summary: Summary;
  readonly manifest: Pick<Manifest, "suite" | "settings" | "versions">;
}

const TITLE = "What the smallest neural nets learn";

/**
 * The front page. `digest` is the SHA-256 of the manifests, which hold the digests of all files; `command` reproduces
 * all results, and is undefined where no single command does.
 */
export function renderFrontPage(entries: readonly Entry[], digest: string, command: string | undefined): string {
  const experiments = formatCount(entries.length, "experiment");
  return renderDocument({
    title: TITLE,
    description: `${SUITE.name}: ${experiments} on the smallest neural nets, each reproducible to the last bit.`,
    style: frontPageStyle,
    script: SEARCH_SCRIPT,
    body: markup`<header>
<p class="note kicker">${SUITE.name}</p>
<h1>${TITLE}</h1>
${totalsOf(entries)}</header>
<main>
<div id="search" class="search" role="search" hidden>
<label for="search-words">Search the experiments</label>
<input type="search" id="search-words" autocomplete="off" spellcheck="false">
<output for="search-words"></output>
</div>
<ol class="experiments">
${entries.map(cardOf)}</ol>
${methodOf(entries).html}${sourcesOf(entries.map(({ manifest }) => manifest), digest, command)}</main>`,
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

function cardOf({ number, summary }: Entry): Html {
  const { experiment, question, answer, verdicts, runs, epochs, thumbnail } = summary;
  const extent = `${formatCount(runs, "run")}, ${formatCount(epochs, "epoch")}`;
  return markup`<li id="${experiment}">
<div>
<h2><span class="place">${number}</span> <a href="${experiment}/report.html">${question}</a></h2>
<p>${prose(answer)}</p>
<p class="badges">${badges(verdicts)}<span class="note">${extent}</span> <code>${experiment}</code></p>
</div>
${thumbnail ? thumbnailOf(thumbnail) : undefined}</li>
`;
}

function thumbnailOf({ title, key, panel, picture }: Thumbnail): Html {
  const heading = panel === "" ? undefined : markup`<p class="panel-title">${panel}</p>\n`;
  return markup`<figure class="thumbnail">
${key ? keyHtml(key, false) : undefined}${heading}${trusted(printSvg(picture))}
<figcaption>${title}</figcaption>
</figure>
`;
}

/** How claims are judged, and how many wrong verdicts to expect. */
function methodOf(entries: readonly Entry[]): Section {
  const pages = entries.filter(({ summary }) => summary.intervalClaims > 0).length;
  const claims = entries.reduce((sum, { summary }) => sum + summary.intervalClaims, 0);
  const most = formatSignificant((1 - CONFIDENCE) * pages, 2);
  const method =
    markup`<p class="text">A claim is a rule as data: which rows, which column, which threshold. The rules of an
experiment are sealed: their SHA-256, the seal, is part of the name of every random stream of its runs. Whoever edits a
rule after seeing the data gets other random numbers, so the run that judges a claim cannot have suggested it. Anyone can
check a seal; it does not cover the code that fills a table.</p>
<p class="text">${formatCount(claims, "claim")} on ${formatCount(pages, "page")} are decided by intervals. The claims of
one page are a family that holds together with 95 % confidence (Holm 1979). So a wrong verdict is to be expected on at
most ${most} of these pages.</p>
`;
  return sectionOf("method", "How claims are judged", method);
}

/** Where the numbers come from, how to verify them, and how to cite them. */
function sourcesOf(manifests: readonly Entry["manifest"][], digest: string, command: string | undefined): Html[] {
  const suite = `${SUITE.name} ${distinct(manifests.map(({ suite }) => suite.version)).join(", ")}`;
  const seeds = distinct(manifests.map(({ settings }) => settings.suiteSeed))
    .map((seed, i) => markup`${i > 0 ? ", " : ""}<code>${seed}</code>`);
  const charts = manifests.flatMap(({ versions }) => Object.entries(versions).map((version) => version.join(" ")));
  const madeBy = command === undefined
    ? markup`several commands: the page of each experiment has its own`
    : markup`<code>${command}</code>`;
  const provenance = markup`<p class="text">Every number on these pages is in the CSV files of its experiment, with all
its digits, or is computed from them. All of them can be reproduced to the last bit.</p>
<dl class="facts">
<dt>Suite</dt><dd>${suite}</dd>
<dt>Suite seed</dt><dd>${seeds}</dd>
<dt>Charts</dt><dd>${distinct(charts).join(", ")}</dd>
<dt>Made by</dt><dd>${madeBy}</dd>
<dt>SHA-256</dt><dd><code>${digest}</code><br>of the experiments' manifest.json files, concatenated in this order;
each holds the digests of all other files</dd>
</dl>
`;
  const verify = markup`<p class="text"><code>deno task experiment verify results</code> trains every run again and
compares every value and every file with these results, bit for bit. Without installing anything, you can train the runs
of each experiment again on its page, under “Reproduce here”.</p>
`;
  const cite = markup`<p class="text">“${TITLE}”, results of the suite ${suite}, suite seed ${seeds}. The
<span class="whole-number">SHA-256</span> of the manifests begins with <code>${digest.slice(0, 16)}</code>.</p>
`;
  return [
    sectionOf("provenance", "Where the numbers come from", provenance).html,
    sectionOf("verify", "How to verify everything", verify).html,
    sectionOf("cite", "How to cite", cite).html,
  ];
}

function badges(verdicts: VerdictCounts): Html[] {
  return (Object.keys(verdicts) as Verdict[]).filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => markup`${verdictBadge(verdict, `${verdicts[verdict]} ${verdict}`)} `);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
