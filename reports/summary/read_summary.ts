/** Reads summary.json; nothing in it is trusted: its picture may have the SVG elements and attributes of charts alone. */
import { InputError } from "../../core/input/input_error.ts";
import { readJson } from "../../core/input/json.ts";
import {
  fieldPath,
  fields,
  finiteNumber,
  list,
  nullOr,
  object,
  optional,
  type Read,
  satisfying,
  wholeNumber,
  word,
} from "../../core/input/readers.ts";
import { OTHER_LANGUAGES } from "../languages/languages.ts";
import type { SvgElement, SvgNode } from "../chart/svg/svg_tree.ts";
import { type ColorName, COLORS, SANS, SHAPES } from "../chart/theme.ts";
import type { Summary } from "./summary.ts";

/** Longest summary.json, in UTF-16 code units. */
const MAX_LENGTH = 1_000_000;
/** Longest text, in UTF-16 code units. */
const MAX_TEXT = 10_000;
const MAX_PATH = 200_000;
const MAX_DEPTH = 12;

function matching(rule: string, pattern: RegExp, maxLength = MAX_TEXT): Read<string> {
  return satisfying(
    rule,
    (value): value is string => typeof value === "string" && value.length <= maxLength && pattern.test(value),
  );
}

/** A text of bounded length. */
const text: Read<string> = matching(`a text of at most ${MAX_TEXT} characters`, /^/);

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;
/** The ids of a chart end in the numbers of figure, panel and part, so that no other element of a page has them. */
const ID = String.raw`[\w-]+-\d+-\d+-\d+`;

const number = matching("a number", new RegExp(`^${NUMBER}$`));
const numbers = ["x", "y", "x2", "y2", "stroke-width", "stroke-miterlimit", "stroke-opacity", "fill-opacity"];
const length = matching("a length from 0 to 2000", /^(?:1?\d{1,3}(?:\.\d+)?|2000)$/);
const paint = word("none", ...Object.keys(COLORS).map((name) => `var(--${name})`));
const reference = matching("a reference to an id", new RegExp(String.raw`^url\(#${ID}\)$`));
const references = ["marker-start", "marker-mid", "marker-end", "clip-path"];

const ATTRIBUTES: Readonly<Record<string, Read<string>>> = {
  ...Object.fromEntries(numbers.map((name) => [name, number])),
  ...Object.fromEntries(references.map((name) => [name, reference])),
  xmlns: word("http://www.w3.org/2000/svg"),
  width: length,
  height: length,
  viewBox: matching("four numbers", new RegExp(`^${NUMBER}(?: ${NUMBER}){3}$`)),
  role: word("img"),
  "aria-label": text,
  "font-family": word(SANS),
  "font-size": matching("a size in pixels", /^\d+(?:\.\d+)?px$/),
  "font-weight": word("normal", "bold"),
  "text-anchor": word("start", "middle", "end"),
  d: matching("the outline of a path", /^[MmLlHhVvCcSsQqTtAaZz\d\s.,e+-]*$/, MAX_PATH),
  transform: matching(
    "a list of translate, rotate and scale",
    new RegExp(String.raw`^(?:(?:translate|rotate|scale)\(${NUMBER}(?:[ ,]${NUMBER})*\) ?)+$`),
  ),
  fill: paint,
  stroke: paint,
  "stroke-dasharray": matching("a list of lengths", /^[\d.,]*$/),
  "stroke-linecap": word("butt", "round", "square"),
  "stroke-linejoin": word("miter", "round", "bevel"),
  opacity: number,
  "shape-rendering": word("crispEdges"),
  overflow: word("visible"),
  id: matching("an id of a chart", new RegExp(`^${ID}$`)),
  markerUnits: word("userSpaceOnUse"),
};

const attributes: Read<Readonly<Record<string, string>>> = (value, path) =>
  Object.fromEntries(
    Object.entries(object(value, path)).map(([name, value]) => {
      const field = fieldPath(path, name);
      if (!Object.hasOwn(ATTRIBUTES, name)) throw new InputError({ field, rule: "is not an attribute of a chart" });
      return [name, ATTRIBUTES[name]!(value, field)];
    }),
  );

function elementAt(depth: number, name: Read<string>): Read<SvgElement> {
  return fields({ name, attributes, children: list(nodeAt(depth + 1)) });
}

function nodeAt(depth: number): Read<SvgNode> {
  return (value, path) => {
    if (typeof value === "string") return text(value, path);
    if (depth > MAX_DEPTH) throw new InputError({ field: path, rule: `is more than ${MAX_DEPTH} elements deep` });
    return elementAt(depth, word("g", "path", "line", "rect", "text", "marker", "clipPath", "defs"))(value, path);
  };
}

/** A picture: an `svg` element. */
const picture: Read<SvgElement> = elementAt(0, word("svg"));

const color = word(...Object.keys(COLORS) as ColorName[]);
const style = fields({ color, dash: list(finiteNumber), shape: word(...SHAPES) });
const entry = fields({ label: text, style, mark: word("line", "point", "area") });
const key = fields({ title: text, entries: list(entry) });

const languageCode = word(...OTHER_LANGUAGES);
const translatedAnswers: Read<Summary["translatedAnswers"]> = (value, path) =>
  Object.fromEntries(
    Object.entries(object(value, path)).map(([code, answer]) => [
      languageCode(code, path),
      text(answer, fieldPath(path, code)),
    ]),
  );

const readFields: Read<Summary> = fields({
  experiment: text,
  question: text,
  answer: text,
  translatedAnswers: optional(translatedAnswers, {}),
  verdicts: fields({ supported: wholeNumber(0), refuted: wholeNumber(0), undecided: wholeNumber(0) }),
  intervalClaims: wholeNumber(0),
  runs: wholeNumber(0),
  epochs: satisfying(
    `a number from 0 to ${Number.MAX_SAFE_INTEGER}`,
    (value): value is number => typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER,
  ),
  thumbnail: nullOr(fields({ title: text, key: nullOr(key), panel: text, picture })),
});

/** The summary that a file holds; throws an InputError that names the file and what is wrong in it. */
export function parseSummary(json: string, file: string): Summary {
  if (json.length > MAX_LENGTH) throw new InputError({ file, rule: `must have at most ${MAX_LENGTH} characters` });
  return readJson(json, file, readFields);
}
