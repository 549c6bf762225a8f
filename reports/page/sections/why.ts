/** The section with the reason for the answer: what theory says, and what the data add. */
import { dataParagraph } from "../../../experiments/claims/sentence.ts";
import { type ReferenceKey, REFERENCES } from "../../../experiments/references.ts";
import type { Report } from "../../experiment_report.ts";
import { type Html, markup } from "../../html.ts";
import { type Section, sectionOf } from "../document.ts";
import { prose } from "../prose.ts";

/** The section; each work that it names is a link to the list of references. */
export function whySection({ plan: { experiment: { why, references = [] } }, judged }: Report): Section {
  const paragraphs = [
    { heading: "What theory says", text: why.theory },
    { heading: "What the data add", text: dataParagraph(why, judged) },
  ].filter(({ text }) => text !== "");
  const content = paragraphs.map(({ heading, text }) =>
    markup`<div>
<h3>${heading}</h3>
<p>${citing(text, references)}</p>
</div>
`
  );
  return sectionOf("why", "Why", markup`<div class="reasons">\n${content}</div>\n`);
}

/** Text in which each work is a link to its entry in the list. */
function citing(text: string, references: readonly ReferenceKey[]): Html {
  // a longer name first: "Rumelhart, Hinton & Williams 1986b" begins with another work's name
  const [key] = references.filter((reference) => text.includes(REFERENCES[reference].short))
    .sort((a, b) => REFERENCES[b].short.length - REFERENCES[a].short.length);
  if (key === undefined) return prose(text);
  const { short } = REFERENCES[key];
  const links = text.split(short).map((piece, i) =>
    markup`${i > 0 ? markup`<a href="#ref-${key}">${short}</a>` : undefined}${citing(piece, references)}`
  );
  return markup`${links}`;
}
