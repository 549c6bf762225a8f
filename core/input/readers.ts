/** Readers: functions that turn an unchecked value into a typed one, or throw an InputError with its path. */
import { distance } from "fastest-levenshtein";
import { type Expected, expectedText } from "./expected.ts";
import { InputError, preview } from "./input_error.ts";
import { type JsonSchema, schemaOf, withSchema } from "./json_schema.ts";

/** Reads an unchecked value; `path` is the path of its field. */
export type Read<V> = (value: unknown, path: string) => V;

/** Throws `<path> must be <rule>, but is <value>`, and suggests the nearest of the `known` words. */
export function reject(path: string, rule: string | Expected, value: unknown, known: readonly string[] = []): never {
  const suggestion = typeof value === "string" ? nearest(value, known) : undefined;
  const asked = typeof rule === "string" ? { rule } : { rule: expectedText(rule), expected: rule };
  throw new InputError({ field: path, ...asked, rule: `must be ${asked.rule}`, value, suggestion });
}

/** Throws `<field> <rule>`. */
export function fail(field: string, rule: string): never {
  throw new InputError({ field, rule });
}

/** Throws `<path> must have <count> <noun>, but has <length>` unless the list has `count` entries. */
export function requireLength({ length }: readonly unknown[], count: number, noun: string, path: string): void {
  if (length === count) return;
  throw new InputError({ field: path, rule: `must have ${count} ${noun}`, value: length, relation: "has" });
}

/** A value that satisfies a rule, and so the schema. */
export function satisfying<V>(
  rule: string | Expected,
  isValid: (value: unknown) => value is V,
  schema: JsonSchema = {},
): Read<V> {
  return withSchema(schema, (value, path) => isValid(value) ? value : reject(path, rule, value));
}

/** A finite number. */
export const finiteNumber: Read<number> = satisfying(
  { kind: "number" },
  (value): value is number => typeof value === "number" && Number.isFinite(value),
  { type: "number" },
);

/** An integer from `min` to `max`; the error names the bound that is violated. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): Read<number> {
  return withSchema({ type: "integer", minimum: min, maximum: max }, (value, path) => {
    if (typeof value === "number" && value > max) reject(path, { kind: "number", isWhole: true, max }, value);
    const isValid = Number.isInteger(value) && value as number >= min;
    return isValid ? value as number : reject(path, { kind: "number", isWhole: true, min }, value);
  });
}

/** true or false. */
export const trueOrFalse: Read<boolean> = satisfying("true or false", (value) => typeof value === "boolean", {
  type: "boolean",
});

/** One of the given words. */
export function word<const W extends string>(...words: readonly W[]): Read<W> {
  const rule: Expected = { kind: "word", words };
  const read: Read<W> = (value, path) =>
    (words as readonly unknown[]).includes(value) ? value as W : reject(path, rule, value, words);
  return withSchema({ enum: words }, read);
}

/** A list of at least `min` items. */
export function list<V>(item: Read<V>, min = 0): Read<V[]> {
  const rule = min === 0 ? "a list" : `a list of at least ${min}`;
  const schema = { type: "array", items: schemaOf(item), ...(min > 0 && { minItems: min }) };
  return withSchema(
    schema,
    (value, path) =>
      Array.isArray(value) && value.length >= min
        ? Array.from(value, (entry, i) => item(entry, `${path}[${i}]`))
        : reject(path, rule, value),
  );
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** null, or a value that `read` accepts. */
export function nullOr<V>(read: Read<V>): Read<V | null> {
  const schema = { anyOf: [{ type: "null" }, schemaOf(read)] };
  return withSchema(schema, (value, path) => value === null ? null : read(value, path));
}

/** An object with any fields. */
export const object: Read<Readonly<Record<string, unknown>>> = satisfying("an object", isObject, {
  type: "object",
});

/** The key of the value of an absent field. */
const FALLBACK: unique symbol = Symbol("fallback");

/** A field that may be absent; its value is then `fallback`, which may be undefined. */
export function optional<V, const F>(read: Read<V>, fallback: F): Read<V | F> & { readonly [FALLBACK]: F } {
  const isShown = fallback !== undefined && fallback !== null;
  const schema = { ...schemaOf(read), ...(isShown && { default: fallback }) };
  return withSchema(
    schema,
    Object.assign(((value, path) => read(value, path)) as Read<V | F>, { [FALLBACK]: fallback }),
  );
}

/** An object with the fields of `shape` and no others; `owner` names the object in errors. */
export function fields<S extends Readonly<Record<string, Read<unknown>>>>(
  shape: S,
  owner?: string,
): Read<{ readonly [K in keyof S]: ReturnType<S[K]> }> {
  const required = Object.entries(shape).flatMap(([name, read]) => FALLBACK in read ? [] : [name]);
  const schema = {
    type: "object",
    properties: Object.fromEntries(Object.entries(shape).map(([name, read]) => [name, schemaOf(read)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
  return withSchema(schema, (value, path) => {
    const given = object(value, path);
    for (const name of Object.keys(given)) {
      if (Object.hasOwn(shape, name)) continue;
      const suggestion = nearest(name, Object.keys(shape));
      const rule = `is not a field${owner === undefined ? "" : ` of ${owner}`}`;
      throw new InputError({ field: fieldPath(path, name), rule, suggestion });
    }
    const entries = Object.entries(shape).map(([name, read]) => {
      if (Object.hasOwn(given, name)) return [name, read(given[name], fieldPath(path, name))];
      if (FALLBACK in read) return [name, read[FALLBACK]];
      return fail(fieldPath(path, name), "is missing");
    });
    return Object.fromEntries(entries) as { readonly [K in keyof S]: ReturnType<S[K]> };
  });
}

/** The path of a field; a name that is not a plain word is quoted, which keeps the message on one line. */
export function fieldPath(path: string, name: string): string {
  if (!/^\w{1,60}$/.test(name)) return `${path || "it"}[${preview(name)}]`;
  return path ? `${path}.${name}` : name;
}

/** The known word closest to `word` by edit distance, ignoring case; undefined if none is close enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const sortedLetters = (text: string) => [...text].sort().join(""), given = word.toLowerCase();
  const edits = (name: string) => {
    const candidate = name.toLowerCase(), count = distance(given, candidate);
    // Transposed letters are one mistake; the Levenshtein distance counts them as two.
    return count > 1 && name.length > 1 && sortedLetters(candidate) === sortedLetters(given) ? 1 : count;
  };
  const [first] = known.map((name) => ({ name, count: edits(name) })).sort((a, b) => a.count - b.count);
  return first && first.count <= Math.max(2, word.length / 3) && first.count < word.length ? first.name : undefined;
}
