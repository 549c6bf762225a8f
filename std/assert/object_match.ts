import { assertEquals } from "./equality.ts";

type Loose = Record<PropertyKey, unknown>;

/**
 * Asserts that an object has the expected properties, deeply, whatever others it has.
 *
 * Both are first cut down to what they share; classes get lost in that, so an instance may match a plain object.
 */
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  assertEquals(sharedObject(actual, expected, new WeakMap()), sharedObject(expected, expected, new WeakMap()), msg);
}

/** Pairs under way, so that a cycle ends. */
type Pairs = WeakMap<object, object>;

function shared(value: unknown, other: unknown, pairs: Pairs): unknown {
  if (value instanceof RegExp || !isObject(value) || !isObject(other)) return value;
  if (Array.isArray(value) && Array.isArray(other)) return sharedArray(value, other, pairs);
  if (value instanceof Map && other instanceof Map) return sharedMap(value, other, pairs);
  if (value instanceof Set && other instanceof Set) return value.intersection(other);
  return sharedObject(value, other, pairs);
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}

function sharedObject(value: Loose, other: Loose, pairs: Pairs): Loose {
  if (!isObject(value) && typeof value !== "function") {
    throw new TypeError(`Cannot assertObjectMatch ${value === null ? null : `type ${typeof value}`}`);
  }
  if (pairs.get(value) === other) return value;
  pairs.set(value, other);
  const keys = Reflect.ownKeys(value);
  const otherKeys = Reflect.ownKeys(other);
  const common = keys.filter((key) => otherKeys.includes(key));
  // Where nothing is shared, the message shall show what there was.
  const isDisjoint = common.length === 0 && otherKeys.length > 0;
  const result: Loose = {};
  for (const key of isDisjoint ? keys : common) {
    Object.defineProperty(result, key, {
      value: isDisjoint ? value[key] : shared(value[key], other[key], pairs),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return result;
}

function sharedArray(value: unknown[], other: unknown[], pairs: Pairs): unknown[] {
  if (pairs.get(value) === other) return value;
  pairs.set(value, other);
  const length = Math.min(value.length, other.length);
  return Array.from({ length }, (_, i) => shared(value[i], other[i], pairs));
}

function sharedMap(value: Map<unknown, unknown>, other: Map<unknown, unknown>, pairs: Pairs): Map<unknown, unknown> {
  const result = new Map<unknown, unknown>();
  for (const [key, item] of value) {
    const otherItem = other.get(key);
    if (!other.has(key)) continue;
    result.set(key, isObject(item) && isObject(otherItem) ? sharedObject(item, otherItem, pairs) : item);
  }
  return result;
}
