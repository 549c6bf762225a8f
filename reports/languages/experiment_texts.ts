/** Questions and answers of experiments in any language. */
import type { Experiment } from "../../experiments/experiment.ts";
import type { TranslatedExperiment } from "../texts/translated_experiment.ts";
import type { Language } from "./languages.ts";
import { PRINTED } from "./printed_texts.ts";

/** The translation of an experiment; undefined where there is none. */
export function translationOf(id: string, language: Language): TranslatedExperiment | undefined {
  const translations: Readonly<Record<string, TranslatedExperiment>> = PRINTED[language].experiments ?? {};
  return Object.hasOwn(translations, id) ? translations[id] : undefined;
}

/** The question of an experiment in a language; in its own where there is no translation. */
export function questionIn(language: Language, { id, question }: Pick<Experiment, "id" | "question">): string {
  return translationOf(id, language)?.question ?? question;
}
