/** Rows as HTML tables and as files to take away. */
import type { Column, Columns, Row } from "../../experiments/define/columns.ts";
import { csvOf } from "../../experiments/store/csv.ts";
import { type Html, markup } from "./html.ts";
import { shown } from "./numbers.ts";
import { words } from "../chart/arrange.ts";

/** The most rows that a page shows of a chart's table, and of one that is the figure itself: the rest is in the file. */
export const MOST_ROWS = { beside: 120, alone: 200 } as const;
/** From this size on a file is not put into a page, in bytes. */
const MOST_BYTES = 50_000;

/** A table in a box that scrolls by itself, so that the page need not. */
export function boxed(caption: string, kind: "rows" | "words", content: Html): Html {
  return markup`<div class="scroll ${kind}" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
${content}</table></div>
`;
}

/** Rows as a table, at most so many of them. */
export function tableOfRows(caption: string, columns: Columns, all: readonly Row[], most: number): Html {
  const entries = Object.entries(columns), rows = all.slice(0, most), left = all.length - rows.length;
  const sides = entries.map(([, { type }]) => type === "number" || type === "integer" ? "number" : "text");
  const texts = entries.map(([name, column]) => aligned(rows.map((row) => shown(row[name], column)), column));
  const head = entries.map(([name], c) => markup`<th scope="col" class="${sides[c]}">${words(name)}</th>`);
  const body = rows.map((_, r) =>
    markup`<tr>${entries.map((_, c) => markup`<td class="${sides[c]}">${texts[c]![r]}</td>`)}</tr>
`
  );
  const table = markup`<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
`;
  return markup`${boxed(caption, "rows", table)}${left > 0 ? rest(left) : undefined}`;
}

function rest(left: number): Html {
  return markup`<p class="note">${left} more ${left === 1 ? "row is" : "rows are"} in the CSV file.</p>
`;
}

/** Spaces as wide as a digit and as a point. */
const FIGURE_SPACE = "\u2007", POINT_SPACE = "\u2008";

/** Numbers with as many places behind the point, so that their points stand below each other. */
function aligned(texts: readonly string[], { type }: Column): readonly string[] {
  if (type !== "number") return texts;
  const places = texts.map((text) => /^−?[\d,]+(?:\.\d+)?$/.test(text) ? (text.split(".")[1] ?? "").length : -1);
  const most = Math.max(...places);
  return texts.map((text, i) => {
    if (places[i] === -1 || places[i] === most) return text;
    return text + (places[i] === 0 ? POINT_SPACE : "") + FIGURE_SPACE.repeat(most - places[i]!);
  });
}

/** A link that saves rows as a CSV file that is in the page, if they are few enough. */
export function embedded(name: string, columns: Columns, rows: readonly Row[]): Html | undefined {
  const bytes = new TextEncoder().encode(csvOf({ name, meaning: "", columns, rows }));
  if (bytes.length >= MOST_BYTES) return undefined;
  const data = btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
  return markup`<a href="data:text/csv;charset=utf-8;base64,${data}" download="${name}.csv">${name}.csv</a>`;
}

/** A link that saves a table's file: in the page where it is small, beside the page where not. */
export function fileLink(name: string, columns: Columns, rows: readonly Row[]): Html {
  return embedded(name, columns, rows) ?? markup`<a href="${name}.csv" download>${name}.csv</a>`;
}
