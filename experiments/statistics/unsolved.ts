import { demand } from "./check_inputs.ts";

/** The cost of each run until solved, such as its epochs; undefined if it was not solved. */
export type Costs = readonly (number | undefined)[];

/** Costs as numbers, Infinity if unsolved, so that it ranks last. Throws a RangeError on NaN and ±Infinity. */
export function rankUnsolvedLast(what: string, costs: Costs): Float64Array {
  return Float64Array.from(costs, (cost, run) => {
    demand(cost === undefined || Number.isFinite(cost), what, `costs[${run}]`, "a finite number or undefined", cost);
    return cost ?? Infinity;
  });
}
