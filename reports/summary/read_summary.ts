/** Reads summary.json; nothing in it is trusted. */
import { InputError } from "../../core/input/input_error.ts";
import { fields, finiteNumber, list, type Read, satisfying, wholeNumber, word } from "../../core/input/readers.ts";
import { type ColorName, COLORS, SHAPES } from "../chart/theme.ts";
import { picture, text } from "./read_picture.ts";
import type { Summary } from "./summary.ts";

/** Longest summary.json, in UTF-16 code units. */
const MAX_LENGTH = 1_000_000;

const style = fields({
  color: word(...Object.keys(COLORS) as ColorName[]),
  dash: list(finiteNumber),
  shape: word(...SHAPES),
});

const key = fields({
  title: text,
  entries: list(fields({ label: text, style, mark: word("line", "point", "area") })),
});

const readFields: Read<Summary> = fields({
  experiment: text,
  question: text,
  answer: text,
  verdicts: fields({ supported: wholeNumber(0), refuted: wholeNumber(0), undecided: wholeNumber(0) }),
  runs: wholeNumber(0),
  epochs: satisfying(
    "a number of at least 0",
    (value): value is number => Number.isFinite(value) && Number(value) >= 0,
  ),
  thumbnail: nullable(fields({ title: text, key: nullable(key), panel: text, picture })),
});

function nullable<V>(read: Read<V>): Read<V | null> {
  return (value, path) => value === null ? null : read(value, path);
}

/** The summary that a file holds; throws an InputError that names the file and what is wrong in it. */
export function parseSummary(json: string, file: string): Summary {
  if (json.length > MAX_LENGTH) throw new InputError({ file, rule: `must have at most ${MAX_LENGTH} characters` });
  try {
    return readFields(JSON.parse(json), "");
  } catch (error) {
    throw error instanceof InputError ? error.within({ file }) : new InputError({ file, rule: "must be JSON" });
  }
}
