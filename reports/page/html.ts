/** HTML as values: what is put into a template is escaped, unless it is HTML already. */

/** A piece of HTML that is whole and safe. */
export interface Html {
  readonly html: string;
}

/** What a template takes: nothing is written for undefined, pieces of a list one after the other. */
export type Content = Html | string | number | undefined | readonly Content[];

/**
 * A template whose values are escaped, as text and as attribute alike.
 *
 * ```ts
 * markup`<p title="${'a "b"'}">${"1 < 2"}</p>`.html; // <p title="a &quot;b&quot;">1 &lt; 2</p>
 * ```
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { html: parts.reduce((text, part, i) => text + written(values[i - 1]) + part) };
}

/** Text that is HTML already, such as a rendered SVG. */
export function trusted(text: string): Html {
  return { html: text };
}

function written(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string" || typeof content === "number") return escape(String(content));
  return "html" in content ? content.html : content.map(written).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it, letter by letter. */
export function escape(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** Signs that act on their surroundings: controls, and marks that turn the direction of writing. */
const ACTING = new RegExp(
  String
    .raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]`,
  "g",
);

/** Text in which such signs are written out: \u202e. */
export function visible(text: string): string {
  return text.replace(ACTING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
