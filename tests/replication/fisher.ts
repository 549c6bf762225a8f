/** Successes among independent runs. */
export interface Count {
  readonly successes: number;
  readonly n: number;
}

/**
 * How probable a split at least this improbable is where both counts have the same rate: the exact two-sided p.
 *
 * Given the sum of the successes, the first count is hypergeometric. Source: Fisher 1935, "The Logic of Inductive
 * Inference", Journal of the Royal Statistical Society 98.
 */
export function fisher(a: Count, b: Count): number {
  const all = a.successes + b.successes, first = Math.max(0, all - b.n), last = Math.min(a.n, all);
  const weights = [1];
  for (let x = first; x < last; x++) {
    weights.push(weights.at(-1)! * (a.n - x) / (x + 1) * (all - x) / (b.n - all + x + 1));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0), seen = weights[a.successes - first]!;
  // equal probabilities may differ by rounding
  return weights.filter((weight) => weight <= seen * (1 + 1e-7)).reduce((sum, weight) => sum + weight, 0) / total;
}
