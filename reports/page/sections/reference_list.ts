/** The list of the works that a page cites. */
import type { Category } from "../../../experiments/claims/kind.ts";
import { type ReferenceKey, REFERENCES } from "../../../experiments/references.ts";
import type { Claim } from "../../../experiments/claims/claim.ts";
import type { Report } from "../../experiment_report.ts";
import { markup } from "../../html.ts";
import { foldedSection, type Section } from "../document.ts";

/** The source of the statistics of each kind of claim. */
const SOURCES: Readonly<Partial<Record<Claim["kind"], ReferenceKey>>> = {
  every: "wilson1927",
  none: "wilson1927",
  proportion: "wilson1927",
  sooner: "wilson1927",
  difference: "tango1998",
  effort: "auger2005",
  ratio: "david2003",
  median: "david2003",
};

const DECIDED_BY_INTERVAL: readonly Category[] = ["comparison", "equivalence"];

/** The works that a report's sentences and statistics rest on, in alphabetical order. */
function referencesOf({ plan: { experiment }, judged }: Report): ReferenceKey[] {
  const kinds = Object.values(experiment.claims).map(({ kind }) => kind);
  const cited = new Set<ReferenceKey | undefined>([
    ...experiment.references ?? [],
    ...kinds.map((kind) => SOURCES[kind]),
    ...kinds.includes("effort") ? ["efron1993" as const] : [],
    ...judged.some(({ kind }) => DECIDED_BY_INTERVAL.includes(kind)) ? ["holm1979" as const] : [],
  ]);
  return (Object.keys(REFERENCES) as ReferenceKey[]).filter((key) => cited.has(key));
}

/** The section; each work has an anchor such as `#ref-holm1979`. */
export function referencesSection(report: Report): Section {
  const items = referencesOf(report).map((key) => markup`<li id="ref-${key}">${REFERENCES[key].full}.</li>\n`);
  return foldedSection("references", "References", markup`<ul class="text">\n${items}</ul>\n`);
}
