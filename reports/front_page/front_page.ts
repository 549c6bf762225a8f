/** The front page of the suite: every experiment with its answer, in the order of the course. */
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { keyHtml } from "../chart/key_html.ts";
import { printSvg } from "../chart/svg/svg_tree.ts";
import { FRONT_PAGE_STYLE } from "../css/styles.ts";
import { type Html, markup, trusted } from "../html.ts";
import { renderDocument } from "../page/document.ts";
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
}

/** Where the results come from. */
export interface Provenance {
  readonly suite: string;
  readonly versions: readonly string[];
  readonly suiteSeeds: readonly string[];
  /** What drew the charts, with versions. */
  readonly charts: readonly string[];
  /** SHA-256 of the manifests, which hold the digests of all files. */
  readonly digest: string;
  /** The command that reproduces all results; absent where no single command does. */
  readonly command?: string;
}

const TITLE = "What the smallest neural nets learn";
const VERIFY_COMMAND = "deno task experiment verify results";

/** The front page. */
export function renderFrontPage(entries: readonly Entry[], provenance: Provenance): string {
  const { suite } = provenance;
  const experiments = formatCount(entries.length, "experiment");
  return renderDocument({
    title: TITLE,
    description: `${suite}: ${experiments} on the smallest neural nets, each reproducible to the last bit.`,
    style: FRONT_PAGE_STYLE,
    script: SEARCH_SCRIPT,
    body: markup`${headerOf(entries.map(({ summary }) => summary), suite)}<main>
<div id="search" class="search" role="search" hidden>
<label for="search-words">Search the experiments</label>
<input type="search" id="search-words" autocomplete="off" spellcheck="false">
<output for="search-words"></output>
</div>
<ol class="experiments">
${entries.map(cardOf)}</ol>
${sourcesOf(provenance)}</main>`,
  });
}

function headerOf(summaries: readonly Summary[], suite: string): Html {
  const verdicts = totalCounts(summaries.map(({ verdicts }) => verdicts));
  const experiments = formatCount(summaries.length, "experiment");
  const runs = formatCount(sumOf(summaries.map(({ runs }) => runs)), "run");
  const claims = formatCount(sumOf(Object.values(verdicts)), "claim");
  return markup`<header>
<p class="kicker">${suite}</p>
<h1>${TITLE}</h1>
<p class="answer">${experiments} in the order of a first course, with ${runs} of ${
    epochsText(sumOf(summaries.map(({ epochs }) => epochs)))
  } in total, and ${claims} whose rules were fixed before the runs that judge them.</p>
<p class="badges">${badges(verdicts)}</p>
</header>
`;
}

function cardOf({ number, summary }: Entry): Html {
  const { experiment, question, answer, verdicts, runs, epochs, thumbnail } = summary;
  return markup`<li id="${experiment}">
<div>
<h2><span class="place">${number}</span> <a href="${experiment}/report.html">${question}</a></h2>
<p>${prose(answer)}</p>
<p class="badges">${badges(verdicts)}<span class="runs">${formatCount(runs, "run")}, ${
    epochsText(epochs)
  }</span> <code>${experiment}</code></p>
</div>
${thumbnail ? thumbnailOf(thumbnail) : undefined}</li>
`;
}

function thumbnailOf({ title, key, panel, picture }: Thumbnail): Html {
  const heading = panel === "" ? undefined : markup`<p class="panel-title">${panel}</p>
`;
  return markup`<figure class="thumbnail">
${key ? keyHtml(key, false) : undefined}${heading}${trusted(printSvg(picture))}
<figcaption>${title}</figcaption>
</figure>
`;
}

/** Where the numbers come from, how to verify them, and how to cite them. */
function sourcesOf({ suite, versions, suiteSeeds, charts, digest, command }: Provenance): Html {
  const seeds = suiteSeeds.map((seed, i) => markup`${i > 0 ? ", " : ""}<code>${seed}</code>`);
  const madeBy = command === undefined
    ? markup`several commands: the page of each experiment has its own`
    : markup`<code>${command}</code>`;
  return markup`<section id="provenance">
<h2>Where the numbers come from</h2>
<p class="text">Every number on these pages is in the CSV files of its experiment, with all its digits, or is computed
from them. All of them can be reproduced to the last bit.</p>
<dl class="facts">
<dt>Suite</dt><dd>${suite} ${versions.join(", ")}</dd>
<dt>Suite seed</dt><dd>${seeds}</dd>
<dt>Charts</dt><dd>${charts.join(", ")}</dd>
<dt>Made by</dt><dd>${madeBy}</dd>
<dt>SHA-256</dt><dd><code>${digest}</code><br>of the experiments' manifest.json files, concatenated in this order;
each holds the digests of all other files</dd>
</dl>
</section>
<section id="verify">
<h2>How to verify everything</h2>
<p class="text"><code>${VERIFY_COMMAND}</code> trains every run again and compares every value and every file with these results, bit
for bit. Without installing anything, you can train the runs of each experiment again on its page, under “Reproduce
here”.</p>
</section>
<section id="cite">
<h2>How to cite</h2>
<p class="text">“${TITLE}”, results of the suite ${suite} ${versions.join(", ")}, suite seed ${seeds}. The
<span class="whole-number">SHA-256</span> of the manifests begins with <code>${digest.slice(0, 16)}</code>.</p>
</section>
`;
}

function badges(verdicts: VerdictCounts): Html[] {
  return (Object.keys(verdicts) as Verdict[]).filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => markup`${verdictBadge(verdict, `${verdicts[verdict]} ${verdict}`)} `);
}

/** Epochs may be a fraction where training is counted in steps. */
function epochsText(epochs: number): string {
  return formatCount(Math.round(epochs), "epoch");
}

function totalCounts(counts: readonly VerdictCounts[]): VerdictCounts {
  const total = (verdict: Verdict) => sumOf(counts.map((count) => count[verdict]));
  return { supported: total("supported"), refuted: total("refuted"), undecided: total("undecided") };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
