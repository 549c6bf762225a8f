/** The reader's notation, remembered from page to page where the browser lets pages remember anything. */

/** e = d − y and steps that are added, or derivatives and steps that are taken away. */
export type Notation = "plus" | "minus";

const KEY = "xorlab-notation";

/** The remembered notation; plus by default. */
export function readNotation(): Notation {
  return withStorage((storage) => storage.getItem(KEY)) === "minus" ? "minus" : "plus";
}

/** Remembers a notation. */
export function writeNotation(notation: Notation): void {
  withStorage((storage) => storage.setItem(KEY, notation));
}

/** Uses the browser's memory; undefined where it refuses, as for some files on disk. */
function withStorage<V>(use: (storage: Storage) => V): V | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
