/** The section with what a reader should know: the reason, and the works that give it. */
import { type ReferenceKey, REFERENCES } from "../../../experiments/references.ts";
import type { Report } from "../../experiment_report.ts";
import { type Html, markup } from "../../html.ts";
import { type Section, sectionOf } from "../document.ts";
import { prose } from "../prose.ts";

/** The section. */
export function whySection({ plan: { experiment: { background, references = [] } } }: Report): Section {
  const content = markup`<div class="text">
<p>${prose(background)}</p>
${references.length > 0 ? sourcesOf(references) : undefined}</div>
`;
  return sectionOf("why", "Background", content);
}

function sourcesOf(references: readonly ReferenceKey[]): Html {
  const links = references.map((key, i) =>
    markup`${i > 0 ? "; " : ""}<a href="#ref-${key}">${REFERENCES[key].short}</a>`
  );
  return markup`<p class="note">To read on: ${links}.</p>
`;
}
