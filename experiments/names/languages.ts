/** The languages that pages are written in. */

/** The language of experiments, files and commands; a text without a translation is shown in it. */
export const MAIN_LANGUAGE = "en";

/** The languages that texts are translated into. */
export const OTHER_LANGUAGES = ["ko"] as const;

/** The codes of all languages, the main one first. */
export const LANGUAGE_CODES = [MAIN_LANGUAGE, ...OTHER_LANGUAGES] as const;

/** The code of a language. */
export type Language = (typeof LANGUAGE_CODES)[number];

/** The code of a language that texts are translated into. */
export type OtherLanguage = (typeof OTHER_LANGUAGES)[number];
