/**
 * Whether two values are deeply equal.
 *
 * −0 equals 0 and NaN equals NaN. Objects need the same prototype (none counts as `Object.prototype`) and equal own
 * properties; a property that is `undefined` differs from a missing one.
 */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || prototypeOf(a) !== prototypeOf(b)) {
    return false;
  }
  if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
  if (a instanceof RegExp || a instanceof URL) return String(a) === String(b);
  if (a instanceof Set) return areSetsEqual(a, b as Set<unknown>);
  if (a instanceof Map) {
    return areSetsEqual(new Set(a), new Set(b as Map<unknown, unknown>));
  }
  if (a instanceof ArrayBuffer) {
    return equal(new Uint8Array(a), new Uint8Array(b as ArrayBuffer));
  }
  const keys = Reflect.ownKeys(a);
  return keys.length === Reflect.ownKeys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(Reflect.get(a, key), Reflect.get(b, key)));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function prototypeOf(value: object): unknown {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

function areSetsEqual(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  return a.size === b.size &&
    [...a].every((member) => b.has(member) || [...b].some((other) => equal(member, other)));
}
