/** Successes among independent runs. */
export interface Count {
  readonly successes: number;
  readonly n: number;
}

/**
 * The two-sided p-value of Fisher's exact test for equal success rates.
 *
 * Given the total number of successes, the first count is hypergeometric. Source: Fisher 1935, "The Logic of Inductive
 * Inference", Journal of the Royal Statistical Society 98.
 */
export function fisher(a: Count, b: Count): number {
  const successes = a.successes + b.successes;
  const min = Math.max(0, successes - b.n);
  const max = Math.min(a.n, successes);
  const weights = [1];
  for (let x = min; x < max; x++) {
    weights.push(weights.at(-1)! * (a.n - x) / (x + 1) * (successes - x) / (b.n - successes + x + 1));
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const observed = weights[a.successes - min]!;
  // equal probabilities may differ by rounding
  return sum(weights.filter((weight) => weight <= observed * (1 + 1e-7))) / sum(weights);
}
