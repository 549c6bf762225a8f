/** The reader's notation, remembered from page to page where the browser lets pages remember anything. */

/** e = d − y and steps that are added, or derivatives and steps that are taken away. */
export type Notation = "plus" | "minus";

const KEY = "xorlab-notation";

/** The remembered notation; plus by default. */
export function readNotation(): Notation {
  return storage()?.getItem(KEY) === "minus" ? "minus" : "plus";
}

/** Remembers a notation. */
export function writeNotation(notation: Notation): void {
  storage()?.setItem(KEY, notation);
}

/** The browser's memory; undefined where it refuses, as for some files on disk. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
