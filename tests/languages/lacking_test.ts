/** What each language lacks: nothing but what stands here, as a debt that everyone sees. */
import { assert, assertEquals } from "@std/assert";
import { ACTIVATIONS } from "../../core/components/activations.ts";
import { FUNCTIONS_OF_TWO } from "../../core/components/datasets.ts";
import { INITIALIZERS } from "../../core/components/initializers.ts";
import { LOSSES } from "../../core/components/losses.ts";
import { OPTIMIZERS } from "../../core/components/optimizers.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Names } from "../../experiments/words/names.ts";
import { type Language, LANGUAGE_CODES, LANGUAGES, OTHER_LANGUAGES } from "../../reports/languages/languages.ts";
import { questionIn, translationOf } from "../../reports/languages/printed_texts.ts";

/** Names that are shown in English or as they are, and experiments whose question or answers are shown in English. */
const LACKING: Readonly<Record<Language, readonly string[]>> = { en: [], ko: [] };

const COMPONENTS = Object.keys({ ...ACTIVATIONS, ...INITIALIZERS, ...LOSSES, ...OPTIMIZERS });

/** The places of names that a language has no words for. */
function lackingNames({ components, functions, columns, levels }: Names): string[] {
  const all = LANGUAGES.en.names as Names;
  const missing = (place: string, names: readonly string[], words: object) =>
    names.filter((name) => !Object.hasOwn(words, name)).map((name) => `${place}.${name}`);
  return [
    ...missing("components", COMPONENTS, components),
    ...missing("functions", [...new Set([...FUNCTIONS_OF_TWO, ...Object.keys(all.functions)])], functions),
    ...missing("columns", Object.keys(all.columns), columns),
    ...Object.entries(all.levels).flatMap(([factor, words]) =>
      missing(`levels.${factor}`, Object.keys(words), levels[factor] ?? {})
    ),
  ];
}

/** The experiments, and the answers of experiments, that a language has no words for. */
function lackingExperiments(language: Language): string[] {
  return CATALOG.flatMap((experiment) => {
    const { id, question, headline = [] } = experiment;
    if (questionIn(language, experiment) === question) return id;
    const { headlines } = translationOf(id, language)!;
    return headline.filter(({ text }) => !Object.hasOwn(headlines, text)).map(({ text }) => `${id}: ${text}`);
  });
}

for (const language of LANGUAGE_CODES) {
  Deno.test(`${language} lacks only what is listed`, () => {
    const { names } = LANGUAGES[language];
    const isOther = OTHER_LANGUAGES.some((other) => other === language);
    assertEquals([...lackingNames(names), ...(isOther ? lackingExperiments(language) : [])], LACKING[language]);
  });
}

Deno.test("each kind of name that a language lacks is found", () => {
  const names: Names = LANGUAGES.ko.names, { components, functions, columns, levels } = names;
  const known = lackingNames(names);
  const without = (words: object, name: string) => {
    assert(Object.hasOwn(words, name));
    return Object.fromEntries(Object.entries(words).filter(([key]) => key !== name));
  };
  const planted: Names = {
    components: without(components, "relu"),
    functions: without(functions, "parity5"),
    columns: without(columns, "batch"),
    levels: { ...without(levels, "momentum"), batch: without(levels.batch!, "online") },
  };
  assertEquals(lackingNames(planted).filter((place) => !known.includes(place)), [
    "components.relu",
    "functions.parity5",
    "columns.batch",
    "levels.batch.online",
    "levels.momentum.none",
    "levels.momentum.kept",
    "levels.momentum.reset",
  ]);
});
