/** What a page says outside brackets: the texts that did not come from the table of its language. */
import type { Page } from "puppeteer-core";

/** Elements that are no text of the page, with the reason. */
const APART = [
  "script, style, noscript", // no text
  "math", // formulas
  "code, pre", // programs, commands, digests, names of files
  '[lang="en"]', // marked as English: cited works, and sentences of the experiments' own pages
  ".thumbnail", // a picture of a figure of an English page
  ".site .kicker", // the suite's name
  ".site a[hreflang]", // each language's name for itself
];

/** Attributes that are read out or shown. */
const READ = ["aria-label", "aria-valuetext", "aria-description", "title", "placeholder", "alt"];

/** The pieces of text outside brackets that hold a word, hidden ones included, each once. */
export function unbracketed(page: Page): Promise<string[]> {
  return page.evaluate(
    (apart: string, read: readonly string[]) => {
      const found = new Set<string>();
      let depth = 0;
      /** What of a text is outside brackets; they may open in one text and close in a later one. */
      const outside = (text: string) =>
        [...text].filter((letter) => {
          if (letter === "⟦") depth++;
          if (letter === "⟧") depth--;
          return depth === 0 && letter !== "⟧";
        }).join("");
      const note = (text: string) => {
        if (/\p{L}{2}/u.test(text)) found.add(text.trim());
      };
      const visit = (node: Node): void => {
        if (node.nodeType === Node.TEXT_NODE) return note(outside(node.textContent!));
        if (!(node instanceof Element) || node.matches(apart)) return;
        for (const attribute of read) {
          const before = depth;
          depth = 0;
          note(outside(node.getAttribute(attribute) ?? ""));
          if (depth !== 0) found.add(`brackets left open in ${node.outerHTML.slice(0, 200)}`);
          depth = before;
        }
        node.childNodes.forEach(visit);
      };
      visit(document.querySelector("title")!);
      note(outside(document.querySelector('meta[name="description"]')!.getAttribute("content")!));
      visit(document.body);
      if (depth !== 0) found.add(`${depth} brackets left open`);
      return [...found];
    },
    APART.join(", "),
    READ,
  );
}
