import { styleText } from "node:util";
import { type Change, changes } from "./changes.ts";

/** Prints a value in full, one part a line, keys sorted, so that two prints can be compared by line. */
export function format(value: unknown): string {
  return Deno.inspect(value, {
    depth: Infinity,
    sorted: true,
    trailingComma: true,
    compact: false,
    iterableLimit: Infinity,
    getters: true,
    strAbbreviateSize: Infinity,
  });
}

type Style = Parameters<typeof styleText>[0];

/** Colours a text unless the user wants none. */
export function paint(style: Style, text: string): string {
  return Deno.noColor ? text : styleText(style, text, { validateStream: false });
}

const REMOVED: Style = ["bold", "red"];
const ADDED: Style = ["bold", "green"];

/**
 * Shows by line how two values differ: `-` is only in the actual one, `+` only in the expected one.
 *
 * The real package also shades the words of a line that differ; the text is the same.
 */
export function difference(actual: unknown, expected: unknown): string {
  const areTexts = typeof actual === "string" && typeof expected === "string";
  const [before, after] = areTexts
    ? [visibleLines(actual), visibleLines(expected)]
    : [format(actual).split("\n"), format(expected).split("\n")];
  const title = `${paint(["bold", "gray"], "[Diff]")} ${paint(REMOVED, "Actual")} / ${paint(ADDED, "Expected")}`;
  const lines = changes(before, after).map(row);
  // The lines of a text bring their own line ends.
  return ["", "", `    ${title}`, "", "", ...(areTexts ? [lines.join("")] : lines), ""].join("\n");
}

function row({ kind, line }: Change): string {
  if (kind === "common") return paint("white", `    ${line}`);
  return kind === "removed" ? paint(REMOVED, `-   ${line}`) : paint(ADDED, `+   ${line}`);
}

/** The lines of a text with their line ends, in which control characters show as escapes too. */
function visibleLines(text: string): readonly string[] {
  const visible = text.replace(/\r\n|[\\\b\f\t\v\r\n]/g, (sign) => ESCAPES[sign] ?? sign);
  return `${visible}\n`.match(/[^\n]*\n/g) ?? [];
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\t": "\\t",
  "\v": "\\v",
  "\r": "\\r",
  "\n": "\\n\n",
  "\r\n": "\\r\\n\r\n",
};
