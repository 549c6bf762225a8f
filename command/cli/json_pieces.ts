/** JSON in pieces: a text of any length, although the language limits the length of a string. */
import { jsonLine } from "./text_output.ts";

/** A list that is computed while it is read. */
type LazyList = Iterable<unknown> & object;

const CHUNK_LENGTH = 4096;
const MIN_PIECE_LENGTH = 65_536;

/** The text of `jsonLine` in pieces; a value may contain lists that are computed while they are read. */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = "";
  for (const token of tokensOf(value)) {
    piece += token;
    if (piece.length < MIN_PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function* tokensOf(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) yield jsonLine(value);
  else if (Array.isArray(value) && value.every((item) => typeof item !== "object")) yield* tokensOfPlainList(value);
  else if (Symbol.iterator in value) yield* tokensOfList(value as LazyList);
  else yield* tokensOfObject(value);
}

/** A list of numbers or texts, in chunks: much faster than one by one. */
function* tokensOfPlainList(list: readonly unknown[]): Generator<string> {
  yield "[";
  for (let i = 0; i < list.length; i += CHUNK_LENGTH) {
    yield (i > 0 ? "," : "") + jsonLine(list.slice(i, i + CHUNK_LENGTH)).slice(1, -1);
  }
  yield "]";
}

function* tokensOfList(list: LazyList): Generator<string> {
  let separator = "[";
  for (const item of list) {
    yield separator;
    yield* tokensOf(item);
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}

function* tokensOfObject(object: object): Generator<string> {
  let separator = "{";
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* tokensOf(value);
    separator = ",";
  }
  yield separator === "{" ? "{}" : "}";
}
