/** Rows as HTML tables and as files to download. */
import type { Column, Columns, CsvValue, Row } from "../../experiments/define/columns.ts";
import type { Table } from "../../experiments/define/tables.ts";
import { contentOfText } from "../../experiments/store/content.ts";
import type { Content, StoredTable } from "../../experiments/define/stored.ts";
import { csvOf } from "../../experiments/store/csv.ts";
import { type Html, markup } from "../html.ts";
import { formatCell } from "./numbers.ts";
import { typesetNumbers, withPowers } from "./prose.ts";
import { columnName, levelName, valueName } from "../../experiments/words/display_names.ts";

/** Upper bounds on the rows that a page shows: of a table beside a chart, and of one that is the figure itself. */
export const MAX_ROWS = { beside: 120, alone: 200 } as const;
/** The rows of a figure, and the tables of a page together, are embedded up to this size, in bytes. */
const MAX_EMBEDDED_BYTES = 50_000;

/** A table in a box that scrolls by itself, so that the page need not. */
export function boxed(caption: string, kind: "rows" | "words", content: Html): Html {
  return markup`<div class="scroll ${kind}" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
${content}</table></div>
`;
}

/** The head of a table. */
export function tableHead(titles: readonly string[]): Html {
  return markup`<thead><tr>${titles.map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead>
`;
}

/**
 * The first `maxRows` rows as a table; the others are in the file alone.
 *
 * The values of columns that are `factors` are levels. `attributesOf` gives further attributes of a row's element.
 */
export function tableOfRows(
  caption: string,
  { columns, rows: all }: Pick<Table, "columns" | "rows">,
  maxRows: number,
  factors: readonly string[],
  attributesOf: (row: Row) => Html | undefined,
): Html {
  const rows = all.slice(0, maxRows);
  const cells = Object.entries(columns).map(([name, column]) => {
    const nameOf = factors.includes(name) ? levelName : valueName;
    const write = (value: CsvValue) =>
      typeof value === "string" ? typesetNumbers(nameOf(name, value)) : formatCell(value, column);
    const side = column.type === "number" || column.type === "integer" ? "number" : "text";
    return { name, side, texts: aligned(rows.map((row) => write(row[name])), column) };
  });
  const head = cells.map(({ name, side }) => markup`<th scope="col" class="${side}">${columnName(name)}</th>`);
  const body = rows.map((row, r) =>
    markup`<tr${attributesOf(row)}>${
      cells.map(({ side, texts }) => markup`<td class="${side}">${withPowers(texts[r]!)}</td>`)
    }</tr>
`
  );
  const table = markup`<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
`;
  const omitted = all.length - rows.length;
  const note = markup`<p class="note">${omitted} more ${omitted === 1 ? "row is" : "rows are"} in the CSV file.</p>
`;
  return markup`${boxed(caption, "rows", table)}${omitted > 0 ? note : undefined}`;
}

/** Spaces as wide as a digit and as a decimal point. */
const FIGURE_SPACE = "\u2007";
const POINT_SPACE = "\u2008";

/** Numbers padded on the right so that their decimal points are aligned; others are left as they are. */
function aligned(texts: readonly string[], { type, unit }: Column): readonly string[] {
  if (type !== "number" || unit === "proportion") return texts;
  const isPlain = (text: string) => text !== "–" && !text.includes("×") && !text.includes("∞");
  const decimals = texts.map((text) => isPlain(text) ? (text.split(".")[1] ?? "").length : undefined);
  const most = Math.max(...decimals.map((count) => count ?? 0));
  return texts.map((text, i) => {
    const count = decimals[i];
    if (count === undefined || count === most) return text;
    return text + (count === 0 ? POINT_SPACE : "") + FIGURE_SPACE.repeat(most - count);
  });
}

/** A link that saves rows as a CSV file that is in the page, if they are few enough. */
export function embedded(name: string, columns: Columns, rows: readonly Row[]): Html | undefined {
  const content = contentOfText(csvOf({ columns, rows }));
  return content.bytes < MAX_EMBEDDED_BYTES ? embeddedContent(name, content) : undefined;
}

/** Links that save the files of tables, by name: the smallest are in the page, the others beside it. */
export function fileLinks(tables: readonly Pick<StoredTable, "name" | "content">[]): Map<string, Html> {
  let bytes = 0;
  const bySize = tables.toSorted((a, b) => a.content.bytes - b.content.bytes);
  return new Map(bySize.map(({ name, content }) => {
    bytes += content.bytes;
    const isEmbedded = bytes < MAX_EMBEDDED_BYTES;
    return [name, isEmbedded ? embeddedContent(name, content) : markup`<a href="${name}.csv" download>${name}.csv</a>`];
  }));
}

function embeddedContent(name: string, content: Content): Html {
  let binary = "";
  for (const piece of content.pieces()) for (const byte of piece) binary += String.fromCharCode(byte);
  return markup`<a href="data:text/csv;charset=utf-8;base64,${btoa(binary)}" download="${name}.csv">${name}.csv</a>`;
}
