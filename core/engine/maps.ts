/** Helpers for maps. */

/** A map, or a weak one. */
interface GetAndSet<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** The value of a key, which is computed and added if the map has none. */
export function getOrAdd<K, V>(map: GetAndSet<K, V>, key: K, compute: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = compute();
  map.set(key, value);
  return value;
}

/** Groups items by key, in the order of their first appearance, like `Map.groupBy`, which Node 20 lacks. */
export function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) getOrAdd(groups, keyOf(item), () => []).push(item);
  return groups;
}
