import { demand } from "./check_inputs.ts";

/** What each run took to solve its task, such as epochs; undefined where it never did. */
export type Costs = readonly (number | undefined)[];

/** Costs as numbers, Infinity where unsolved: it ranks after everything. Throws a RangeError on NaN and ±Infinity. */
export function rankUnsolvedLast(what: string, costs: Costs): Float64Array {
  return Float64Array.from(costs, (cost, run) => {
    demand(cost === undefined || Number.isFinite(cost), what, `costs[${run}]`, "a finite number or undefined", cost);
    return cost ?? Infinity;
  });
}
