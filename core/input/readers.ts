/** Readers: functions that turn an unchecked value into a typed one, or throw an InputError with its path. */
import { InputError } from "./input_error.ts";
import { nearest } from "./suggestion.ts";

/** Reads an unchecked value; `path` is that of its field. */
export type Read<V> = (value: unknown, path: string) => V;

/** What a reader gives. */
export type Reading<R> = R extends Read<infer V> ? V : never;

/** Throws `<path> must be <rule>, but is <value>`, with the nearest of the `known` words. */
export function reject(path: string, rule: string, value: unknown, known: readonly string[] = []): never {
  const suggestion = typeof value === "string" ? nearest(value, known) : undefined;
  throw new InputError({ field: path, rule: `must be ${rule}`, value, suggestion });
}

/** A value that keeps a rule. */
export function satisfying<V>(rule: string, holds: (value: unknown) => value is V): Read<V> {
  return (value, path) => holds(value) ? value : reject(path, rule, value);
}

/** A finite number. */
export const finiteNumber: Read<number> = satisfying(
  "a finite number",
  (value): value is number => typeof value === "number" && Number.isFinite(value),
);

/** A whole number from `least` to `most`; the error names the end that was passed. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): Read<number> {
  return (value, path) => {
    if (typeof value === "number" && value > most) reject(path, `a whole number of at most ${most}`, value);
    const holds = Number.isInteger(value) && value as number >= least;
    return holds ? value as number : reject(path, `a whole number of at least ${least}`, value);
  };
}

/** true or false. */
export const trueOrFalse: Read<boolean> = satisfying("true or false", (value) => typeof value === "boolean");

/** One of some words. */
export function word<const W extends string>(...words: readonly W[]): Read<W> {
  const rule = `one of ${words.join(", ")}`;
  return (value, path) => (words as readonly unknown[]).includes(value) ? value as W : reject(path, rule, value, words);
}

/** A list of at least `least` items. */
export function list<V>(item: Read<V>, least = 0): Read<V[]> {
  const rule = least === 0 ? "a list" : `a list of at least ${least}`;
  return (value, path) =>
    Array.isArray(value) && value.length >= least
      ? Array.from(value, (entry, i) => item(entry, `${path}[${i}]`))
      : reject(path, rule, value);
}

/** An object, whatever its fields. */
export const object: Read<Readonly<Record<string, unknown>>> = satisfying(
  "an object",
  (value): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value),
);

/** What stands for a field that is not there. */
const ABSENT: unique symbol = Symbol("absent");

/** A field that may be missing, and then is `fallback`; it may be undefined. */
export function optional<V, const F>(read: Read<V>, fallback: F): Read<V | F> & { readonly [ABSENT]: F } {
  return Object.assign(((value, path) => read(value, path)) as Read<V | F>, { [ABSENT]: fallback });
}

/** The fields of an object that `shape` describes; no others may be there. */
export function fields<S extends Readonly<Record<string, Read<unknown>>>>(
  shape: S,
): Read<{ readonly [K in keyof S]: Reading<S[K]> }> {
  return (value, path) => {
    const given = object(value, path);
    for (const name of Object.keys(given)) {
      if (Object.hasOwn(shape, name)) continue;
      const suggestion = nearest(name, Object.keys(shape));
      throw new InputError({ field: fieldPath(path, name), rule: "is not a field", suggestion });
    }
    const entries = Object.entries(shape).map(([name, read]) => {
      if (Object.hasOwn(given, name)) return [name, read(given[name], fieldPath(path, name))];
      if (ABSENT in read) return [name, read[ABSENT]];
      throw new InputError({ field: fieldPath(path, name), rule: "is missing" });
    });
    return Object.fromEntries(entries);
  };
}

/** The path of a field; a name that is no plain word is quoted, so that the message stays on one line. */
export function fieldPath(path: string, name: string): string {
  if (!/^\w+$/.test(name)) return `${path || "it"}[${JSON.stringify(name)}]`;
  return path ? `${path}.${name}` : name;
}
