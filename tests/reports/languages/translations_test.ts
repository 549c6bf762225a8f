/** The translations: whole, and with the values of the sentences that they translate. */
import { assert, assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { levelName } from "../../../experiments/words/display_names.ts";
import { PRINTED, translationOf } from "../../../reports/languages/printed_texts.ts";
import { LANGUAGES, OTHER_LANGUAGES } from "../../../reports/languages/languages.ts";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";

const placeholders = (text: string) => [...text.matchAll(/\{[\w-]+\.\w+\}/g)].map(([name]) => name).sort();

for (const language of OTHER_LANGUAGES) {
  const { names, lab } = LANGUAGES[language], { front, experiments } = PRINTED[language];

  Deno.test(`${language}: the experiments that are translated exist`, () => {
    const ids = CATALOG.map(({ id }) => id);
    assertEquals(Object.keys(experiments!).filter((id) => !ids.includes(id)), []);
  });

  for (const { id, headline = [] } of CATALOG) {
    Deno.test(`${language}: ${id}: the answers that are translated exist, and have the same values`, () => {
      const headlines: Readonly<Record<string, string>> = translationOf(id, language)?.headlines ?? {};
      const texts = headline.map(({ text }) => text);
      assertEquals(Object.keys(headlines).filter((text) => !texts.includes(text)), []);
      for (const [text, translated] of Object.entries(headlines)) {
        assertEquals([...new Set(placeholders(translated))], [...new Set(placeholders(text))], text);
      }
    });
  }

  Deno.test(`${language}: levels of a factor have different names`, () => {
    for (const { id, factors } of CATALOG) {
      for (const [factor, { levels }] of Object.entries(factors)) {
        const shown = Object.keys(levels).map((level) => levelName(factor, level, names));
        assertEquals(new Set(shown).size, shown.length, `${id}: ${factor}`);
      }
    }
  });

  Deno.test(`${language}: the front page's search counts with both numbers`, () => {
    const { search } = front;
    assertMatch(search.count, /\{matches\}/);
    assertMatch(search.count, /\{cards\}/);
    assertEquals(front.method.stages.length, PRINTED.en.front.method.stages.length);
  });

  Deno.test(`${language}: no text of the lab was left in English`, () => {
    const translated = textsIn(lab);
    for (const [path, text] of textsIn(LANGUAGES.en.lab)) {
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
  const { headingOf } = LANGUAGES.ko.lab.page;
  for (const word of ["XOR", "2비트 패리티", "x₂"]) assertMatch(headingOf(word), new RegExp(`${word}를 `));
  for (const word of ["동심원", "항상 0", "x₁"]) assertMatch(headingOf(word), new RegExp(`${word}을 `));
  assertNotMatch(headingOf("AND"), /AND을/);
});

Deno.test("ko: faults say what a field must be, and nothing in English", () => {
  const { fault } = LANGUAGES.ko.lab.problems;
  const said = (address: string) =>
    parseLabAddress(address, { suiteSeed: "", experiments: {} }).problems.map((problem) =>
      fault(problem.path, problem)
    );
  assertEquals(said("#rate=x&epochs=-1&starts=9999&loss=hinge:margin:1&encoding=bipola"), [
    'rate: −1000 이상 1000 이하의 수여야 합니다(입력한 값: "x")',
    'encoding: binary, bipolar 가운데 하나여야 합니다(입력한 값: "bipola"). 혹시 “bipolar”입니까?',
    "loss.margin: 이 설정에서는 쓸 수 없습니다",
    "epochs: 0 이상의 정수여야 합니다(입력한 값: -1)",
    "starts: 2000 이하의 정수여야 합니다(입력한 값: 9999)",
  ]);
});
