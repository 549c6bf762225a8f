/** The texts of pages, for the tests. */

/** The text of a piece of HTML: without tags, with entities resolved. */
export function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

/** The same as a reader sees it: white space is folded. */
export function plainText(html: string): string {
  return textOf(html).replaceAll(/\s+/g, " ").trim();
}

/** The paragraphs of a lesson's page in order, as HTML, without headings, formulas, the switch and the final lists. */
export function paragraphsOf(page: string): string[] {
  const main = page.slice(page.indexOf("<h1>"), page.indexOf('<section id="terms">'));
  const found = main.matchAll(/<(?:p class="(?:answer|text)[^"]*"|figcaption)>([\s\S]*?)<\/(?:p|figcaption)>/g);
  return [...found].map(([, html]) => html!);
}
