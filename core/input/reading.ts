/** Reading what people write: a value goes in, a checked value or one clear complaint with its path comes out. */
import { distance } from "fastest-levenshtein";

/** What is wrong with something that a person wrote; its message is meant for that person. */
export class InputError extends RangeError {
  /** Tells it from other errors. */
  override name = "InputError";
}

/** What is wrong, where that is an InputError; throws any other error again. */
export function complaintOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  throw error;
}

/** Takes a value that may be anything; `path` says where it stands. */
export type Read<V> = (value: unknown, path: string) => V;

/** What a reader gives. */
export type Reading<R> = R extends Read<infer V> ? V : never;

/** Complains: `<path> must be <rule>, but is <value>`, with a suggestion where a known word is near. */
export function complain(path: string, rule: string, value: unknown, known: readonly string[] = []): never {
  const hint = typeof value === "string" ? suggestion(value, known) : "";
  throw new InputError(`${path} must be ${rule}, but is ${shown(value)}${hint}`);
}

/** A value as a complaint shows it: short, and on one line. */
export function shown(value: unknown): string {
  const text = typeof value === "string" || typeof value === "object" ? json(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch {
    return "something that is no JSON"; // a big integer or a circle inside
  }
}

/** ` (did you mean "…"?)` where a known word is near, otherwise nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? "" : ` (did you mean "${near}"?)`;
}

/** The known word that a word is near, capitals apart; undefined where none is. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const letters = (text: string) => [...text].sort().join(""), written = word.toLowerCase();
  const slips = (name: string) => {
    const wanted = name.toLowerCase(), off = distance(written, wanted);
    // Swapped letters are one slip; the library counts them as two.
    return off > 1 && name.length > 1 && letters(wanted) === letters(written) ? 1 : off;
  };
  const [first] = known.map((name) => ({ name, off: slips(name) })).sort((a, b) => a.off - b.off);
  return first && first.off <= Math.max(2, word.length / 3) && first.off < word.length ? first.name : undefined;
}

/** A value that keeps a rule. */
export function satisfying<V>(rule: string, holds: (value: unknown) => value is V): Read<V> {
  return (value, path) => holds(value) ? value : complain(path, rule, value);
}

/** A finite number. */
export const finiteNumber: Read<number> = satisfying(
  "a finite number",
  (value): value is number => typeof value === "number" && Number.isFinite(value),
);

/** A whole number from `least` to `most`; the complaint names the end that was passed. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): Read<number> {
  return (value, path) => {
    if (typeof value === "number" && value > most) complain(path, `a whole number of at most ${most}`, value);
    const holds = Number.isInteger(value) && value as number >= least;
    return holds ? value as number : complain(path, `a whole number of at least ${least}`, value);
  };
}

/** true or false. */
export const trueOrFalse: Read<boolean> = satisfying("true or false", (value) => typeof value === "boolean");

/** One of some words. */
export function word<const W extends string>(...words: readonly W[]): Read<W> {
  const rule = `one of ${words.join(", ")}`;
  return (value, path) =>
    (words as readonly unknown[]).includes(value) ? value as W : complain(path, rule, value, words);
}

/** A list of at least `least` items. */
export function list<V>(item: Read<V>, least = 0): Read<V[]> {
  const rule = least === 0 ? "a list" : `a list of at least ${least}`;
  return (value, path) =>
    Array.isArray(value) && value.length >= least
      ? Array.from(value, (entry, i) => item(entry, `${path}[${i}]`))
      : complain(path, rule, value);
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
    const given = object(value, path || "it");
    for (const name of Object.keys(given)) {
      if (Object.hasOwn(shape, name)) continue;
      throw new InputError(`${within(path, name)} is not a field${suggestion(name, Object.keys(shape))}`);
    }
    const entries = Object.entries(shape).map(([name, read]) => {
      if (Object.hasOwn(given, name)) return [name, read(given[name], within(path, name))];
      if (ABSENT in read) return [name, read[ABSENT]];
      throw new InputError(`${within(path, name)} is missing`);
    });
    return Object.fromEntries(entries);
  };
}

/** The path of a field; a name that is no plain word is quoted, so that a complaint stays one line. */
export function within(path: string, name: string): string {
  if (!/^\w+$/.test(name)) return `${path || "it"}[${JSON.stringify(name)}]`;
  return path ? `${path}.${name}` : name;
}
