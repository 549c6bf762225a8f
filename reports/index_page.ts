/** The front page of the suite: every experiment with its answer, in the order of the course. */
import type { Verdict } from "../experiments/statistics.ts";
import { documentOf } from "./document.ts";
import { type Html, markup, trusted } from "./html.ts";
import { counted } from "./numbers.ts";
import { prose } from "./prose.ts";
import { verdictHtml } from "./verdicts.ts";

/** How many claims ended how. */
export type Counts = Readonly<Record<Verdict, number>>;

/** An experiment on the front page. */
export interface Entry {
  /** Its folder beside the front page. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly verdicts: Counts;
  readonly runs: number;
  /** A small chart as SVG, drawn by this suite. */
  readonly thumbnail?: string;
}

/** Where the results come from. */
export interface Provenance {
  readonly suite: string;
  readonly version: string;
  readonly suiteSeeds: readonly string[];
}

/** What else the front page says. */
export interface Notes {
  /** The command that makes these results again. */
  readonly again: string;
  /** The command that checks them. */
  readonly check: string;
}

/** The front page. */
export function renderIndex(entries: readonly Entry[], provenance: Provenance, notes: Notes): string {
  const verdicts = total(entries.map((entry) => entry.verdicts)), claims = sumOf(Object.values(verdicts));
  const runs = sumOf(entries.map(({ runs }) => runs)), { suite, version, suiteSeeds } = provenance;
  const experiments = counted(entries.length, "experiment");
  return documentOf({
    title: TITLE,
    description: `${suite}: ${experiments} on the smallest neural nets, each to be made again to the last bit.`,
    body: markup`<header>
<p class="kicker">${suite}</p>
<h1>${TITLE}</h1>
<p class="answer">${experiments} in the order of a first course, with ${counted(runs, "training")} and ${
      counted(claims, "claim")
    } that were written before the runs that judge them.</p>
<p class="badges">${badges(verdicts)}</p>
</header>
<main>
<ol class="experiments">
${entries.map(entryOf)}</ol>
<section id="provenance">
<h2>Where the numbers come from</h2>
<p class="text">Every number on these pages stands in the CSV files of its experiment, with all its digits, and can be made again to the last bit.</p>
<dl class="facts">
<dt>Suite</dt><dd>${suite} ${version}</dd>
<dt>Suite seed</dt><dd>${suiteSeeds.map((seed, i) => markup`${i > 0 ? ", " : ""}<code>${seed}</code>`)}</dd>
<dt>To make them again</dt><dd><code>${notes.again}</code></dd>
<dt>To check every number</dt><dd><code>${notes.check}</code></dd>
</dl>
</section>
</main>`,
  });
}

const TITLE = "What the smallest neural nets learn";

function entryOf({ id, question, answer, verdicts, runs, thumbnail }: Entry): Html {
  const chart = thumbnail === undefined ? undefined : markup`<div class="thumbnail">${trusted(thumbnail)}</div>
`;
  return markup`<li>
<div>
<h2><a href="${id}/report.html">${question}</a></h2>
<p>${prose(answer)}</p>
<p class="badges">${badges(verdicts)}<span class="runs">${counted(runs, "run")}</span></p>
</div>
${chart}</li>
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
