import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { pageWords } from "../../../reports/front_page/page_words.ts";
import { plainWords, SYNONYMS } from "../../../reports/front_page/search.ts";

Deno.test("plainWords ignores case, accents, hyphens and punctuation", () => {
  assertEquals(plainWords("  Café: back-propagation (δ = 0.9)  "), ["cafe", "back", "propagation", "δ", "0", "9"]);
  assertEquals(plainWords(" .,- "), []);
});

Deno.test("pageWords has the words of question, reason, claims, views and limits, each once", () => {
  for (const experiment of CATALOG) {
    const words = pageWords(experiment).split(" ");
    assertEquals(new Set(words).size, words.length);
    const texts = [experiment.question, experiment.why.theory, ...experiment.limits];
    for (const word of plainWords(texts.join(" "))) assert(words.includes(word), `${experiment.id}: ${word}`);
  }
});

Deno.test("SYNONYMS are plain words, and each group has a term that some page has", () => {
  const pages = CATALOG.map((experiment) => ` ${pageWords(experiment)} `);
  for (const group of SYNONYMS) {
    for (const term of group) assertEquals(plainWords(term).join(" "), term);
    const isFound = (term: string) => pages.some((page) => plainWords(term).every((word) => page.includes(` ${word}`)));
    assert(group.some(isFound), group.join(", "));
  }
});
