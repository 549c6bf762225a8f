/** The section on data and method: how claims are judged, where the numbers come from, how to verify and to cite them. */
import type { Experiment } from "../../experiments/experiment.ts";
import { formatSignificant } from "../../experiments/format.ts";
import { CONFIDENCE } from "../../experiments/statistics/statistics.ts";
import { SUITE } from "../../experiments/store/provenance.ts";
import { type Html, markup } from "../html.ts";
import { type Section, sectionOf } from "../page/document.ts";
import { followedClaim } from "./followed_claim.ts";
import type { Entry } from "./entry.ts";
import type { FrontLanguage } from "./front_language.ts";
import type { FrontTexts, MethodTexts } from "./front_texts.ts";
import { pipelineDrawing } from "./pipeline.ts";

/** What the section is made from. */
export interface Sources {
  readonly entries: readonly Entry[];
  readonly catalog: readonly Experiment[];
  /** The SHA-256 of the manifests. */
  readonly digest: string;
  /** The command that makes all results; undefined where no single command does. */
  readonly command: string | undefined;
}

/** The section. */
export function dataAndMethod(sources: Sources, language: FrontLanguage): Section {
  const { entries, catalog } = sources;
  const { method } = language.texts;
  const content = markup`${pipelineDrawing(method)}<div class="columns">
${judgement(entries, method)}${verification(sources, language.texts)}</div>
<div class="columns">
<div>
${followedClaim(entries, catalog, method.followed, language)}</div>
<div>
${facts(sources, method)}</div>
</div>
`;
  return sectionOf("method", method.title, content);
}

/** How claims are judged, and how many wrong verdicts to expect. */
function judgement(entries: readonly Entry[], { judgement: texts }: MethodTexts): Html {
  const pages = entries.filter(({ summary }) => summary.intervalClaims > 0).length;
  const claims = entries.reduce((sum, { summary }) => sum + summary.intervalClaims, 0);
  const most = formatSignificant((1 - CONFIDENCE) * pages, 2);
  return markup`<div>
<h3>${texts.title}</h3>
<p>${texts.seal}</p>
<p>${texts.confidence(claims, pages, most)}</p>
</div>
`;
}

function verification({ entries, digest }: Sources, { title, method: { verification: texts } }: FrontTexts): Html {
  return markup`<div>
<h3>${texts.title}</h3>
<p>${texts.how}</p>
<p>${texts.cite(title, suiteOf(entries), markup`${seedsOf(entries)}`, digest.slice(0, 16))}</p>
</div>
`;
}

function facts({ entries, digest, command }: Sources, { facts: texts }: MethodTexts): Html {
  const versions = entries.flatMap(({ manifest }) => Object.entries(manifest.versions).map((each) => each.join(" ")));
  const madeBy = command === undefined ? markup`${texts.severalCommands}` : markup`<code>${command}</code>`;
  return markup`<h3>${texts.title}</h3>
<dl class="facts">
<dt>${texts.suite}</dt><dd>${suiteOf(entries)}</dd>
<dt>${texts.seed}</dt><dd>${seedsOf(entries)}</dd>
<dt>${texts.madeBy}</dt><dd>${madeBy}</dd>
<dt>${texts.charts}</dt><dd>${distinct(versions).join(", ")}</dd>
<dt>${texts.licence}</dt><dd>MIT</dd>
<dt>SHA-256</dt><dd><code>${digest}</code><br>${texts.digest}</dd>
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
