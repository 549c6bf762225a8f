/** Finds the lines of a JSON text: of a value by its path, and of the place where the text stops being JSON. */
import { fieldPath } from "./readers.ts";

/** The line, from 1, of the value at a path such as `settings.levels.function[1]`, or of the object that lacks it. */
export function lineOfField(text: string, path: string): number {
  const scanner = new Scanner(text, path);
  scanner.scan();
  return lineAt(text, scanner.start);
}

/** The line, from 1, on which a text stops being JSON; its last line if it is JSON. */
export function lineOfSyntaxError(text: string): number {
  return lineAt(text, new Scanner(text, "").scan() ?? text.length);
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

/** Reads a JSON text from its beginning to its end. */
class Scanner {
  /** Where the wanted value begins, or the innermost one around it. */
  start = 0;
  /** Where the next character is. */
  #at = 0;

  constructor(readonly text: string, readonly wanted: string) {}

  /** Reads the whole text; returns where it stops being JSON, undefined if it is JSON. */
  scan(): number | undefined {
    try {
      this.#takeValue("", 0);
      this.#take(SPACE);
      return this.#at < this.text.length ? this.#at : undefined;
    } catch (error) {
      if (!(error instanceof NotJson)) throw error;
      return error.index;
    }
  }

  #takeValue(path: string, depth: number): void {
    this.#take(SPACE);
    if (depth > MAX_DEPTH) throw new NotJson(this.#at);
    // the paths on the way to the wanted value begin its path, and the last of them is the innermost
    if (isWithin(this.wanted, path)) this.start = this.#at;
    if (this.#skip("{")) {
      this.#takeItems("}", () => {
        const name: string = JSON.parse(this.#takeString());
        this.#need(":");
        this.#takeValue(fieldPath(path, name), depth + 1);
      });
    } else if (this.#skip("[")) this.#takeItems("]", (i) => this.#takeValue(`${path}[${i}]`, depth + 1));
    else if (this.text[this.#at] === '"') this.#takeString();
    else this.#take(ATOM);
  }

  /** Moves past a list of items that ends with a mark. */
  #takeItems(end: string, takeItem: (index: number) => void): void {
    if (this.#skip(end)) return;
    for (let i = 0; i === 0 || this.#skip(","); i++) takeItem(i);
    this.#need(end);
  }

  /** Moves past a string, and returns it; by parts, because the pattern of a long one would overflow the stack. */
  #takeString(): string {
    const from = this.#at;
    if (this.text[from] !== '"') throw new NotJson(from);
    this.#at++;
    this.#take(CHARACTERS);
    while (this.text[this.#at] !== '"') {
      this.#take(ESCAPE);
      this.#take(CHARACTERS);
    }
    this.#at++;
    return this.text.slice(from, this.#at);
  }

  #need(mark: string): void {
    if (!this.#skip(mark)) throw new NotJson(this.#at);
  }

  /** Moves past a punctuation mark and the space around it, if it is next; returns whether it is. */
  #skip(mark: string): boolean {
    this.#take(SPACE);
    if (this.text[this.#at] !== mark) return false;
    this.#at++;
    this.#take(SPACE);
    return true;
  }

  /** Moves past what the pattern matches next. */
  #take(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) throw new NotJson(this.#at);
    this.#at += found.length;
  }
}
