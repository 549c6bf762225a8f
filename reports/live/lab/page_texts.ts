/** The texts of the lab in the language of the page. */
import { componentName, levelName } from "../../../experiments/words/display_names.ts";
import type { Texts } from "../../languages/en/lab_en.ts";
import { pageTexts } from "../page_language.ts";

const { lab, names } = pageTexts();

/** All texts; those of workers, which have no page, are never shown. */
export const texts: Texts = lab;

/** The words for fields of an address, by name. */
export const fieldNames: Readonly<Record<string, string>> = lab.fields;

/** The words for settings of components, by name. */
export const settingNames: Readonly<Record<string, string>> = lab.settings;

/** The words for an activation, initialiser, loss or optimiser. */
export function componentWords(name: string): string {
  return componentName(name, names);
}

/** The words for a level of a factor. */
export function levelWords(factor: string, level: string): string {
  return levelName(factor, level, names);
}
