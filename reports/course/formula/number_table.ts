/** Tables of numbers below a step, the same in all languages. */
import { type Html, markup } from "../../html.ts";

/** A table of numbers as they are printed. Its heads are text: screen readers take MathML alone for empty. */
export function numberTable(heads: readonly (Html | string)[], rows: readonly (readonly string[])[]): Html {
  const body = rows.map((cells) =>
    markup`<tr>${cells.map((value) => markup`<td class="number">${value}</td>`)}</tr>\n`
  );
  return markup`<table class="outputs">
<thead><tr>${heads.map((name) => markup`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>
${body}</tbody>
</table>
`;
}
