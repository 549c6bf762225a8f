/**
 * The lines of a journal: a checksum, a space, a value as JSON, and a newline.
 *
 * The checksums tell where a crash cut the file off; they prove nothing else.
 */
import { InputError } from "../../../core/input/input_error.ts";
import { sha256HexOf } from "../../store/digest.ts";

const NEWLINE = 10;
const CHECKSUM_LENGTH = 16;
/** Longest line that is read: its values fit in memory. */
const MAX_LINE_BYTES = 256 * 1024 * 1024;
/** Bytes that are first read at once; the buffer grows with the longest line. */
const FIRST_BUFFER_BYTES = 1 << 20;

/** Bytes of which any part can be read. */
export interface ByteSource {
  readonly size: number;
  /** Reads bytes from an offset on into an array; returns how many there were. */
  readonly read: (into: Uint8Array, offset: number) => number;
}

/** Bytes in memory. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (into, offset) => {
      const part = bytes.subarray(offset, offset + into.length);
      into.set(part);
      return part.length;
    },
  };
}

/** A value as a line with its checksum. */
export function journalLine(value: unknown): Uint8Array {
  return lineOf(new TextEncoder().encode(JSON.stringify(value)));
}

/** JSON as a line with its checksum. */
export function lineOf(json: Uint8Array): Uint8Array {
  const parts = partsOfLine(json);
  const line = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    line.set(part, offset);
    offset += part.length;
  }
  return line;
}

/** The parts of such a line: its JSON, which may be large, is not copied. */
export function partsOfLine(json: Uint8Array): readonly Uint8Array[] {
  return [new TextEncoder().encode(`${checksumOf(json)} `), json, new Uint8Array([NEWLINE])];
}

/** Where the JSON begins in a line. */
export const JSON_START = CHECKSUM_LENGTH + 1;

/** The JSON of the lines before the first cut-off or damaged one; each is valid until the next is read. */
export function* linesOf(bytes: ByteSource, file: string) {
  let buffer = new Uint8Array(Math.min(FIRST_BUFFER_BYTES, Math.max(bytes.size, 1)));
  /** Offset of the buffer in the file, number of bytes in it, and start of the next line in it. */
  let offset = 0;
  let filled = bytes.read(buffer, 0);
  let start = 0;
  for (let line = 1;; line++) {
    let end = buffer.subarray(0, filled).indexOf(NEWLINE, start);
    while (end < 0) {
      const rest = filled - start;
      if (rest > MAX_LINE_BYTES) throw new InputError({ file, line, rule: "is too long to be read" });
      const larger = rest > buffer.length / 2 ? new Uint8Array(2 * buffer.length) : buffer;
      larger.set(buffer.subarray(start, filled));
      buffer = larger;
      offset += start;
      start = 0;
      const count = bytes.read(buffer.subarray(rest), offset + rest);
      filled = rest + count;
      if (count === 0) return;
      end = buffer.subarray(0, filled).indexOf(NEWLINE, rest);
    }
    const json = buffer.subarray(start + JSON_START, Math.max(end, start + JSON_START));
    if (decode(buffer.subarray(start, start + JSON_START)) !== `${checksumOf(json)} `) return;
    yield { line, offset: offset + start + JSON_START, json };
    start = end + 1;
  }
}

const decoder = new TextDecoder();

/** The text of UTF-8 bytes. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function checksumOf(json: Uint8Array): string {
  return sha256HexOf(json).slice(0, CHECKSUM_LENGTH);
}
