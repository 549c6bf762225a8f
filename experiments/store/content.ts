/** The content of files that may be larger than a text can be: written, digested and read piece by piece. */
import { renameSync } from "node:fs";
import type { Content } from "../define/stored.ts";
import { startDigest } from "./digest.ts";
import { onDisk } from "./disk.ts";
import { type AppendFile, openForAppending, piecesOf, statusOf } from "./plain_files.ts";

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

/** A text that is collected in memory. */
export function textInMemory(): TextSink {
  const parts: string[] = [];
  return { write: (text) => void parts.push(text), finish: () => contentOfText(parts.join("")) };
}

/** Characters that are collected before they are written. */
const BUFFERED = 1 << 18;

/** A new file, to which nothing else writes; `finish` waits until it is on the disk. */
export function textOnDisk(path: string): TextSink {
  const digest = startDigest();
  let file: AppendFile | undefined;
  let bytes = 0;
  let buffer = "";
  const flush = () => {
    const encoded = new TextEncoder().encode(buffer);
    buffer = "";
    file ??= openForAppending(path, 0);
    file.append(encoded);
    digest.update(encoded);
    bytes += encoded.length;
  };
  return {
    write: (text) => {
      buffer += text;
      if (buffer.length >= BUFFERED) flush();
    },
    finish: () => {
      flush();
      file!.sync();
      file![Symbol.dispose]();
      return { path, bytes, sha256: digest.digest("hex"), pieces: () => piecesOf(path) };
    },
  };
}

/** Renames a file. */
export function moveFile(from: string, to: string): void {
  onDisk(to, () => renameSync(from, to));
}
