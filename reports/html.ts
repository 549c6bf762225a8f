/** HTML as values: a template escapes everything but HTML. */

/** A piece of well-formed, safe HTML. */
export interface Html {
  readonly html: string;
}

/** A value of a template: undefined is written as nothing, a list as its items in order. */
export type Content = Html | string | number | undefined | readonly Content[];

/**
 * Fills a template with escaped values; they are safe as text and in quoted attributes.
 *
 * ```ts
 * markup`<p title="${'a "b"'}">${"1 < 2"}</p>`.html; // <p title="a &quot;b&quot;">1 &lt; 2</p>
 * ```
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { html: parts.reduce((text, part, i) => text + contentHtml(values[i - 1]) + part) };
}

/** Declares that text is safe HTML, such as a rendered SVG. */
export function trusted(text: string): Html {
  return { html: text };
}

function contentHtml(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string" || typeof content === "number") return escape(String(content));
  return "html" in content ? content.html : content.map(contentHtml).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#39" };

/** Escapes text for HTML, so that a reader sees every character of it. */
export function escape(text: string): string {
  return visible(text).replace(/[&<>"']/g, (char) => `&${ENTITIES[char]};`);
}

/** Control characters but tab and line ends, marks that change the direction of writing, and non-characters. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\p{Bidi_Control}\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** Writes such characters as escapes: \u202e. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
