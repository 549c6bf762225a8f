import { diff } from "node:util";

/** Thrown by a failed assertion. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

/** The end of a message: the caller's explanation, or a full stop. */
export function ending(msg: string | undefined): string {
  return msg ? `: ${msg}` : ".";
}

/** Prints a value in full, one part a line, with sorted keys, so that two prints can be compared line by line. */
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

/** Compares two values line by line: `-` marks lines of the actual value, `+` lines of the expected one. */
export function lineDiff(actual: unknown, expected: unknown): string {
  const areStrings = typeof actual === "string" && typeof expected === "string";
  const linesOf = (value: unknown) => areStrings ? stringLines(value as string) : format(value).split("\n");
  const lines = diff(linesOf(actual), linesOf(expected)).map(([operation, line]) => `${MARKS[operation]}   ${line}`);
  // The lines of a string keep their own line ends.
  return [
    "",
    "",
    "    [Diff] Actual / Expected",
    "",
    "",
    lines.join(areStrings ? "" : "\n"),
    "",
  ].join("\n");
}

/** What `node:util` calls an insertion is a line of the first value alone. */
const MARKS = { [-1]: "+", 0: " ", 1: "-" };

/** The lines of a string with their line ends; control characters become visible as escapes. */
function stringLines(text: string): string[] {
  const visible = text.replaceAll(/[\\\b\f\t\v\r]/g, (sign) => JSON.stringify(sign).slice(1, -1));
  return `${visible.replaceAll("\n", "\\n\n")}\n`.match(/.*\n/g) ?? [];
}
