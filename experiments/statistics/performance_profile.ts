import { demand } from "./check_inputs.ts";
import { type Costs, rankUnsolvedLast } from "./unsolved.ts";

/** What one contender took on each seed. */
export interface Contender {
  /** What it is called. */
  readonly name: string;
  /** One a seed. */
  readonly costs: Costs;
}

/** How close one contender comes to the best, over all seeds. */
export interface Profile {
  /** What the contender is called. */
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
 * No seeds give no steps.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * const contenders = [{ name: "slow", costs: [10, 20] }, { name: "fast", costs: [5, undefined] }];
 * const [slow, fast] = statistics.performanceProfiles(contenders);
 * assertEquals(slow!.steps, [{ ratio: 1, share: 0.5 }, { ratio: 2, share: 1 }]);
 * assertEquals(fast!.steps, [{ ratio: 1, share: 0.5 }]);
 * ```
 *
 * Throws a RangeError unless all have as many costs, each above 0 or undefined. Source:
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
