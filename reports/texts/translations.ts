/** Questions and answers of experiments in other languages. */
import type { Experiment } from "../../experiments/experiment.ts";
import { type Language, MAIN_LANGUAGE, type OtherLanguage } from "../../experiments/names/languages.ts";
import { EXPERIMENTS_KO } from "./experiments_ko.ts";
import type { TranslatedExperiment } from "./translated_experiment.ts";

/** The translations by language and experiment. */
export const TRANSLATIONS: Readonly<Record<OtherLanguage, Readonly<Record<string, TranslatedExperiment>>>> = {
  ko: EXPERIMENTS_KO,
};

/** The translation of an experiment; undefined where there is none. */
export function translationOf(id: string, language: OtherLanguage): TranslatedExperiment | undefined {
  const translations = TRANSLATIONS[language];
  return Object.hasOwn(translations, id) ? translations[id] : undefined;
}

/** The question of an experiment in a language; in its own where there is no translation. */
export function questionIn(language: Language, { id, question }: Pick<Experiment, "id" | "question">): string {
  return language === MAIN_LANGUAGE ? question : translationOf(id, language)?.question ?? question;
}
