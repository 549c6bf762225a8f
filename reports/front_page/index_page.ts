/** The front page of the suite: every experiment with its answer, in the order of the course. */
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import { documentOf } from "../page/document.ts";
import { type Html, markup } from "../page/html.ts";
import { SEARCH_SCRIPT, SEARCH_STYLE } from "./index_search.ts";
import { counted } from "../page/numbers.ts";
import { prose } from "../page/prose.ts";
import { verdictHtml } from "../page/verdict_cards.ts";

/** How many claims ended how. */
export type Counts = Readonly<Record<Verdict, number>>;

/** An experiment on the front page. */
export interface Entry {
  /** Its folder beside the front page. */
  readonly id: string;
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly question: string;
  readonly answer: string;
  readonly verdicts: Counts;
  readonly runs: number;
  /** Epochs of all its runs together. */
  readonly epochs: number;
  /** Absent where its page has no chart. */
  readonly thumbnail?: Thumbnail;
}

/** A small chart, with all that is needed to read it. */
export interface Thumbnail {
  readonly title: Html;
  /** Key, title of the panel and chart, drawn by this suite. */
  readonly chart: Html;
}

/** Where the results come from. */
export interface Provenance {
  readonly suite: string;
  readonly versions: readonly string[];
  readonly suiteSeeds: readonly string[];
  /** What drew the charts, with its version. */
  readonly charts: readonly string[];
  /** The digest of the manifests, which have the digests of all files. */
  readonly digest: string;
  /** The command that makes all of them again; absent where no single command does. */
  readonly command?: string;
}

/** The command that checks everything. */
const CHECK = "deno task experiment verify results";
const TITLE = "What the smallest neural nets learn";

/** The front page. */
export function renderIndex(entries: readonly Entry[], provenance: Provenance): string {
  const verdicts = total(entries.map((entry) => entry.verdicts)), claims = sumOf(Object.values(verdicts));
  const runs = sumOf(entries.map(({ runs }) => runs)), epochs = sumOf(entries.map(({ epochs }) => epochs));
  const experiments = counted(entries.length, "experiment"), { suite } = provenance;
  return documentOf({
    title: TITLE,
    description: `${suite}: ${experiments} on the smallest neural nets, each to be made again to the last bit.`,
    live: { script: SEARCH_SCRIPT, style: SEARCH_STYLE },
    body: markup`<header>
<p class="kicker">${suite}</p>
<h1>${TITLE}</h1>
<p class="answer">${experiments} in the order of a first course, with ${counted(runs, "training")} of ${
      counted(epochs, "epoch")
    } in all, and ${counted(claims, "claim")} whose rules were fixed before the runs that judge them.</p>
<p class="badges">${badges(verdicts)}</p>
</header>
<main>
<div id="search" class="search" role="search" hidden>
<label for="search-words">Search the experiments</label>
<input type="search" id="search-words" autocomplete="off" spellcheck="false">
<output for="search-words"></output>
</div>
<ol class="experiments">
${entries.map(entryOf)}</ol>
${sourceOf(provenance)}</main>`,
  });
}

function entryOf({ id, number, question, answer, verdicts, runs, epochs, thumbnail }: Entry): Html {
  const figure = thumbnail && markup`<figure class="thumbnail">
${thumbnail.chart}
<figcaption>${thumbnail.title}</figcaption>
</figure>
`;
  return markup`<li id="${id}">
<div>
<h2><span class="place">${number}</span> <a href="${id}/report.html">${question}</a></h2>
<p>${prose(answer)}</p>
<p class="badges">${badges(verdicts)}<span class="runs">${counted(runs, "run")}, ${
    counted(epochs, "epoch")
  }</span> <code>${id}</code></p>
</div>
${figure}</li>
`;
}

/** Where the numbers come from, how to check them, and how to cite them. */
function sourceOf({ suite, versions, suiteSeeds, charts, digest, command }: Provenance): Html {
  const seeds = suiteSeeds.map((seed, i) => markup`${i > 0 ? ", " : ""}<code>${seed}</code>`);
  const again = command === undefined
    ? markup`by several commands: the page of each experiment has its own`
    : markup`<code>${command}</code>`;
  return markup`<section id="provenance">
<h2>Where the numbers come from</h2>
<p class="text">Every number on these pages stands in the CSV files of its experiment, with all its digits, or
is worked out from them, and can be made again to the last bit.</p>
<dl class="facts">
<dt>Suite</dt><dd>${suite} ${versions.join(", ")}</dd>
<dt>Suite seed</dt><dd>${seeds}</dd>
<dt>Charts</dt><dd>${charts.join(", ")}</dd>
<dt>Made by</dt><dd>${again}</dd>
<dt>SHA-256</dt><dd><code>${digest}</code><br>of the experiments' files manifest.json, one after the other in this order;
each has the digests of all other files</dd>
</dl>
</section>
<section id="verify">
<h2>How to check all of it</h2>
<p class="text"><code>${CHECK}</code> trains every run again and compares every value and every file with those here, bit for bit.
Without installing anything, the page of each experiment trains its own runs again in the browser, under “Reproduce
here”.</p>
</section>
<section id="cite">
<h2>How to cite it</h2>
<p class="text">“${TITLE}”, results of the suite ${suite} ${versions.join(", ")}, suite seed ${seeds}. The
<span class="whole-number">SHA-256</span> of the manifests begins with <code>${digest.slice(0, 16)}</code>.</p>
</section>
`;
}

function badges(verdicts: Counts): Html[] {
  return (Object.keys(verdicts) as Verdict[]).filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => markup`${verdictHtml(verdict, `${verdicts[verdict]} ${verdict}`)} `);
}

function total(counts: readonly Counts[]): Counts {
  const of = (verdict: Verdict) => sumOf(counts.map((count) => count[verdict]));
  return { supported: of("supported"), refuted: of("refuted"), undecided: of("undecided") };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
