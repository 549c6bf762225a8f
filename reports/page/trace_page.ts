/** A worked trace as a page of its own. */
import type { WorkedStep } from "../../core/worked/work_update.ts";
import type { Run } from "../../experiments/define/run.ts";
import { type Html, markup } from "../html.ts";
import { settingName } from "../../experiments/words/display_names.ts";
import { boxed, tableHead } from "./data_table.ts";
import { renderDocument } from "./document.ts";

/** The page of a run's first updates. */
export function tracePage(id: string, { levels, replicate }: Run, updates: readonly (readonly WorkedStep[])[]): string {
  const title = `${id}, worked by hand`;
  const setting = Object.entries(levels).map(([factor, level]) => `${settingName(factor, level)}, `);
  const run = `${setting.join("")}start ${replicate}`;
  return renderDocument({
    title,
    description: `Every product, sum, activation, delta and new weight: ${run}.`,
    body: markup`<main id="main">
<h1>${title}</h1>
<p>${run}</p>
${updates.map((steps, i) => markup`<h2>Update ${i + 1}</h2>\n${sectionsOf(steps)}`)}</main>
`,
  });
}

function sectionsOf(steps: readonly WorkedStep[]): Html[] {
  const head = tableHead(["quantity", "in symbols", "in numbers", "value"]);
  const sections = Map.groupBy(steps, ({ section }) => section);
  return [...sections].map(([section, steps]) => {
    const rows = steps.map(({ symbol, formula, numbers, value }) =>
      markup`<tr>${[symbol, formula, numbers, String(value)].map((cell) => markup`<td>${cell}</td>`)}</tr>\n`
    );
    return boxed(section, "words", markup`${head}<tbody>\n${rows}</tbody>\n`);
  });
}
