/** The language of the page. */
import { type Language, LANGUAGE_CODES, MAIN_LANGUAGE } from "../../experiments/names/languages.ts";

/** The language that the page declares; in a worker, which has no page, the main one. */
export function pageLanguage(): Language {
  const code = typeof document === "undefined" ? "" : document.documentElement.lang;
  return LANGUAGE_CODES.find((each) => each === code) ?? MAIN_LANGUAGE;
}
