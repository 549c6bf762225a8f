/** The languages that pages are written in. */
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import { ENGLISH } from "./en/english.ts";
import { KOREAN } from "./ko/korean.ts";
import type { LanguageTexts } from "./language_texts.ts";

/** The languages by code, as in HTML's `lang`; adding one is a file and a line here. */
const TABLE = {
  en: ENGLISH,
  ko: KOREAN,
} as const satisfies Readonly<Record<string, LanguageTexts>>;

/** The code of a language. */
export type Language = keyof typeof TABLE;

/** The languages by code. */
export const LANGUAGES: Readonly<Record<Language, LanguageTexts>> = TABLE;

/** The codes of all languages, the main one first. */
export const LANGUAGE_CODES = Object.keys(TABLE) as readonly Language[];

/** The code of a language that texts are translated into. */
export type OtherLanguage = Exclude<Language, typeof MAIN_LANGUAGE>;

/** The codes of all languages but the main one. */
export const OTHER_LANGUAGES = LANGUAGE_CODES.filter((code): code is OtherLanguage => code !== MAIN_LANGUAGE);
