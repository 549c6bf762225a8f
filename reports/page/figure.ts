/** A view as a figure: charts, key, caption, and its rows to read and to take away. */
import type { View } from "../../experiments/define/views.ts";
import { commandLine } from "./command_line.ts";
import { embedded, MOST_ROWS, tableOfRows } from "./data_table.ts";
import type { Drawing, Panel } from "../chart/drawing.ts";
import { type Html, markup, trusted } from "./html.ts";
import { keyHtml } from "../chart/key_html.ts";
import { prose } from "./prose.ts";
import { renderSvg } from "../chart/render_svg.ts";
import type { Report } from "../experiment_report.ts";
import { draw } from "../chart/views.ts";

/** Widths of a chart in pixels: alone, beside others, and alone on a phone. */
export const WHOLE = 632, SEVERAL = 304, NARROW = 328;

/** The marks around what the front page may show of a figure: its title, its key, and the title and chart of one panel. */
export const THUMBNAIL = ["<!--thumbnail-->", "<!--/thumbnail-->"] as const;

/** The figure of a view, numbered from 1. */
export async function figureOf(view: View, report: Report, number: number): Promise<Html> {
  const drawing = draw(view, report), name = figureName(report, number);
  const panels = [];
  for (const [i, panel] of drawing.panels.entries()) {
    panels.push(await panelOf(view, panel, drawing, `${name}-${i + 1}`, i === (drawing.front ?? 0)));
  }
  const charts = panels.length > 0
    ? markup`<div class="panels">
${panels}</div>
`
    : undefined;
  const most = charts ? MOST_ROWS.beside : MOST_ROWS.alone;
  const rows = tableOfRows(`The rows of figure ${number}`, drawing.columns, drawing.rows, most);
  return markup`<section class="figure ${shapeOf(drawing)}" id="figure-${number}">
<h2>${marked(markup`${view.title}`)}</h2>
<figure>
<div class="chart">
${drawing.key && marked(keyHtml(drawing.key, drawing.direct))}${charts ?? rows}</div>
<figcaption>
<p><b><a href="#figure-${number}">Figure ${number}.</a></b> ${prose(captionOf(view, report))}</p>
<p class="reading"><b>How to read it.</b> ${prose([view.reading, ...drawing.notes].join(" "))}</p>
<details><summary>${charts ? "Rows and data" : "Data"}</summary>
${charts && rows}<p>With all digits: ${dataLink(drawing, name)}. To make it again:</p>
<pre><code>${commandLine(report.plan)}</code></pre>
</details>
</figcaption>
</figure>
</section>
`;
}

/** What the data say, or where no claim speaks of it, what is shown. */
function captionOf({ finding, title }: View, { judged }: Report): string {
  const findings = finding.map((claim) => judged.find((one) => one.claim === claim)!.finding);
  return findings.length > 0 ? findings.join(" ") : `${title}.`;
}

/** Whether a figure leaves room for its caption at its side. */
function shapeOf({ size, panels }: Drawing): "beside" | "below" {
  if (panels.length === 0) return "below";
  return size === "whole" || panels.length <= 2 || panels.length === 4 ? "beside" : "below";
}

/** Where to take the rows from: the page itself, or the table that they come from. */
function dataLink({ source, derived, columns, rows }: Drawing, name: string): Html {
  const table = markup`<a href="#data-${source}">${source}.csv</a>`;
  if (!derived) return table;
  const own = embedded(name, columns, rows);
  return own ? markup`${own}, from ${table}` : table;
}

/** What a figure's own files are called, without their endings. */
export function figureName({ plan }: Report, number: number): string {
  return `${plan.experiment.id}-${number}`;
}

/** The charts of a panel: the one that there is always room for, and a wide one where panels take the whole measure. */
export function specsOf({ spec }: Panel, { size, direct }: Drawing) {
  return {
    small: spec({ width: size === "whole" ? NARROW : SEVERAL, direct: false }),
    ...(size === "whole" && { large: spec({ width: WHOLE, direct }) }),
  };
}

/** A panel at one width, or at two of which the page shows the one that it has room for. */
async function panelOf(view: View, panel: Panel, drawing: Drawing, id: string, isFront: boolean): Promise<Html> {
  const { title } = panel, specs = specsOf(panel, drawing);
  const label = [view.title, title, view.reading].filter((text) => text !== "").join(". ");
  const small = await renderSvg(specs.small, { id, label });
  const large = specs.large && await renderSvg(specs.large, { id: `${id}w`, label });
  const mark = isFront ? marked : (piece: Html) => piece;
  const head = title === "" ? undefined : mark(markup`<p class="panel-title">${title}</p>
`);
  const narrow = mark(trusted(small));
  const charts = large === undefined ? narrow : markup`<div class="wide">${trusted(large)}</div>
<div class="narrow">${narrow}</div>`;
  return markup`<div class="panel${large === undefined ? "" : " whole"}">
${head}${charts}
</div>
`;
}

function marked({ html }: Html): Html {
  return trusted(THUMBNAIL.join(html));
}
