/** Reads a picture from JSON: a tree of the SVG elements and attributes that charts have, and no others. */
import { InputError } from "../../core/input/input_error.ts";
import { fieldPath, fields, list, object, type Read, satisfying, word } from "../../core/input/readers.ts";
import type { SvgElement, SvgNode } from "../chart/svg/svg_tree.ts";
import { COLORS, SANS } from "../chart/theme.ts";

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
export const text: Read<string> = matching(`a text of at most ${MAX_TEXT} characters`, /^/);

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;
/** The ids of a chart end in the numbers of figure, panel and part, so that no other element of a page has them. */
const ID = String.raw`[\w-]+-\d+-\d+-\d+`;

const number = matching("a number", new RegExp(`^${NUMBER}$`));
const numbers = [
  "x",
  "y",
  "x2",
  "y2",
  "fill-opacity",
  "stroke-opacity",
  "stroke-width",
  "stroke-miterlimit",
  "opacity",
];
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

const innerName = word("g", "path", "line", "rect", "text", "marker", "clipPath", "defs");

function elementAt(depth: number, name: Read<string>): Read<SvgElement> {
  return fields({ name, attributes, children: list(nodeAt(depth + 1)) });
}

function nodeAt(depth: number): Read<SvgNode> {
  return (value, path) => {
    if (typeof value === "string") return text(value, path);
    if (depth > MAX_DEPTH) throw new InputError({ field: path, rule: `is more than ${MAX_DEPTH} elements deep` });
    return elementAt(depth, innerName)(value, path);
  };
}

/** A picture: an `svg` element. */
export const picture: Read<SvgElement> = elementAt(0, word("svg"));
