import { assertAlmostEquals } from "@std/assert";
import { fisher } from "./fisher.ts";

Deno.test("fisher agrees with SciPy's fisher_exact", () => {
  // from scipy.stats (1.15.3) import fisher_exact; fisher_exact([[a, n - a], [b, m - b]]).pvalue
  for (
    const [a, n, b, m, p] of [
      [3, 4, 1, 4, 0.48571428571428565],
      [8, 10, 1, 6, 0.034965034965034975],
      [95, 100, 954, 1000, 0.8028843588962147],
      [90, 100, 975, 1000, 0.0006573041898731803],
      [0, 100, 16, 1000, 0.3870737175336492],
      [100, 100, 988, 1000, 0.6157200389801201],
      [0, 100, 0, 1000, 1],
      [100, 100, 1000, 1000, 1],
    ] as const
  ) {
    assertAlmostEquals(fisher({ successes: a, n }, { successes: b, n: m }), p, 1e-12);
  }
});
