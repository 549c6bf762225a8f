/** Reads JSON strictly: each key once in an object, and no deep nesting. */
import { InputError, mapInputErrors, preview } from "./input_error.ts";
import { lineOfField, lineOfSyntaxError } from "./json_lines.ts";
import type { Read } from "./readers.ts";

/** Deeper values are refused: functions that walk them would overflow the stack. */
const MAX_DEPTH = 100;

/**
 * The value of a JSON text.
 *
 * Throws an InputError that names `file` and the line if the text is not JSON, an object has a key twice, or values are
 * nested more than 100 deep.
 */
export function parseJson(text: string, file: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // the runtime's message quotes the text, line breaks included
    const reason = (error as Error).message.replaceAll(/\s+/g, " ");
    throw new InputError({ file, line: lineOfSyntaxError(text), rule: `is not JSON (${reason})` });
  }
  checkStructure(text, file);
  return value;
}

/** Parses JSON and reads its value; the errors of `read` name `file` and the line. */
export function readJson<V>(text: string, file: string, read: Read<V>): V {
  const value = parseJson(text, file);
  return mapInputErrors(
    (error) => error.within({ file, ...(error.fault.field && { line: lineOfField(text, error.fault.field) }) }),
    () => read(value, ""),
  );
}

/** Checks the keys and the depth of a text that is known to be JSON. */
function checkStructure(text: string, file: string): void {
  /** The keys of each value that is open; a list has none. */
  const open: Set<string>[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === "{" || character === "[") {
      open.push(new Set());
      if (open.length > MAX_DEPTH) throw faultAt(text, i, file, `nests values more than ${MAX_DEPTH} deep`);
    } else if (character === "}" || character === "]") open.pop();
    else if (character === '"') {
      const start = i;
      i = endOfString(text, start);
      if (!isKey(text, i)) continue;
      const key: string = JSON.parse(text.slice(start, i + 1));
      const keys = open.at(-1)!;
      if (keys.has(key)) throw faultAt(text, start, file, `names ${preview(key)} twice in one object`);
      keys.add(key);
    }
  }
}

/** The index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i;
}

/** Whether a colon follows the string that ends at `end`. */
function isKey(text: string, end: number): boolean {
  let i = end + 1;
  while (i < text.length && " \t\r\n".includes(text[i]!)) i++;
  return text[i] === ":";
}

function faultAt(text: string, index: number, file: string, rule: string): InputError {
  return new InputError({ file, line: text.slice(0, index).split("\n").length, rule });
}
