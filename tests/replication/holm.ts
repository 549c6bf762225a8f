/**
 * The p-values of a family of tests, adjusted so that each may be compared with the family-wise error rate.
 *
 * Source: Holm 1979, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 0);
  const ascending = ps.map((_, test) => test).sort((a, b) => ps[a]! - ps[b]!);
  let largest = 0;
  ascending.forEach((test, rank) => {
    largest = Math.max(largest, Math.min(1, ps[test]! * (ps.length - rank)));
    adjusted[test] = largest;
  });
  return adjusted;
}
