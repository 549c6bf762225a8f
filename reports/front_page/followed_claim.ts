/** One claim, followed from its rule to the digest of its verdict. */
import { ruleOf } from "../../experiments/claims/claim_data.ts";
import { sealOf } from "../../experiments/claims/seal.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Html, markup } from "../html.ts";
import { prose } from "../page/prose.ts";
import type { Entry } from "./entry.ts";

/** The experiment and the claim that the front page follows, where they were run. */
const FOLLOWED = { experiment: "depth-xor", claim: "two-layers-mostly-xor" } as const;

/** The steps of the claim; undefined if its experiment is not among the entries. */
export function followedClaim(entries: readonly Entry[], catalog: readonly Experiment[]): Html | undefined {
  const entry = entries.find(({ summary }) => summary.experiment === FOLLOWED.experiment);
  const experiment = catalog.find(({ id }) => id === FOLLOWED.experiment);
  const claim = experiment?.claims[FOLLOWED.claim];
  if (!entry || !experiment || !claim) return undefined;
  const { files, settings: { suiteSeed } } = entry.manifest;
  const { id } = experiment;
  const seal = sealOf(experiment);
  const digest = (file: string) => markup`<code>${(files[file] ?? "").slice(0, 16)}…</code>`;
  const steps = [
    markup`<b>Rule.</b> “${prose(claim.statement)}” <code>${JSON.stringify(ruleOf(claim, id))}</code>`,
    markup`<b>Seal.</b> The SHA-256 of all rules of <code>${id}</code> is <code>${seal.slice(0, 16)}…</code>`,
    markup`<b>Random numbers.</b> Start 0 draws its weights from the stream named <code>${suiteSeed}</code>,
<code>${id}</code>, the seal, <code>0</code>. Another rule is another name, so other weights.`,
    markup`<b>Data.</b> <a href="${id}/runs.csv">runs.csv</a> has the SHA-256 ${digest("runs.csv")}`,
    markup`<b>Verdict.</b> <a href="${id}/report.html#claim-${FOLLOWED.claim}">${prose(entry.summary.answer)}</a>
The SHA-256 of <a href="${id}/claims.csv">claims.csv</a> is ${digest("claims.csv")}`,
    markup`<b>Digest.</b> <a href="${id}/manifest.json">manifest.json</a> lists both, and the SHA-256 of these results covers it.`,
  ];
  return markup`<h3>One claim, from rule to digest</h3>
<ol class="followed">
${steps.map((step) => markup`<li>${step}</li>\n`)}</ol>
`;
}
