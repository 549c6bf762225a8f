/** Finds the lines of a JSON text: of a value by its path, and of the place where the text stops being JSON. */
import { fieldPath } from "./readers.ts";

/** Where a value begins, or the innermost one around it; and where the text stops being JSON, if it does. */
interface Scan {
  readonly start: number;
  readonly end: number | undefined;
}

/** The line, from 1, of the value at a path such as `settings.levels.function[1]`, or of the object that lacks it. */
export function lineOfField(text: string, path: string): number {
  return lineAt(text, scan(text, path).start);
}

/** The line, from 1, on which a text stops being JSON; its last line if it is JSON. */
export function lineOfSyntaxError(text: string): number {
  return lineAt(text, scan(text, "").end ?? text.length);
}

function isWithin(path: string, outer: string): boolean {
  return outer === "" || path === outer || (path.startsWith(outer) && ".[".includes(path[outer.length]!));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** Deeper values are not looked into. */
const MAX_DEPTH = 100;

const SPACE = /[ \t\r\n]*/y;
/** All characters but quotes, backslashes, and those before the space. */
const CHARACTERS = /[ !#-[\]-\u{10ffff}]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const ATOM = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Thrown where a text stops being JSON. */
class NotJson extends Error {
  constructor(readonly index: number) {
    super();
  }
}

function scan(text: string, wanted: string): Scan {
  let start = 0;
  let at = 0;

  /** Moves behind what the pattern matches here, and returns it. */
  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) throw new NotJson(at);
    at += found.length;
    return found;
  }

  /** Moves behind a punctuation mark and the space around it, if it is here. */
  function skip(mark: string): boolean {
    take(SPACE);
    if (text[at] !== mark) return false;
    at++;
    take(SPACE);
    return true;
  }

  /** Moves behind a string, and returns it; by parts, because the pattern of a long one would overflow the stack. */
  function takeString(): string {
    const from = at;
    if (text[at] !== '"') throw new NotJson(at);
    at++;
    take(CHARACTERS);
    while (text[at] !== '"') {
      take(ESCAPE);
      take(CHARACTERS);
    }
    at++;
    return text.slice(from, at);
  }

  function need(mark: string): void {
    if (!skip(mark)) throw new NotJson(at);
  }

  /** Moves behind a list of items that ends with a mark. */
  function items(end: string, item: (index: number) => void): void {
    if (skip(end)) return;
    for (let i = 0; i === 0 || skip(","); i++) item(i);
    need(end);
  }

  function value(path: string, depth: number): void {
    take(SPACE);
    if (depth > MAX_DEPTH) throw new NotJson(at);
    // the paths on the way to the wanted value begin its path, and the last of them is the innermost
    if (isWithin(wanted, path)) start = at;
    if (skip("{")) {
      items("}", () => {
        const name: string = JSON.parse(takeString());
        need(":");
        value(fieldPath(path, name), depth + 1);
      });
    } else if (skip("[")) items("]", (i) => value(`${path}[${i}]`, depth + 1));
    else if (text[at] === '"') takeString();
    else take(ATOM);
  }

  try {
    value("", 0);
    take(SPACE);
    return { start, end: at < text.length ? at : undefined };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { start, end: error.index };
  }
}
