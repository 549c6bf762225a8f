/** The texts of the lab in the language of the page. */
import { type LabLanguage, TEXTS, type Texts } from "../../texts/texts.ts";

/** All texts; those of workers, which have no page, are never shown. */
export const texts: Texts = TEXTS[pageLanguage()];

function pageLanguage(): LabLanguage {
  const language = typeof document === "undefined" ? "" : document.documentElement.lang;
  return Object.hasOwn(TEXTS, language) ? language as LabLanguage : "en";
}
