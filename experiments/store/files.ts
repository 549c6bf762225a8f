/** Reads, writes and digests the files of a result. */
import { readdirSync, unlinkSync } from "node:fs";
import { InputError } from "../../core/input/input_error.ts";
import { moveFile } from "./content.ts";
import type { Content } from "../define/stored.ts";
import { sha256HexOf } from "./digest.ts";
import { ifPresent, onDisk, systemCode } from "./disk.ts";
import {
  checkFolder,
  checkPlain,
  type FolderOptions,
  makeFolder,
  plainFileAt,
  readPlainFile,
  statusOf,
  syncFolder,
  writeNewFile,
} from "./plain_files.ts";

/** The texts of files by name; a name may begin with a folder: `course/index.html`. */
export type Files = ReadonlyMap<string, string>;

/** Files that may be larger than a text can be, by name: in memory, or on the disk as drafts or as the files themselves. */
export type LargeFiles = ReadonlyMap<string, Content>;

/**
 * Writes files to a folder; each appears whole or not at all, because it is written as a draft and renamed.
 *
 * No draft is renamed before all are on the disk. The calls are synchronous, so a signal that this program handles cannot
 * separate the files. Throws an InputError, and writes nothing, if the folder or a file is a link.
 */
export function writeFiles(folder: string, files: Files, options?: FolderOptions, large: LargeFiles = new Map()): void {
  makeFolder(folder, options);
  const contents = [...files].map(([name, text]) => [name, [new TextEncoder().encode(text)]] as const);
  const inMemory = [...large].filter(([, { path }]) => path === undefined)
    .map(([name, { pieces }]) => [name, pieces()] as const);
  const targets = [...contents, ...inMemory].map(([name, pieces]) => {
    return { path: `${folder}/${name}`, draft: draftOf(folder, name), pieces };
  });
  const written = [...large].flatMap(([name, { path }]) => path ? { path: `${folder}/${name}`, draft: path } : [])
    .filter(({ path, draft }) => path !== draft);
  const subfolders = foldersOf([...files.keys()]).map((name) => `${folder}/${name}`);
  subfolders.forEach((subfolder) => makeFolder(subfolder));
  const all = [...written, ...targets];
  all.forEach(({ path }) => plainFileAt(path));
  try {
    for (const { path, draft, pieces } of targets) onDisk(path, () => writeNewFile(draft, pieces));
    for (const { path, draft } of all) moveFile(draft, path);
  } catch (error) {
    discard(all.map(({ draft }) => draft));
    throw error;
  }
  [folder, ...subfolders].forEach(syncFolder);
}

/** The folders in which files are, outer ones first: course and course/ko for course/ko/index.html. */
export function foldersOf(names: Iterable<string>): string[] {
  const parents = [...names].flatMap((name) => [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index)));
  return [...new Set(parents)];
}

const DRAFT_END = ".part";
const UUID_LENGTH = 36;

/** The path of a new draft beside the file, which nobody can predict. */
export function draftOf(folder: string, name: string): string {
  const start = name.lastIndexOf("/") + 1;
  return `${folder}/${name.slice(0, start)}.${name.slice(start)}.${crypto.randomUUID()}${DRAFT_END}`;
}

function isDraft(name: string): boolean {
  const unique = name.slice(-UUID_LENGTH - DRAFT_END.length, -DRAFT_END.length);
  return name.startsWith(".") && name.endsWith(DRAFT_END) && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(unique);
}

/** Removes drafts if possible: the error that left them matters more. */
export function discard(drafts: readonly string[]): void {
  for (const draft of drafts) {
    try {
      removeFile(draft);
    } catch {
      // a later run removes it
    }
  }
}

/** Removes the drafts that a killed run left in a locked folder. */
export function removeDrafts(folder: string): void {
  discard(namesIn(folder).filter(isDraft).map((name) => `${folder}/${name}`));
}

/**
 * Prepares the folder of a result for writing: removes the drafts that a killed run left there.
 *
 * It must be locked. Throws an InputError if the folder, or anything in it, is a link or a special file.
 */
export function prepareFolder(folder: string, { isNamed = false }: FolderOptions = {}): void {
  if (!isNamed) checkFolder(folder);
  for (const path of namesIn(folder).map((name) => `${folder}/${name}`)) {
    const status = statusOf(path);
    if (status && !status.isDirectory()) checkPlain(path, status);
  }
  removeDrafts(folder);
}

/** The names of all entries of a folder; none if it does not exist. */
export function namesIn(folder: string): string[] {
  return onDisk(folder, () => ifPresent(() => readdirSync(folder)) ?? []);
}

/** The text of a plain file; throws an InputError if it is missing, not plain, too large, or not UTF-8. */
export function readFile(folder: string, name: string): string {
  const path = `${folder}/${name}`;
  return decodeUtf8(readPlainFile(path), path);
}

/** Removes a file if it exists. */
export function removeFile(path: string): void {
  onDisk(path, () => ifPresent(() => unlinkSync(path)));
}

/** Whether there is anything by this name in the folder; reading may still refuse it. */
export function hasFile(folder: string, name: string): boolean {
  const path = `${folder}/${name}`;
  try {
    return statusOf(path) !== undefined;
  } catch (error) {
    const code = systemCode(error) ?? "";
    if (["ENOTDIR", "ELOOP"].includes(code)) return false;
    if (code === "EACCES") return true;
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
  return sha256HexOf(text);
}
