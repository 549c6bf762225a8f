/** The language of the page. */
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import { LANGUAGE_CODES, LANGUAGES } from "../languages/languages.ts";
import type { LanguageTexts } from "../languages/language_texts.ts";

/** The texts of the language that the page declares; in a worker, which has no page, those of the main one. */
export function pageTexts(): LanguageTexts {
  const code = typeof document === "undefined" ? "" : document.documentElement.lang;
  return LANGUAGES[LANGUAGE_CODES.find((each) => each === code) ?? MAIN_LANGUAGE];
}
