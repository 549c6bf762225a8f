/** Random changes to JSON values. */
import type { Stream } from "../../../core/random.ts";
import { draw } from "./attacks.ts";

/** A place in a JSON value: the object or array that holds it, and its key. */
export interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
  /** Such as `.runs.0.steps`. */
  readonly path: string;
}

/** All places in a value, however deep. */
export function placesIn(value: unknown, path = ""): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value as Place["holder"], key, path: `${path}.${key}` },
    ...placesIn(inner, `${path}.${key}`),
  ]);
}

/** The value at a place. */
export function valueAt({ holder, key }: Place): unknown {
  return (holder as Record<string, unknown>)[key];
}

/** Replaces the value at a place. */
export function replaceAt({ holder, key }: Place, value: unknown): void {
  (holder as Record<string, unknown>)[key] = value;
}

/** Removes a place from its object or array. */
export function removeAt({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

const WRONG_TYPES: readonly unknown[] = [null, true, "x", "", {}, [], [[[]]], { toString: 1 }, "__proto__"];
const WRONG_NUMBERS: readonly unknown[] = [-1, 0.5, 1e300, Number.MAX_SAFE_INTEGER, "1", "1e3"];

/** A value that differs from `value` in its type, or, among numbers unless any is valid there, is out of range. */
export function wrongValue(random: Stream, value: unknown, isAnyNumberValid: boolean): unknown {
  const numbers = isAnyNumberValid ? [] : WRONG_NUMBERS;
  const candidates = [...WRONG_TYPES, ...numbers].filter((each) => JSON.stringify(each) !== JSON.stringify(value));
  return draw(random, candidates);
}
