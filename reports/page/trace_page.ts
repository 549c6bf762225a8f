/** A worked trace as a page of its own. */
import type { WorkedStep } from "../../core/worked/work_update.ts";
import type { Run } from "../../experiments/plan.ts";
import { boxed } from "./data_table.ts";
import { documentOf } from "./document.ts";
import { type Html, markup } from "./html.ts";

/** The page of a run's first updates. */
export function tracePage(id: string, { levels, replicate }: Run, updates: readonly (readonly WorkedStep[])[]): string {
  const title = `${id}, worked by hand`;
  const which = [...Object.entries(levels).map(([factor, level]) => `${factor} ${level}`), `replicate ${replicate}`];
  return documentOf({
    title,
    description: `Every product, sum, activation, delta and new weight: ${which.join(", ")}.`,
    body: markup`<main>
<h1>${title}</h1>
<p>${which.join(", ")}</p>
${updates.map((steps, i) => markup`<h2>Update ${i + 1}</h2>\n${sectionsOf(steps)}`)}</main>
`,
  });
}

function sectionsOf(steps: readonly WorkedStep[]): Html[] {
  const sections = new Map<string, WorkedStep[]>();
  for (const step of steps) sections.set(step.section, [...sections.get(step.section) ?? [], step]);
  return [...sections].map(([section, lines]) =>
    boxed(
      section,
      "words",
      markup`<thead><tr>${TITLES.map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${
        lines.map(({ symbol, formula, numbers, value }) =>
          markup`<tr>${[symbol, formula, numbers, String(value)].map((cell) => markup`<td>${cell}</td>`)}</tr>\n`
        )
      }</tbody>
`,
    )
  );
}

const TITLES = ["what", "in symbols", "in numbers", "value"];
