import { assert } from "@std/assert";
import type { Interval } from "../../../experiments/statistics/statistics.ts";

/** Asserts that two numbers differ by at most `tolerance` × max(1, |expected|); infinite ones must be the same. */
export function assertNear(actual: number, expected: number, tolerance: number, what = ""): void {
  const near = actual === expected || Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
  assert(near, `${what}: ${actual} is not within ${tolerance} of ${expected}`);
}

/** Asserts an interval's two bounds, which a fixture may write as "Infinity". */
export function assertBounds(
  actual: Interval,
  expected: readonly (number | string)[],
  tolerance: number,
  what = "",
): void {
  assertNear(actual.lower, Number(expected[0]), tolerance, `${what} lower`);
  assertNear(actual.upper, Number(expected[1]), tolerance, `${what} upper`);
}

/** A fixture's costs, where null is an unsolved run. */
export function costs(values: readonly (number | null)[]): (number | undefined)[] {
  return values.map((value) => value ?? undefined);
}
