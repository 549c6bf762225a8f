/** The language of the course: short sentences, and terms that are explained where they are first used. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import readability from "text-readability";
import { TERM_IDS, type TermId } from "../../../reports/course/terms.ts";
import type { Language } from "../../../reports/languages/languages.ts";
import { PRINTED } from "../../../reports/languages/printed_texts.ts";
import { lessonOf, pages } from "./course_pages.ts";
import { paragraphsOf, plainText } from "../html_text.ts";

/** Splits English text into sentences. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!:;])\s+(?=[A-Z(“])/).filter((sentence) => /\p{L}/u.test(sentence));
}

/** The numbers of words of the sentences of a page, in ascending order. */
function sentenceLengths(html: string): number[] {
  const sentences = paragraphsOf(html).map(plainText).flatMap(sentencesOf);
  return sentences.map((sentence) => readability.lexiconCount(sentence)).sort((a, b) => a - b);
}

const median = (sorted: readonly number[]) => sorted[sorted.length >> 1]!;
const english = pages.filter(({ language }) => language === "en");

for (const { id, html } of english) {
  Deno.test(`${id}: the median sentence has at most 20 words, and none more than 35`, () => {
    const lengths = sentenceLengths(html);
    assert(lengths.length > 30, `${lengths.length} sentences`);
    assert(median(lengths) <= 20, `median ${median(lengths)}`);
    assert(lengths.at(-1)! <= 35, `longest ${lengths.at(-1)}`);
  });
}

Deno.test("the English course is easy to read: short sentences, and the grade of a beginner at school", () => {
  const lengths = english.flatMap(({ html }) => sentenceLengths(html)).sort((a, b) => a - b);
  assert(median(lengths) <= 15, `median ${median(lengths)}`);
  const text = english.flatMap(({ html }) => paragraphsOf(html).map(plainText)).join(" ");
  const grade = readability.fleschKincaidGrade(text);
  assert(grade <= 8, `Flesch–Kincaid grade ${grade}`);
});

/** Where a text first uses one of the forms of a term; −1 if it does not. */
function firstUse(text: string, forms: readonly string[], language: Language): number {
  const either = forms.map((form) => RegExp.escape(form)).join("|");
  // particles follow Korean words without a space
  const pattern = language === "ko" ? `(?<![가-힣A-Za-z])(?:${either})` : `(?<![\\p{L}-])(?:${either})(?![\\p{L}-])`;
  return text.search(new RegExp(pattern, "iu"));
}

/** The text without the forms of other terms that contain one of this term: "hidden unit" is no use of "unit". */
function withoutLonger(text: string, term: TermId, language: Language): string {
  const { terms } = PRINTED[language].course;
  const longer = TERM_IDS.filter((other) => other !== term).flatMap((other) => terms[other].forms)
    .filter((form) => terms[term].forms.some((own) => form !== own && form.includes(own)));
  return longer.reduce((text, form) => text.replaceAll(form, " ".repeat(form.length)), text);
}

for (const { id, language, html } of pages) {
  Deno.test(`${id} in ${language}: every term is a link to its meaning where it is first used`, () => {
    const text = paragraphsOf(html).join("\n");
    const linked = [...text.matchAll(/<a class="term" href="#term-([\w-]+)">/g)].map(([, term]) => term as TermId);
    assertEquals(linked, [...new Set(linked)], "each once");
    assertEquals([...linked].sort(), [...lessonOf(id).terms].sort());
    for (const term of TERM_IDS) {
      const link = text.indexOf(`href="#term-${term}"`);
      // words inside the link to another term do not count
      const others = text.replaceAll(
        /<a class="term" href="#term-([\w-]+)">[\s\S]*?<\/a>/g,
        (whole, other) => other === term ? whole : " ".repeat(whole.length),
      );
      const visible = others.replaceAll(/<[^>]+>|&#?\w+;/g, (tag) => " ".repeat(tag.length));
      const use = firstUse(
        withoutLonger(visible, term, language),
        PRINTED[language].course.terms[term].forms,
        language,
      );
      if (link < 0) assertEquals(use, -1, `${term} is used but not explained: ${visible.slice(use - 40, use + 40)}`);
      else assert(use > link && use < link + 80, `${term} is used at ${use}: …${visible.slice(use - 60, use + 30)}…`);
      if (link >= 0) assertStringIncludes(html, `<dt id="term-${term}">`);
    }
  });
}
