/** The words that pages show for the identifiers of CSV files, configs and commands. */
import type { Language } from "./names/languages.ts";
import type { Names } from "./names/names.ts";
import { NAMES_EN } from "./names/names_en.ts";
import { NAMES_KO } from "./names/names_ko.ts";

const NAMES: Readonly<Record<Language, Names>> = { en: NAMES_EN, ko: NAMES_KO };

/** The factors whose levels are components, which need no factor beside them. */
const COMPONENT_FACTORS: readonly string[] = ["activation", "initializer", "loss", "optimizer"];

/** The words for a factor or another column. */
export function columnName(column: string, language: Language = "en"): string {
  return entry(NAMES[language].columns, column) ?? plainWords(column);
}

/** The words for a level of a factor, such as `full batch`. */
export function levelName(factor: string, level: string, language: Language = "en"): string {
  return knownLevel(factor, level, language) ?? plainWords(level);
}

/** The words for a level where its factor is not named beside it: `full batch`, but `learning rate 0.9`. */
export function settingName(factor: string, level: string, language: Language = "en"): string {
  return knownLevel(factor, level, language) ?? `${columnName(factor, language)} ${plainWords(level)}`;
}

/** The words for a value of a column that is no factor; a list such as `crossEntropy, solved` is read part by part. */
export function valueName(column: string, value: string, language: Language = "en"): string {
  const known = knownLevel(column, value, language);
  if (known !== undefined) return known;
  const { components } = NAMES[language];
  const parts = value.split(", ").map((part) => entry(components, part) ?? plainWords(part));
  return parts.join(", ").replaceAll("(replicate ", "(start ");
}

/** The words for an activation, initialiser, loss or optimiser. */
export function componentName(name: string, language: Language = "en"): string {
  return entry(NAMES[language].components, name) ?? plainWords(name);
}

function knownLevel(factor: string, level: string, language: Language): string | undefined {
  const { functions, levels } = NAMES[language];
  const known = entry({ ...(factor === "function" && functions), ...entry(levels, factor) }, level);
  return known ?? (COMPONENT_FACTORS.includes(factor) ? componentName(level, language) : undefined);
}

function entry<V>(words: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function plainWords(identifier: string): string {
  return identifier.replaceAll("_", " ");
}
