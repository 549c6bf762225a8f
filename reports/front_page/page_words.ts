/** The words of an experiment's page, for the search of the front page. */
import { levelName } from "../../experiments/words/display_names.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { REFERENCES } from "../../experiments/references.ts";
import { questionIn } from "../languages/printed_texts.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { plainWords } from "./search.ts";

/** The distinct words of all texts of a page that do not depend on its results, and of its question in every language. */
export function pageWords(experiment: Experiment): string {
  const { id, why, limits, factors, tables, claims, views, references = [] } = experiment;
  const texts = [
    id,
    ...LANGUAGE_CODES.map((language) => questionIn(language, experiment)),
    why.theory,
    ...why.data.map((part) => typeof part === "string" ? part : part.text.replaceAll(/\{[^}]*\}/g, " ")),
    ...limits,
    ...Object.entries(factors).flatMap((
      [factor, { meaning, levels }],
    ) => [factor, meaning, ...Object.keys(levels).flatMap((level) => [level, levelName(factor, level)])]),
    ...Object.values(tables).map(({ meaning }) => meaning),
    ...Object.values(claims).flatMap(({ statement, wording }) => [statement, ...Object.values(wording)]),
    ...views.flatMap(({ title, howToRead }) => [title, howToRead]),
    ...references.map((key) => REFERENCES[key].full),
  ];
  return [...new Set(plainWords(texts.join(" ")))].join(" ");
}
