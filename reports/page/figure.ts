/** Figures as HTML: charts, key, caption, and their rows to read and to download. */
import type { Row } from "../../experiments/define/columns.ts";
import { fillSentence, isTrueOf } from "../../experiments/claims/sentence.ts";
import type { View } from "../../experiments/define/view.ts";
import type { Drawing } from "../chart/drawing.ts";
import { keyHtml } from "../chart/key.ts";
import { renderSvg } from "../chart/svg/render_svg.ts";
import { printSvg } from "../chart/svg/svg_tree.ts";
import { specOf } from "../chart/svg/vega_spec.ts";
import type { Report } from "../experiment_report.ts";
import { type Html, markup, trusted } from "../html.ts";
import type { Thumbnail } from "../summary/summary.ts";
import { settingsWith } from "../wire/figure_data.ts";
import { commandLine } from "./command_line.ts";
import { embedded, MAX_ROWS, tableOfRows } from "./data_table.ts";
import { type Figure, type FigurePanel, figuresOf } from "./draw_figures.ts";
import { foldOf } from "./document.ts";
import { formatCount } from "./numbers.ts";
import { prose } from "./prose.ts";

/** A figure as its page shows it, and as the front page does; the latter is absent where it has no chart. */
export interface RenderedFigure {
  readonly figure: Figure;
  readonly html: Html;
  readonly thumbnail?: Thumbnail;
}

/** The number of panels of the first figure before those in a fold. */
const LEAD_PANELS = 2;

/** The number of findings in a caption before those in a fold. */
const SHOWN_FINDINGS = 2;

/** Draws and renders the figures of a report, in order. */
export async function renderFigures(report: Report): Promise<RenderedFigure[]> {
  return await Array.fromAsync(figuresOf(report), (figure) => renderFigure(figure, report));
}

async function renderFigure(figure: Figure, report: Report): Promise<RenderedFigure> {
  const { name, view, drawing } = figure;
  const panels = await Array.fromAsync(
    figure.panels.entries(),
    ([i, panel]) => renderPanel(view, panel, `${name}-${i + 1}`),
  );
  const html = figureHtml(figure, report, panels.map(({ html }) => html));
  // the last panel of a decision surface shows the net after training
  const front = drawing.front ?? (view.kind === "surface" ? figure.panels.length - 1 : 0);
  const panel = figure.panels[front];
  if (!panel) return { figure, html };
  const { picture } = panels[front]!;
  return { figure, html, thumbnail: { title: view.title, key: drawing.key ?? null, panel: panel.title, picture } };
}

function figureHtml({ number, name, view, drawing }: Figure, report: Report, panels: readonly Html[]): Html {
  const shown = number === 1 && panels.length > 3 ? LEAD_PANELS : panels.length;
  const rest = panels.slice(shown);
  const charts = panels.length > 0
    ? markup`${panelsOf(panels.slice(0, shown))}${
      rest.length > 0 ? foldOf(markup`${formatCount(rest.length, "more panel")}`, panelsOf(rest)) : undefined
    }`
    : undefined;
  const caption = captionOf(view, report);
  const more = caption.folded.map((finding) => markup`<p>${prose(finding)}</p>\n`);
  const maxRows = charts ? MAX_ROWS.beside : MAX_ROWS.alone;
  const factors = Object.keys(report.plan.levels);
  const attributesOf = (row: Row) => runAttributes(report, row);
  const rows = tableOfRows(`The rows of figure ${number}`, drawing, maxRows, factors, attributesOf);
  // one panel, two, or two rows of two leave space beside them
  const side = [1, 2, 4].includes(shown) ? "beside" : "below";
  return markup`<section class="figure ${side}" id="figure-${number}">
<h2>${view.title}</h2>
<figure>
<div class="chart">
${drawing.key && keyHtml(drawing.key, drawing.direct ?? false)}${charts ?? rows}</div>
<figcaption>
<p><b><a href="#figure-${number}">Figure ${number}.</a></b> ${prose(caption.shown.join(" "))}</p>
${
    more.length > 0
      ? foldOf(markup`${formatCount(more.length, caption.noun)}`, markup`${more}`)
      : undefined
  }<p class="reading"><b>How to read it.</b> ${prose([view.howToRead, ...drawing.notes].join(" "))}</p>
</figcaption>
</figure>
<details class="data"><summary>${charts ? "Rows and data" : "Data"}</summary>
${charts && rows}<p>With all digits: ${dataLink(drawing, name)}. To make it again:</p>
<pre><code>${commandLine(report.plan)}</code></pre>
</details>
</section>
`;
}

/**
 * The runs that a row stands for, as attributes of its element; none where it stands for no runs.
 *
 * `data-setting` holds the indices of its cells, `data-start` its replicate where it has one.
 */
export function runAttributes({ plan: { experiment, cells } }: Report, row: Row): Html | undefined {
  const factors = Object.keys(experiment.factors).filter((factor) => row[factor] !== undefined);
  const { replicate } = row;
  const settings = settingsWith(cells, Object.fromEntries(factors.map((factor) => [factor, row[factor]])));
  if (settings.length === 0 || factors.length === 0 && replicate === undefined) return undefined;
  const start = replicate === undefined ? undefined : markup` data-start="${String(replicate)}"`;
  return markup` data-setting="${settings.join(" ")}"${start}`;
}

function panelsOf(panels: readonly Html[]): Html {
  return markup`<div class="panels">
${panels}</div>
`;
}

/** The sentences of the caption, and the findings that it folds: all of them where a view has a lead. */
function captionOf({ lead = [], captionClaims, title }: View, { judged }: Report) {
  const leads = lead.filter((sentence) => isTrueOf(sentence, judged)).map(({ text }) => fillSentence(text, judged));
  const findings = captionClaims.map((name) => judged.find(({ claim }) => claim === name)!.finding);
  if (leads.length > 0) return { shown: leads, folded: findings, noun: "finding" };
  if (findings.length === 0) return { shown: [`${title}.`], folded: [], noun: "finding" };
  return { shown: findings.slice(0, SHOWN_FINDINGS), folded: findings.slice(SHOWN_FINDINGS), noun: "more finding" };
}

/** Where to download the rows: from the page itself, or the table that they come from. */
function dataLink({ source, derived, columns, rows }: Drawing, name: string): Html {
  const table = markup`<a href="#data-${source}">${source}.csv</a>`;
  const own = derived ? embedded(name, columns, rows) : undefined;
  return own ? markup`${own}, from ${table}` : table;
}

/** A panel at one width, or at two of which the page shows the one that it has space for. */
async function renderPanel(view: View, { title, small, large }: FigurePanel, id: string) {
  const label = [view.title, title, view.howToRead].filter((text) => text !== "").join(". ");
  const picture = await renderSvg(specOf(small), { id, label });
  const wide = large && await renderSvg(specOf(large), { id: `${id}w`, label });
  const head = title === "" ? undefined : markup`<p class="panel-title">${title}</p>
`;
  const narrow = trusted(printSvg(picture));
  const charts = wide === undefined ? narrow : markup`<div class="wide">${trusted(printSvg(wide))}</div>
<div class="narrow">${narrow}</div>`;
  const html = markup`<div class="panel${wide === undefined ? "" : " whole"}">
${head}${charts}
</div>
`;
  return { html, picture };
}
