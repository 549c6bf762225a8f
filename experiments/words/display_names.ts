/** The words that pages show for the identifiers of CSV files, configs and commands; in English unless names are given. */
import type { Names, Words } from "./names.ts";
import { NAMES_EN } from "./names_en.ts";

/** The factors whose levels are components, which need no factor beside them. */
const COMPONENT_FACTORS: readonly string[] = ["activation", "initializer", "loss", "optimizer"];

const COMPONENTS = ({ components }: Names): Words => components;

/** The words for a factor or another column. */
export function columnName(column: string, names: Names = NAMES_EN): string {
  return find(names, ({ columns }) => columns, column) ?? plainWords(column);
}

/** The words for a level of a factor, such as `full batch`. */
export function levelName(factor: string, level: string, names: Names = NAMES_EN): string {
  return knownLevel(factor, level, names) ?? plainWords(level);
}

/** The words for a level where its factor is not named beside it: `full batch`, but `learning rate 0.9`. */
export function settingName(factor: string, level: string, names: Names = NAMES_EN): string {
  return knownLevel(factor, level, names) ?? `${columnName(factor, names)} ${plainWords(level)}`;
}

/** The words for a value of a column that is no factor; a list such as `crossEntropy, solved` is read part by part. */
export function valueName(column: string, value: string, names: Names = NAMES_EN): string {
  const known = knownLevel(column, value, names);
  if (known !== undefined) return known;
  const parts = value.split(", ").map((part) => find(names, COMPONENTS, part) ?? plainWords(part));
  return parts.join(", ").replaceAll("(replicate ", "(start ");
}

/** The words for an activation, initialiser, loss or optimiser: `softPlus` without an entry is `soft plus`. */
export function componentName(name: string, names: Names = NAMES_EN): string {
  return find(names, COMPONENTS, name) ??
    plainWords(name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function knownLevel(factor: string, level: string, names: Names): string | undefined {
  const levelsOf = ({ functions, levels }: Names) => ({
    ...(factor === "function" && functions),
    ...entry(levels, factor),
  });
  return find(names, levelsOf, level) ?? (COMPONENT_FACTORS.includes(factor) ? componentName(level, names) : undefined);
}

/** The words that a language has for a name, or else English. */
function find(names: Names, wordsOf: (names: Names) => Words, name: string): string | undefined {
  return entry(wordsOf(names), name) ?? entry(wordsOf(NAMES_EN), name);
}

function entry<V>(words: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function plainWords(identifier: string): string {
  return identifier.replaceAll("_", " ");
}
