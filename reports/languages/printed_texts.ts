/** The texts that are written into pages, loaded in every language; no script of a page imports this. */
import type { Experiment } from "../../experiments/experiment.ts";
import { type Language, LANGUAGE_CODES, LANGUAGES } from "./languages.ts";
import type { PrintedTexts, TranslatedExperiment } from "./language_texts.ts";

const loaded = await Promise.all(LANGUAGE_CODES.map(async (code) => [code, await LANGUAGES[code].printed()] as const));

/** The texts by language. */
export const PRINTED = Object.fromEntries(loaded) as Readonly<Record<Language, PrintedTexts>>;

/** The translation of an experiment; undefined where there is none. */
export function translationOf(id: string, language: Language): TranslatedExperiment | undefined {
  const translations: Readonly<Record<string, TranslatedExperiment>> = PRINTED[language].experiments ?? {};
  return Object.hasOwn(translations, id) ? translations[id] : undefined;
}

/** The question of an experiment in a language; in its own where there is no translation. */
export function questionIn(language: Language, { id, question }: Pick<Experiment, "id" | "question">): string {
  return translationOf(id, language)?.question ?? question;
}
