import { demand } from "./inputs.ts";
import { type Costs, rankUnsolvedLast } from "./unsolved.ts";

/** What one contender took on each seed; undefined where it failed. */
export interface Contender {
  readonly name: string;
  readonly costs: Costs;
}

/** How close one contender comes to the best, over all seeds. */
export interface Profile {
  readonly name: string;
  /** All seeds, also those that nobody solved. */
  readonly n: number;
  /** From `ratio` to the next step's: the share of seeds on which it took at most `ratio` times as much as the best. */
  readonly steps: readonly { readonly ratio: number; readonly share: number }[];
}

/**
 * The performance profiles of contenders that met the same seeds.
 *
 * At ratio 1 stands how often each is best (or ties with the best), at the right end how often it solves at all.
 * No seeds give no steps. Throws a RangeError unless all have as many costs, each above 0 or undefined. Source:
 * Dolan & Moré 2002, "Benchmarking optimization software with performance profiles", Mathematical Programming 91.
 */
export function performanceProfiles(contenders: readonly Contender[]): Profile[] {
  const n = contenders[0]?.costs.length ?? 0;
  const table = contenders.map(({ name, costs }) => {
    demand(
      costs.length === n,
      "performanceProfiles",
      `the number of costs of ${name}`,
      `${n}, as the first's`,
      costs.length,
    );
    const ranked = rankUnsolvedLast("performanceProfiles", costs);
    ranked.forEach((cost) => demand(cost > 0, "performanceProfiles", `a cost of ${name}`, "above 0", cost));
    return { name, ranked };
  });
  const best = (seed: number) => table.reduce((least, { ranked }) => Math.min(least, ranked[seed]!), Infinity);
  return table.map(({ name, ranked }) => {
    const solved = ranked.map((cost, seed) => cost < Infinity ? cost / best(seed) : Infinity).sort();
    const steps = new Map<number, number>();
    solved.forEach((ratio, before) => ratio < Infinity && steps.set(ratio, (before + 1) / n));
    return { name, n, steps: Array.from(steps, ([ratio, share]) => ({ ratio, share })) };
  });
}
