/**
 * Plain files and folders: the only way in which results are read and written.
 *
 * Other people's results may contain links, which would lead reads and writes elsewhere, and special files, which would
 * block. Both are refused; only a folder that the user names may be a link.
 */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { InputError } from "../../core/input/input_error.ts";
import { ifPresent, onDisk, systemCode } from "./disk.ts";

/** The size limit of files that are read as text, in bytes: the longest string of the JavaScript engine. */
export const MAX_TEXT_BYTES = 536_870_888;

/** Whether a folder was named by the user, and thus may be a link. */
export interface FolderOptions {
  /** Defaults to false. */
  readonly isNamed?: boolean;
}

const LINK_RULE = "is a link; only the folder that you name may be one";

/** The status of the plain file at a path, undefined if there is nothing; throws an InputError if it is not plain. */
export function plainFileAt(path: string): Stats | undefined {
  const status = statusOf(path);
  if (status) checkPlain(path, status);
  return status;
}

/** Throws an InputError unless the status is that of a plain file; `name` is for the message. */
export function checkPlain(name: string, status: Stats): void {
  if (status.isFile()) return;
  const rule = status.isDirectory() ? "is a folder" : "is not a regular file";
  throw new InputError({ file: name, rule: status.isSymbolicLink() ? LINK_RULE : rule });
}

/** The status of what is at a path, links not followed; undefined if there is nothing. */
export function statusOf(path: string): Stats | undefined {
  return onDisk(path, () => ifPresent(() => lstatSync(path)));
}

/** Whether there is a link at a path. */
export function isLink(path: string): boolean {
  return statusOf(path)?.isSymbolicLink() ?? false;
}

/** Throws an InputError if something other than a plain folder is at the path. */
export function checkFolder(path: string): void {
  const status = statusOf(path);
  if (!status || status.isDirectory()) return;
  throw new InputError({ file: path, rule: status.isSymbolicLink() ? LINK_RULE : "is not a folder" });
}

/** A folder, wherever the links of its path lead. */
export interface Identity extends Pick<Stats, "dev" | "ino"> {
  /** Its path without links. */
  readonly path: string;
}

/** What a path leads to now; undefined if nothing is there. */
export function placeOf(folder: string): Identity | undefined {
  return onDisk(folder, () =>
    ifPresent(() => {
      const { dev, ino } = statSync(folder);
      return { path: realpathSync(folder), dev, ino };
    }));
}

/** Throws the system's error if a path that the user names does not exist or is not accessible. */
export function checkNamed(path: string): void {
  onDisk(path, () => statSync(path));
}

/** Creates a folder if necessary; throws an InputError if it is a link that the user did not name. */
export function makeFolder(path: string, { isNamed = false }: FolderOptions = {}): void {
  if (!isNamed) checkFolder(path);
  onDisk(path, () => mkdirSync(path, { recursive: true }));
}

/**
 * The bytes of a plain file, or the first `length` of them.
 *
 * Throws an InputError if it is missing, not a plain file, not accessible, or larger than `maxBytes`.
 */
export function readPlainFile(path: string, maxBytes = MAX_TEXT_BYTES, length = Infinity): Uint8Array<ArrayBuffer> {
  return refusedAsInputError(path, () => {
    const found = plainFileAt(path);
    if (!found) throw new InputError({ file: path, rule: "is missing" });
    return withFile(openPlainFile(path, found, constants.O_RDONLY), (file) => readOpen(file, path, maxBytes, length));
  });
}

function refusedAsInputError<V>(path: string, act: () => V): V {
  try {
    return act();
  } catch (error) {
    const isRefused = ["EACCES", "EPERM"].includes(systemCode(error) ?? "");
    throw isRefused ? new InputError({ file: path, rule: "cannot be read: the system does not allow it" }) : error;
  }
}

/** The first line of a plain file with its line feed, or all of a file that has none; the errors of `readPlainFile`. */
export function readFirstLine(path: string): Uint8Array<ArrayBuffer> {
  for (let length = FIRST_LINE_BYTES;; length *= 8) {
    const bytes = readPlainFile(path, Infinity, length);
    const end = bytes.indexOf(LINE_FEED);
    if (end >= 0 || bytes.length < length) return bytes.subarray(0, end < 0 ? bytes.length : end + 1);
  }
}

const LINE_FEED = 10;
/** The size of the first piece in which a line is sought. */
const FIRST_LINE_BYTES = 64 * 1024;

/** The bytes of a file that the user names: it may be a link, but must neither block nor be too large. */
export function readNamedFile(path: string): Uint8Array<ArrayBuffer> {
  return onDisk(path, () => {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return withFile(file, () => {
      const status = fstatSync(file);
      // reading a folder throws the system's own error
      if (!status.isDirectory()) checkPlain(`"${path}"`, status);
      return readOpen(file, `"${path}"`, MAX_TEXT_BYTES);
    });
  });
}

