/** Splits a list into chunks of consecutive items; a chunk ends where two neighbours do not belong together. */
export function chunksOf<V>(items: readonly V[], belongTogether: (previous: V, next: V) => boolean): V[][] {
  const chunks: V[][] = [];
  items.forEach((item, i) => {
    if (i > 0 && belongTogether(items[i - 1]!, item)) chunks.at(-1)!.push(item);
    else chunks.push([item]);
  });
  return chunks;
}
