/** Throws a RangeError that names the statistic, the input and the rule, unless the rule holds. */
export function demand(holds: boolean, what: string, name: string, rule: string, value: unknown): void {
  if (!holds) throw new RangeError(`Cannot compute "${what}": ${name} must be ${rule}, but is ${value}`);
}

/** Throws a RangeError unless the value is a whole number from 0 to `max`. */
export function demandCount(what: string, name: string, value: number, max = Number.MAX_SAFE_INTEGER): void {
  const rule = max === Number.MAX_SAFE_INTEGER ? "a whole number of at least 0" : `a whole number from 0 to ${max}`;
  demand(Number.isInteger(value) && value >= 0 && value <= max, what, name, rule, value);
}

/** Throws a RangeError unless two lists have the same length, so that their entries pair up. */
export function demandPairs(what: string, a: readonly unknown[], b: readonly unknown[]): void {
  demand(a.length === b.length, what, "the second list's length", `${a.length}, as the first's`, b.length);
}

/** Throws a RangeError unless the confidence lies strictly between 0 and 1. */
export function demandConfidence(confidence: number): void {
  demand(confidence > 0 && confidence < 1, "interval", "confidence", "a number between 0 and 1", confidence);
}

/** The cost of each run until solved, such as its epochs; undefined if it was not solved. */
export type Costs = readonly (number | undefined)[];

/** Costs as numbers, Infinity if unsolved, so that it ranks last. Throws a RangeError on NaN and ±Infinity. */
export function rankUnsolvedLast(what: string, costs: Costs): Float64Array {
  return Float64Array.from(costs, (cost, run) => {
    demand(cost === undefined || Number.isFinite(cost), what, `costs[${run}]`, "a finite number or undefined", cost);
    return cost ?? Infinity;
  });
}
