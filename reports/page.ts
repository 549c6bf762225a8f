/** The page of one experiment, as one self-contained file. */
import { documentOf } from "./document.ts";
import { figureOf } from "./figure.ts";
import { markup } from "./html.ts";
import { methodOf } from "./method.ts";
import { prose } from "./prose.ts";
import type { Report } from "./report.ts";
import { verdictsOf } from "./verdicts.ts";

/** The page: question, answer and first chart; verdicts; the other charts; method and limits. */
export async function renderPage(report: Report): Promise<string> {
  const { plan: { experiment }, judged, answer } = report, figures = [];
  for (const [i, view] of experiment.views.entries()) figures.push(await figureOf(view, report, i + 1));
  const [first, ...others] = figures;
  const limits = experiment.limits.map((limit) =>
    markup`<li>${limit}</li>
`
  );
  return documentOf({
    title: experiment.question,
    description: answer,
    body: markup`<header>
<nav><a href="../index.html">All experiments</a></nav>
<h1>${experiment.question}</h1>
<p class="answer">${prose(answer)}</p>
</header>
<main>
${first}${verdictsOf(experiment, judged)}${others}${methodOf(report)}<section id="limits">
<h2>What it does not show</h2>
<ul class="text">
${limits}</ul>
</section>
</main>
<footer><p><a href="../index.html">All experiments</a></p></footer>`,
  });
}
