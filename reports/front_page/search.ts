/** The search field of the front page: it hides lessons and experiments that do not match. */
import type { SearchTexts } from "./front_texts.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { PRINTED } from "../languages/printed_texts.ts";
import { SYNONYMS_EN } from "../languages/en/synonyms_en.ts";

/** The words of a text: lower case, without accents, split at everything but letters and digits. */
export function plainWords(text: string): string[] {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
  return letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/**
 * Fills the element `search`. Sent to the page as its own source text, so it must not refer to anything outside.
 *
 * A lesson or experiment matches if words of its entry and of its page begin with all words of the query, or with those
 * of a synonym.
 * Escape clears the field, Enter focuses the first match. Where nothing matches, terms that do are suggested.
 */
function mountSearch(
  document: Document,
  synonyms: typeof SYNONYMS,
  wordsOf: typeof plainWords,
  texts: SearchTexts,
): void {
  const container = document.getElementById("search");
  const field = container?.querySelector("input");
  const output = container?.querySelector("output");
  if (!container || !field || !output) return;
  const cards = [...document.querySelectorAll<HTMLElement>("[data-words]")].map((element) => {
    const words = [...wordsOf(element.textContent), ...element.dataset.words!.split(" ")];
    return { card: element.closest("li")!, words, text: ` ${words.join(" ")}` };
  });
  const suggestions = document.createElement("p");
  suggestions.className = "suggestions";
  container.append(suggestions);

  /** The query, and the query with each term that it contains replaced by its synonyms; each as words. */
  const variantsOf = (query: string): string[][] => {
    const padded = ` ${wordsOf(query).join(" ")} `;
    const replaced = synonyms.flatMap((group) =>
      group.filter((term) => padded.includes(` ${term} `)).flatMap((term) =>
        group.map((other) => padded.replace(` ${term} `, ` ${other} `))
      )
    );
    return [padded, ...replaced].map((variant) => wordsOf(variant));
  };
  const isMatch = (text: string, variants: readonly string[][]) =>
    variants.some((words) => words.every((word) => text.includes(` ${word}`)));
  const matching = (query: string) => {
    const variants = variantsOf(query);
    return cards.filter(({ text }) => isMatch(text, variants));
  };
  /** The edit distance of two words. Source: Levenshtein 1966. */
  const distance = (a: string, b: string) => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
      }
      row = next;
    }
    return row[b.length]!;
  };
  /** Terms that match something: words like those that match nothing, then some that are often looked for. */
  const suggestionsFor = (query: string): string[] => {
    const known = [...new Set([...cards.flatMap(({ words }) => words), ...synonyms.flat()])];
    const near = wordsOf(query).flatMap((word) => {
      const most = Math.max(1, Math.floor(word.length / 3));
      return known.map((term) => ({ term, away: distance(word, term) })).filter(({ away }) => away <= most)
        .sort((a, b) => a.away - b.away).slice(0, 2).map(({ term }) => term);
    });
    return [...new Set([...near, ...texts.often])].filter((term) => matching(term).length > 0).slice(0, 5);
  };
  const search = () => {
    const isEmpty = wordsOf(field.value).length === 0;
    const matches = isEmpty ? cards : matching(field.value);
    for (const { card } of cards) card.hidden = !matches.some((match) => match.card === card);
    const counts: Record<string, number> = { matches: matches.length, cards: cards.length };
    output.textContent = isEmpty ? "" : texts.count.replace(/\{(\w+)\}/g, (_, name) => String(counts[name]));
    suggestions.hidden = matches.length > 0;
    const buttons = suggestions.hidden ? [] : suggestionsFor(field.value).map((term) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = term;
      button.addEventListener("click", () => {
        field.value = term;
        search();
        field.focus();
      });
      return button;
    });
    suggestions.replaceChildren(texts.nothing, ...buttons);
  };
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      // some browsers would also apply the key press to the link, and follow it
      event.preventDefault();
      cards.find(({ card }) => !card.hidden)?.card.querySelector("a")?.focus();
    }
    if (event.key === "Escape") {
      field.value = "";
      search();
    }
  });
  container.hidden = false;
  // a browser may have restored what was typed before
  search();
}

/** The script of the front page in a language. */
export function searchScript(texts: SearchTexts): string {
  return `(${mountSearch})(document,${JSON.stringify(SYNONYMS)},${plainWords},${JSON.stringify(texts)});`;
}

const IDS = Object.keys(SYNONYMS_EN) as (keyof typeof SYNONYMS_EN)[];

/** Groups of terms of all languages that mean the same, or lead to the same pages. */
export const SYNONYMS: readonly (readonly string[])[] = IDS.map((id) =>
  LANGUAGE_CODES.flatMap((code) => PRINTED[code].synonyms[id])
);
