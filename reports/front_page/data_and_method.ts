/** The section on data and method: how claims are judged, where the numbers come from, how to verify and to cite them. */
import type { Experiment } from "../../experiments/experiment.ts";
import { formatSignificant } from "../../experiments/format.ts";
import { CONFIDENCE } from "../../experiments/statistics/statistics.ts";
import { SUITE } from "../../experiments/store/provenance.ts";
import { type Html, markup } from "../html.ts";
import { type Section, sectionOf } from "../page/document.ts";
import { formatCount } from "../page/numbers.ts";
import { followedClaim } from "./followed_claim.ts";
import type { Entry } from "./entry.ts";
import { pipelineDrawing } from "./pipeline.ts";

/** What the section is made from. */
export interface Sources {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly catalog: readonly Experiment[];
  /** The SHA-256 of the manifests. */
  readonly digest: string;
  /** The command that makes all results; undefined where no single command does. */
  readonly command: string | undefined;
}

/** The section. */
export function dataAndMethod(sources: Sources): Section {
  const { entries, catalog } = sources;
  const content = markup`${pipelineDrawing()}<div class="columns">
${judgement(entries)}${verification(sources)}</div>
<div class="columns">
<div>
${followedClaim(entries, catalog)}</div>
<div>
${facts(sources)}</div>
</div>
`;
  return sectionOf("method", "Data & method", content);
}

/** How claims are judged, and how many wrong verdicts to expect. */
function judgement(entries: readonly Entry[]): Html {
  const pages = entries.filter(({ summary }) => summary.intervalClaims > 0).length;
  const claims = entries.reduce((sum, { summary }) => sum + summary.intervalClaims, 0);
  const most = formatSignificant((1 - CONFIDENCE) * pages, 2);
  return markup`<div>
<h3>How claims are judged</h3>
<p>A claim is a rule as data: which rows, which column, which threshold. The seal, the SHA-256 of an experiment's rules,
names every random stream. Whoever edits a rule after seeing the data gets other random numbers, so the run that judges a
claim cannot have suggested it. A seal does not cover the code that fills a table.</p>
<p>${formatCount(claims, "claim")} on ${formatCount(pages, "page")} are decided by intervals; those of one page hold
together with 95 % confidence (Holm 1979): expect a wrong verdict on at most ${most} of these pages.</p>
</div>
`;
}

function verification({ title, entries, digest }: Sources): Html {
  return markup`<div>
<h3>How to verify and cite</h3>
<p><code>deno task experiment verify results</code> trains every run again and compares every value and every file with
these results, bit for bit. Without installing anything, each page trains its own runs again, under “Reproduce here”.
Every number is in the CSV files beside the pages, with all its digits.</p>
<p>“${title}”, results of the suite ${suiteOf(entries)}, suite seed ${seedsOf(entries)}. The
<span class="whole-number">SHA-256</span> of the manifests begins with <code>${digest.slice(0, 16)}</code>.</p>
</div>
`;
}

function facts({ entries, digest, command }: Sources): Html {
  const versions = entries.flatMap(({ manifest }) => Object.entries(manifest.versions).map((each) => each.join(" ")));
  const madeBy = command === undefined
    ? markup`several commands: the page of each experiment has its own`
    : markup`<code>${command}</code>`;
  return markup`<h3>These results</h3>
<dl class="facts">
<dt>Suite</dt><dd>${suiteOf(entries)}</dd>
<dt>Suite seed</dt><dd>${seedsOf(entries)}</dd>
<dt>Made by</dt><dd>${madeBy}</dd>
<dt>Charts</dt><dd>${distinct(versions).join(", ")}</dd>
<dt>Licence</dt><dd>MIT</dd>
<dt>SHA-256</dt><dd><code>${digest}</code><br>of the manifest.json files in
this order, which hold the digests of all others</dd>
</dl>
`;
}

function suiteOf(entries: readonly Entry[]): string {
  return `${SUITE.name} ${distinct(entries.map(({ manifest }) => manifest.suite.version)).join(", ")}`;
}

function seedsOf(entries: readonly Entry[]): Html[] {
  return distinct(entries.map(({ manifest }) => manifest.settings.suiteSeed))
    .map((seed, i) => markup`${i > 0 ? ", " : ""}<code>${seed}</code>`);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
