/** The translations: whole, and with the values of the sentences that they translate. */
import { assert, assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { levelName } from "../../../experiments/display_names.ts";
import { OTHER_LANGUAGES } from "../../../experiments/names/languages.ts";
import { EN } from "../../../reports/texts/en.ts";
import { FRONT_TEXTS } from "../../../reports/texts/front_page_texts.ts";
import { TEXTS } from "../../../reports/texts/texts.ts";
import { questionIn, TRANSLATIONS } from "../../../reports/texts/translations.ts";

const placeholders = (text: string) => [...text.matchAll(/\{[\w-]+\.\w+\}/g)].map(([name]) => name).sort();

for (const language of OTHER_LANGUAGES) {
  const translations = TRANSLATIONS[language];

  Deno.test(`${language}: every experiment is translated, and no other`, () => {
    assertEquals(Object.keys(translations).sort(), CATALOG.map(({ id }) => id).sort());
  });

  for (const experiment of CATALOG) {
    const { id, question, headline = [] } = experiment;
    Deno.test(`${language}: ${id}: its question and all its answers are translated, with the same values`, () => {
      const { headlines } = translations[id]!;
      assert(questionIn(language, experiment) !== question);
      assertEquals(Object.keys(headlines).sort(), headline.map(({ text }) => text).sort());
      for (const [text, translated] of Object.entries(headlines)) {
        assertEquals([...new Set(placeholders(translated))], [...new Set(placeholders(text))], text);
      }
    });
  }

  Deno.test(`${language}: levels of a factor have different names`, () => {
    for (const { id, factors } of CATALOG) {
      for (const [factor, { levels }] of Object.entries(factors)) {
        const names = Object.keys(levels).map((level) => levelName(factor, level, language));
        assertEquals(new Set(names).size, names.length, `${id}: ${factor}`);
      }
    }
  });

  Deno.test(`${language}: the front page's search counts with both numbers`, () => {
    const { search } = FRONT_TEXTS[language];
    assertMatch(search.count, /\{matches\}/);
    assertMatch(search.count, /\{cards\}/);
    assertEquals(FRONT_TEXTS[language].method.stages.length, FRONT_TEXTS.en.method.stages.length);
  });

  Deno.test(`${language}: no text of the lab was left in English`, () => {
    const translated = textsIn(TEXTS[language]);
    for (const [path, text] of textsIn(EN)) {
      // symbols and names are alike in all languages
      if (/\p{Ll}{4}/u.test(text)) assert(translated.get(path) !== text, `${path}: ${text}`);
    }
  });
}

/** The texts of a table by path; functions are left out. */
function textsIn(table: object, path = ""): Map<string, string> {
  const entries = Object.entries(table).flatMap(([name, value]): (readonly [string, string])[] => {
    if (typeof value === "string") return [[`${path}.${name}`, value]];
    return typeof value === "object" ? [...textsIn(value, `${path}.${name}`)] : [];
  });
  return new Map(entries);
}

Deno.test("ko: a heading has the particle that its last sound needs", () => {
  const { headingOf } = TEXTS.ko.page;
  for (const word of ["XOR", "2비트 패리티", "x₂"]) assertMatch(headingOf(word), new RegExp(`${word}를 `));
  for (const word of ["동심원", "항상 0", "x₁"]) assertMatch(headingOf(word), new RegExp(`${word}을 `));
  assertNotMatch(headingOf("AND"), /AND을/);
});
