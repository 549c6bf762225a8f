/** A language that lacks a text, or has one too many, does not compile. */
import { assertEquals } from "@std/assert";
import { LESSONS } from "../../reports/course/lessons.ts";
import { ENGLISH } from "../../reports/languages/en/english.ts";
import type { LanguageTexts, PrintedTexts } from "../../reports/languages/language_texts.ts";
import { PRINTED } from "../../reports/languages/printed_texts.ts";

const { lab, lesson, names, site } = ENGLISH;
const { course, front, synonyms } = PRINTED.en, experiments = PRINTED.ko.experiments!;

/** An object without some of its entries. */
function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}

// Each line below a directive must not compile; if one does, `deno check` reports the directive as unused.
const missing: readonly (() => Partial<LanguageTexts & PrintedTexts>)[] = [
  // @ts-expect-error a word that all pages share
  () => ({ site: without(site, "skip") }),
  // @ts-expect-error a verdict
  () => ({ site: { ...site, verdicts: without(site.verdicts, "refuted") } }),
  // @ts-expect-error a kind of names
  () => ({ names: without(names, "levels") }),
  // @ts-expect-error a text of the lab
  () => ({ lab: { ...lab, play: without(lab.play, "pause") } }),
  // @ts-expect-error a field of the lab's address
  () => ({ lab: { ...lab, fields: without(lab.fields, "rate") } }),
  // @ts-expect-error a word of what moves in a lesson
  () => ({ lesson: { ...lesson, twoLines: without(lesson.twoLines, "hint") } }),
  // @ts-expect-error a text of the front page
  () => ({ front: without(front, "extent") }),
  // @ts-expect-error a term of the glossary
  () => ({ course: { ...course, terms: without(course.terms, "xor") } }),
  // @ts-expect-error a lesson
  () => ({ course: { ...course, lessons: without(course.lessons, "unit") } }),
  // @ts-expect-error a step of a lesson
  () => ({ course: { ...course, lessons: { ...course.lessons, unit: () => without(unit, "lead") } } }),
  // @ts-expect-error what the search takes for the same
  () => ({ synonyms: without(synonyms, "momentum") }),
];

const superfluous: readonly (() => unknown)[] = [
  // @ts-expect-error a part
  (): Partial<LanguageTexts> => ({ lab, help: "" }),
  // @ts-expect-error a word that all pages share
  (): Partial<LanguageTexts> => ({ site: { ...site, help: "" } }),
  // @ts-expect-error the name of an activation
  (): Partial<LanguageTexts> => ({ names: { ...names, components: { ...names.components, colour: "" } } }),
  // @ts-expect-error the name of a column
  (): Partial<LanguageTexts> => ({ names: { ...names, columns: { ...names.columns, colour: "" } } }),
  // @ts-expect-error a text of the lab
  (): Partial<LanguageTexts> => ({ lab: { ...lab, play: { ...lab.play, rewind: "" } } }),
  // @ts-expect-error a text of the front page
  (): Partial<PrintedTexts> => ({ front: { ...front, help: "" } }),
  // @ts-expect-error a term of the glossary
  (): Partial<PrintedTexts> => ({ course: { ...course, terms: { ...course.terms, colour: course.terms.xor } } }),
  // @ts-expect-error an experiment
  (): Partial<PrintedTexts> => ({ experiments: { ...experiments, colours: experiments["depth-xor"] } }),
  // @ts-expect-error what the search takes for the same
  (): Partial<PrintedTexts> => ({ synonyms: { ...synonyms, colour: [] } }),
];

const unit = course.lessons.unit(LESSONS.unit.numbers);

Deno.test("a language with a text fewer or more than English is refused by the compiler", () => {
  assertEquals([missing.length, superfluous.length], [11, 9]);
});
