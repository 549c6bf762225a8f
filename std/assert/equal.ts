/**
 * Tells whether two values are deeply equal.
 *
 * −0 equals 0 and NaN equals NaN. Objects need the same prototype, where none counts as `Object.prototype`. Plain
 * objects and arrays are compared by their enumerable own properties, other objects by all properties up to
 * `Object.prototype`, getters included; a property that is `undefined` differs from a missing one.
 */
export function equal(a: unknown, b: unknown): boolean {
  return same(a, b, new Map());
}

/** Pairs under comparison: to meet one again, on a cycle, means that nothing has differed yet. */
type Pairs = Map<object, object>;

function same(a: unknown, b: unknown, pairs: Pairs): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (a instanceof Date && b instanceof Date) return Object.is(a.getTime(), b.getTime());
  if (prototypeOf(a) !== prototypeOf(b)) return false;
  if (a instanceof TypedArray) return sameElements(a as Elements, b as Elements);
  if (isBuffer(a)) return sameElements(new Uint8Array(a), new Uint8Array(b as ArrayBufferLike));
  if (a instanceof WeakMap) throw new TypeError("Cannot compare WeakMap instances");
  if (a instanceof WeakSet) throw new TypeError("Cannot compare WeakSet instances");
  if (a instanceof WeakRef) return same(a.deref(), (b as WeakRef<object>).deref(), pairs);
  if (pairs.get(a) === b) return true;
  if (Object.keys(a).length !== Object.keys(b).length) return false;
  pairs.set(a, b);
  if (a instanceof Set) return sameMembers(a, b as Set<unknown>, pairs);
  if (a instanceof Map) return sameEntries(a, b as Map<unknown, unknown>, pairs);
  if (TEXTUAL.has(Object.getPrototypeOf(a))) return String(a) === String(b);
  return sameProperties(a, b, pairs);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function prototypeOf(value: object): unknown {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

type Elements = ArrayLike<number | bigint>;

const TypedArray = Object.getPrototypeOf(Uint8Array);

function isBuffer(value: object): value is ArrayBufferLike {
  return value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;
}

function sameElements(a: Elements, b: Elements): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] && !Object.is(a[i], b[i])) return false;
  }
  return true;
}

/** Prototypes of the objects that their text describes in full. */
const TEXTUAL: ReadonlySet<unknown> = new Set([
  RegExp.prototype,
  URL.prototype,
  URLSearchParams.prototype,
  Intl.Locale.prototype,
  Temporal.Duration.prototype,
  Temporal.Instant.prototype,
  Temporal.PlainDate.prototype,
  Temporal.PlainDateTime.prototype,
  Temporal.PlainMonthDay.prototype,
  Temporal.PlainTime.prototype,
  Temporal.PlainYearMonth.prototype,
  Temporal.ZonedDateTime.prototype,
]);

function sameMembers(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>, pairs: Pairs): boolean {
  if (a.size !== b.size) return false;
  const members = [...a];
  if (!members.some(isReference)) return members.every((member) => b.has(member));
  const others = [...b];
  return members.every((member) => others.some((other) => same(member, other, pairs)));
}

function sameEntries(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>, pairs: Pairs): boolean {
  if (a.size !== b.size) return false;
  const entries = [...a];
  if (!entries.some(([key]) => isReference(key))) {
    return entries.every(([key, value]) => b.has(key) && same(value, b.get(key), pairs));
  }
  const others = [...b];
  return entries.every(([key, value]) =>
    others.some(([otherKey, other]) => same(key, otherKey, pairs) && same(value, other, pairs))
  );
}

function isReference(value: unknown): boolean {
  return isObject(value) || typeof value === "function";
}

function sameProperties(a: object, b: object, pairs: Pairs): boolean {
  const keys = BASE.has(prototypeOf(a)) ? Reflect.ownKeys({ ...a, ...b }) : [...inheritedKeys(a), ...inheritedKeys(b)];
  return keys.every((key) => key in a && key in b && same(Reflect.get(a, key), Reflect.get(b, key), pairs));
}

function* inheritedKeys(value: object): Iterable<PropertyKey> {
  for (let at: object | null = value; at !== null && !BASE.has(at); at = Object.getPrototypeOf(at)) {
    yield* Reflect.ownKeys(at);
  }
}

/** The prototypes whose own properties do not count: those of plain objects and arrays. */
const BASE: ReadonlySet<unknown> = new Set([Object.prototype, Array.prototype]);
