/** The texts of the course's pages, for the tests. */

/** What a reader sees in a piece of HTML: without tags, with entities resolved. */
export function plainText(html: string): string {
  return html.replaceAll(/<[^>]+>/g, "").replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">").replaceAll("&amp;", "&").replaceAll(/\s+/g, " ").trim();
}

/** The paragraphs of a page, each as HTML, in order; headings, formulas, the switch and the lists at the end apart. */
export function paragraphsOf(page: string): string[] {
  const main = page.slice(page.indexOf("<h1>"), page.indexOf('<section id="terms">'));
  const found = main.matchAll(/<(?:p class="(?:answer|text)[^"]*"|figcaption)>([\s\S]*?)<\/(?:p|figcaption)>/g);
  return [...found].map(([, html]) => html!);
}
