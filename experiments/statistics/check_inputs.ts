/** Throws a RangeError that names the statistic, the input and the rule, unless the rule holds. */
export function demand(holds: boolean, what: string, name: string, rule: string, value: unknown): void {
  if (!holds) throw new RangeError(`Cannot compute "${what}": ${name} must be ${rule}, but is ${value}`);
}

/** Throws a RangeError unless the value counts something: a whole number from 0 to `most`. */
export function demandCount(what: string, name: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  const rule = most === Number.MAX_SAFE_INTEGER ? "a whole number of at least 0" : `a whole number from 0 to ${most}`;
  demand(Number.isInteger(value) && value >= 0 && value <= most, what, name, rule, value);
}

/** Throws a RangeError unless every value is finite: a statistic that skipped NaN would hide a diverged run. */
export function demandFinite(what: string, name: string, values: readonly number[]): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  demand(at < 0, what, `${name}[${at}]`, "a finite number", values[at]);
}

/** Throws a RangeError unless two lists are as long as each other, so that their entries pair up. */
export function demandPairs(what: string, a: readonly unknown[], b: readonly unknown[]): void {
  demand(a.length === b.length, what, "the second list's length", `${a.length}, as the first's`, b.length);
}

/** Throws a RangeError unless the level is a probability strictly between 0 and 1. */
export function demandLevel(level: number): void {
  demand(level > 0 && level < 1, "interval", "level", "a number between 0 and 1", level);
}
