/** The content of files that may be larger than a text can be: written, digested and read piece by piece. */
import { renameSync } from "node:fs";
import type { Content } from "../define/stored.ts";
import { startDigest } from "./digest.ts";
import { onDisk } from "./disk.ts";
import { type AppendFile, MAX_TEXT_BYTES, openForAppending, piecesOf, statusOf } from "./plain_files.ts";

/** A text in memory. */
export function contentOfText(text: string): Content {
  const bytes = new TextEncoder().encode(text);
  let digest: string | undefined;
  return {
    text,
    bytes: bytes.length,
    get sha256() {
      return digest ??= startDigest().update(bytes).digest("hex");
    },
    pieces: () => [bytes],
  };
}

/** The content of a plain file; throws the errors of `readPlainFile`. */
export function contentOfFile(path: string): Content {
  let digest: string | undefined;
  return {
    path,
    bytes: statusOf(path)?.size ?? 0,
    get sha256() {
      return digest ??= digestOf(piecesOf(path));
    },
    pieces: () => piecesOf(path),
  };
}

/** The SHA-256, in hexadecimal, of bytes in pieces. */
export function digestOf(pieces: Iterable<Uint8Array>): string {
  const digest = startDigest();
  for (const piece of pieces) digest.update(piece);
  return digest.digest("hex");
}

/** Text that is appended to a place. */
export interface TextSink {
  readonly write: (text: string) => void;
  /** Ends the text; returns what has been written. */
  readonly finish: () => Content;
}

/** Characters that are collected before they are written. */
const BUFFERED = 1 << 18;

/** Encodes a text in pieces of a convenient size; `finish` follows the last piece. */
function sinkOf(append: (bytes: Uint8Array) => void, finish: () => Content): TextSink {
  let buffer = "";
  const flush = () => {
    append(new TextEncoder().encode(buffer));
    buffer = "";
  };
  return {
    write: (text) => {
      buffer += text;
      if (buffer.length >= BUFFERED) flush();
    },
    finish: () => {
      flush();
      return finish();
    },
  };
}

/** A text that is collected in memory, where it may be longer than a string can be. */
export function textInMemory(): TextSink {
  const pieces: Uint8Array[] = [];
  return sinkOf((bytes) => void pieces.push(bytes), () => contentOfPieces(pieces));
}

function contentOfPieces(pieces: readonly Uint8Array[]): Content {
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  let digest: string | undefined;
  return {
    bytes,
    get sha256() {
      return digest ??= digestOf(pieces);
    },
    pieces: () => pieces,
    get text() {
      return bytes > MAX_TEXT_BYTES ? undefined : textOf(pieces);
    },
  };
}

function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join("");
}

/** A new file, to which nothing else writes; `finish` waits until it is on the disk. */
export function textOnDisk(path: string): TextSink {
  const digest = startDigest();
  let file: AppendFile | undefined;
  let length = 0;
  return sinkOf((bytes) => {
    file ??= openForAppending(path, 0);
    file.append(bytes);
    digest.update(bytes);
    length += bytes.length;
  }, () => {
    file!.sync();
    file![Symbol.dispose]();
    return { path, bytes: length, sha256: digest.digest("hex"), pieces: () => piecesOf(path) };
  });
}

/** Renames a file. */
export function moveFile(from: string, to: string): void {
  onDisk(to, () => renameSync(from, to));
}
