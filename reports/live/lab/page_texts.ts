/** The texts of the lab in the language of the page. */
import { componentName, levelName } from "../../../experiments/display_names.ts";
import type { Texts } from "../../texts/en.ts";
import { TEXTS } from "../../texts/texts.ts";
import { pageLanguage } from "../page_language.ts";

const language = pageLanguage();

/** All texts; those of workers, which have no page, are never shown. */
export const texts: Texts = TEXTS[language];

/** The words for an activation, initialiser, loss or optimiser. */
export function componentWords(name: string): string {
  return componentName(name, language);
}

/** The words for a level of a factor. */
export function levelWords(factor: string, level: string): string {
  return levelName(factor, level, language);
}
