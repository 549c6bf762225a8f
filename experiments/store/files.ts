/** Reads, writes and digests the files of a result. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { InputError } from "../../core/input/input_error.ts";
import { DiskError, diskErrorAt, ifPresent } from "./disk.ts";

/** The texts of files by name. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes files to a folder, in order; each appears whole or not at all, because it is written as a draft and renamed.
 *
 * The calls are synchronous, so a signal that this program handles cannot separate the files.
 */
export function writeFiles(folder: string, files: Files): void {
  Deno.mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) {
    const draft = `${folder}/.${name}.part`;
    try {
      Deno.writeTextFileSync(draft, text);
      Deno.renameSync(draft, `${folder}/${name}`);
    } catch (error) {
      removeFile(draft);
      throw diskErrorAt(`${folder}/${name}`, error);
    }
  }
}

/** The text of a file; throws an InputError if it is missing or not UTF-8. */
export async function readFile(folder: string, name: string): Promise<string> {
  const path = `${folder}/${name}`;
  try {
    return decodeUtf8(await readBytes(path), path);
  } catch (error) {
    const isMissing = error instanceof DiskError && error.systemError instanceof Deno.errors.NotFound;
    throw isMissing ? new InputError({ file: path, rule: "is missing" }) : error;
  }
}

/** The bytes of a file. */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    throw diskErrorAt(path, error);
  }
}

/** Removes a file if it exists. */
export function removeFile(path: string): void {
  ifPresent(() => Deno.removeSync(path));
}

/** Whether the file exists. */
export function hasFile(folder: string, name: string): boolean {
  try {
    return Deno.statSync(`${folder}/${name}`).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) return false;
    throw error;
  }
}

const LINE_FEED = 10;

/** Decodes UTF-8 and keeps a byte order mark; throws an InputError that names the first line that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  const text = tryDecode(bytes);
  if (text !== undefined) return text;
  let line = 1;
  for (let from = 0, end; (end = bytes.indexOf(LINE_FEED, from)) >= 0; from = end + 1) {
    if (tryDecode(bytes.subarray(from, end)) === undefined) break;
    line++;
  }
  throw new InputError({ file, rule: `must be UTF-8 text, but line ${line} is not` });
}

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A value as indented JSON with a final line feed, the format of all JSON files of the suite. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The SHA-256 of a text in hexadecimal. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

/** The SHA-256 of bytes in hexadecimal, computed natively: many times faster for large files. */
export async function sha256HexOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
