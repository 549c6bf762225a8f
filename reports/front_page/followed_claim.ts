/** One claim, followed from its rule to the digest of its verdict. */
import { ruleOf } from "../../experiments/claims/claim_data.ts";
import { sealOf } from "../../experiments/claims/seal.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Html, markup } from "../html.ts";
import type { Entry } from "./entry.ts";
import type { FrontLanguage } from "./front_language.ts";
import type { MethodTexts } from "./front_texts.ts";

/** The experiment and the claim that the front page follows, where they were run. */
const FOLLOWED = { experiment: "depth-xor", claim: "two-layers-mostly-xor" } as const;

/** The steps of the claim; undefined if its experiment is not among the entries. */
export function followedClaim(
  entries: readonly Entry[],
  catalog: readonly Experiment[],
  texts: MethodTexts["followed"],
  { answerOf, untranslated, address }: Pick<FrontLanguage, "answerOf" | "untranslated" | "address">,
): Html | undefined {
  const entry = entries.find(({ summary }) => summary.experiment === FOLLOWED.experiment);
  const experiment = catalog.find(({ id }) => id === FOLLOWED.experiment);
  const claim = experiment?.claims[FOLLOWED.claim];
  if (!entry || !experiment || !claim) return undefined;
  const { files, settings: { suiteSeed } } = entry.manifest;
  const code = (text: string) => markup`<code>${text}</code>`;
  const digest = (file: string) => code(`${(files[file] ?? "").slice(0, 16)}…`);
  const link = (file: string, text: Html | string = file) =>
    markup`<a href="${address(`${experiment.id}/${file}`)}">${text}</a>`;
  const id = code(experiment.id);
  const steps = [
    texts.rule(untranslated(claim.statement), code(JSON.stringify(ruleOf(claim, experiment.id)))),
    texts.seal(id, code(`${sealOf(experiment).slice(0, 16)}…`)),
    texts.randomNumbers(code(suiteSeed), id),
    texts.data(link("runs.csv"), digest("runs.csv")),
    texts.verdict(
      link(`report.html#claim-${FOLLOWED.claim}`, answerOf(entry.summary)),
      link("claims.csv"),
      digest("claims.csv"),
    ),
    texts.digest(link("manifest.json")),
  ];
  return markup`<h3>${texts.title}</h3>
<ol class="followed">
${steps.map((step) => markup`<li>${step}</li>\n`)}</ol>
`;
}