/** Writes a new file and waits until it is on the disk; an error if there is anything at the path. */
export function writeNewFile(path: string, pieces: Iterable<Uint8Array>): void {
  withFile(createFile(path), (file) => {
    for (const piece of pieces) writeAll(file, piece);
    fsyncSync(file);
  });
}

/** Creates an empty file if nothing is at the path; throws an InputError if something other than a plain file is. */
export function ensureFile(path: string): void {
  if (plainFileAt(path)) return;
  try {
    onDisk(path, () => closeSync(createFile(path)));
  } catch (error) {
    // another program may have created it in the meantime
    if (systemCode(error) !== "EEXIST") throw error;
  }
}

/** Waits until a folder's entries are on the disk, on systems that can. */
export function syncFolder(path: string): void {
  try {
    withFile(openSync(path, constants.O_RDONLY), fsyncSync);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}

/** A file that is open for reading. */
export interface OpenFile extends Disposable {
  /** Its size in bytes when it was opened. */
  readonly size: number;
  /** Reads bytes from an offset on into an array; returns how many there were. */
  readonly read: (into: Uint8Array, offset: number) => number;
}

/** Opens a plain file for reading; throws the errors of `readPlainFile`. */
export function openForReading(path: string): OpenFile {
  return refusedAsInputError(path, () => {
    const found = plainFileAt(path);
    if (!found) throw new InputError({ file: path, rule: "is missing" });
    const file = onDisk(path, () => openPlainFile(path, found, constants.O_RDONLY));
    return {
      size: onDisk(path, () => fstatSync(file)).size,
      read: (into, offset) =>
        onDisk(path, () => {
          let length = 0;
          while (length < into.length) {
            const count = readSync(file, into, length, into.length - length, offset + length);
            if (count === 0) break;
            length += count;
          }
          return length;
        }),
      [Symbol.dispose]: () => closeSync(file),
    };
  });
}

/** The bytes of a plain file piece by piece; each piece is overwritten by the next. Throws the errors of `readPlainFile`. */
export function* piecesOf(path: string): Generator<Uint8Array<ArrayBuffer>> {
  using file = openForReading(path);
  const buffer = new Uint8Array(Math.max(1, Math.min(file.size, PIECE_BYTES)));
  for (let offset = 0;;) {
    const length = file.read(buffer, offset);
    if (length === 0) return;
    yield buffer.subarray(0, length);
    offset += length;
  }
}

/** Size of a piece of a file that is read in pieces. */
const PIECE_BYTES = 1 << 18;

/** A file that is open for appending. */
export interface AppendFile extends Disposable {
  readonly append: (bytes: Uint8Array) => void;
  /** Waits until everything is on the disk. */
  readonly sync: () => void;
}

/** Opens a plain file for appending after its first `length` bytes, or creates it. */
export function openForAppending(path: string, length: number): AppendFile {
  const found = plainFileAt(path);
  // what is written to a file with a second name changes there too
  if (found && found.nlink > 1) throw new InputError({ file: path, rule: "is a hard link to another file" });
  const file = onDisk(path, () => {
    if (!found) return createFile(path);
    const file = openPlainFile(path, found, constants.O_WRONLY | constants.O_APPEND);
    ftruncateSync(file, length);
    return file;
  });
  return {
    append: (bytes) => onDisk(path, () => writeAll(file, bytes)),
    sync: () => onDisk(path, () => fsyncSync(file)),
    [Symbol.dispose]: () => closeSync(file),
  };
}

/** Opens the file that was found at a path, and no other. */
function openPlainFile(path: string, found: Stats, flags: number): number {
  const file = openSync(path, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  // Deno resolves links itself before it opens a file, so O_NOFOLLOW alone would not notice one
  if (isSameFile(fstatSync(file), found)) return file;
  closeSync(file);
  throw new InputError({ file: path, rule: "was replaced while it was opened" });
}

/** Whether two statuses are of the same file. */
function isSameFile(a: Pick<Stats, "dev" | "ino">, b: Pick<Stats, "dev" | "ino">): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}

/** Creates a file where nothing is, not even a link. */
function createFile(path: string): number {
  return openSync(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_EXCL);
}

function readOpen(file: number, name: string, maxBytes: number, wanted = Infinity): Uint8Array<ArrayBuffer> {
  const { size } = fstatSync(file);
  if (size > maxBytes) {
    throw new InputError({ file: name, rule: `must have at most ${maxBytes} bytes`, value: size, relation: "has" });
  }
  const bytes = new Uint8Array(Math.min(size, wanted));
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

function withFile<V>(file: number, act: (file: number) => V): V {
  try {
    return act(file);
  } finally {
    closeSync(file);
  }
}
