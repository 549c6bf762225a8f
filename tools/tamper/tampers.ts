/** Random changes to the files of a result. */
import type { Stream } from "../../core/random.ts";

/** A change to one file, or to the files made from it. */
export interface Tamper {
  readonly kind: string;
  /** Below the folder, such as `depth-xor/runs.csv`. */
  readonly path: string;
  /** Undefined where the file does not exist. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What is made again so that the folder agrees with itself: digests only, or all files that follow from a table. */
  readonly reseal: "digests" | "everything";
}

/** Changes a text; returns undefined where that is not possible. */
type Change = (text: string, random: Stream) => string | undefined;

const CHARACTERS = [..."0123456789abcxyzEN-+.,;:\"'<>&{}[]()/\\ \t\r\n\0_é→\ufeff\u202e\u200b"];

/** A random whole number below `count`. */
function below(random: Stream, count: number): number {
  return Math.floor(random.uniform(0, count));
}

function draw<T>(random: Stream, items: readonly T[]): T {
  return items[below(random, items.length)]!;
}

/** Replaces the characters from `from` to `to`. */
function splice(text: string, from: number, to: number, inserted: string): string {
  return text.slice(0, from) + inserted + text.slice(to);
}

/** The lines of a text with their ends. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

const changeCharacter: Change = (text, random) => {
  const index = below(random, text.length);
  return splice(text, index, index + 1, draw(random, CHARACTERS));
};
const removeCharacter: Change = (text, random) => {
  const index = below(random, text.length);
  return splice(text, index, index + 1, "");
};
const addCharacter: Change = (text, random) => {
  const index = below(random, text.length + 1);
  return splice(text, index, index, draw(random, CHARACTERS));
};
const removeLine: Change = (text, random) => {
  const lines = linesOf(text);
  return lines.toSpliced(below(random, lines.length), 1).join("");
};
const doubleLine: Change = (text, random) => {
  const lines = linesOf(text);
  const index = below(random, lines.length);
  return lines.toSpliced(index, 0, lines[index]!).join("");
};
const swapLines: Change = (text, random) => {
  const lines = linesOf(text);
  const [i, j] = [below(random, lines.length), below(random, lines.length)];
  return lines.with(i, lines[j]!).with(j, lines[i]!).join("");
};
/** Changes the last digit of a number, as far as possible from rounding. */
const changeNumber: Change = (text, random) => {
  const numbers = [...text.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])/g)];
  if (numbers.length === 0) return undefined;
  const { index, 0: number } = draw(random, numbers);
  const last = index + number.length - 1;
  return splice(text, last, last + 1, String((Number(text[last]) + 1 + below(random, 9)) % 10));
};
const truncate: Change = (text, random) => text.slice(0, below(random, text.length));
const empty: Change = () => "";

/** Changes to the text of a file, by kind. */
const CHANGES: Readonly<Record<string, Change>> = {
  "a character changed": changeCharacter,
  "a character removed": removeCharacter,
  "a character added": addCharacter,
  "a row removed": removeLine,
  "a row doubled": doubleLine,
  "two rows swapped": swapLines,
  "a number's last digit changed": changeNumber,
  "a file cut off": truncate,
  "a file emptied": empty,
};

const ADDED = ["notes.txt", "runs.csv.bak", ".hidden", "extra.csv", ".runs.csv.part", "manifest (1).json"];

/** Every so many tampers, one removes, adds or rebuilds. */
const RARE = 20;

/** Draws a tamper of a result that consists of `texts`; every tamper has an effect. */
export function drawTamper(texts: ReadonlyMap<string, string>, random: Stream): Tamper {
  while (true) {
    const path = draw(random, [...texts.keys()]);
    const tamper = draw(random, below(random, RARE) === 0 ? RARE_TAMPERS : [changed])(path, texts.get(path)!, random);
    if (tamper && tamper.before !== tamper.after) return tamper;
  }
}

type Draw = (path: string, before: string, random: Stream) => Tamper | undefined;

const changed: Draw = (path, before, random) => {
  const kind = draw(random, Object.keys(CHANGES));
  const after = CHANGES[kind]!(before, random);
  return after === undefined ? undefined : { kind, path, before, after, reseal: "digests" };
};

const RARE_TAMPERS: readonly Draw[] = [
  (path, before) => ({ kind: "a file removed", path, before, after: undefined, reseal: "digests" }),
  (path, _, random) => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const added = `${folder}${draw(random, ADDED)}`;
    return { kind: "a file added", path: added, before: undefined, after: "1\r\n", reseal: "digests" };
  },
  (path, before, random) => {
    if (!/(?<!claims)\.csv$/.test(path)) return undefined;
    const after = changeNumber(before, random);
    return { kind: "a number changed, and all files rebuilt from it", path, before, after, reseal: "everything" };
  },
];
