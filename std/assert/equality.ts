import { AssertionError, reason } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { difference, format, paint } from "./message.ts";

/** Asserts that two values are deeply equal, as `equal` tells. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(`Values are not equal${reason(msg)}\n${difference(actual, expected)}`);
}

/** Asserts that two values are not deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(`Expected actual: ${format(actual)} not to be: ${format(expected)}${reason(msg)}`);
}

/** Asserts that two values are the same one, by `Object.is`. */
export function assertStrictEquals<T>(actual: unknown, expected: T, msg?: string): asserts actual is T {
  if (Object.is(actual, expected)) return;
  const print = format(actual);
  if (print !== format(expected)) {
    throw new AssertionError(`Values are not strictly equal${reason(msg)}\n${difference(actual, expected)}`);
  }
  const indented = print.split("\n").map((line) => `    ${line}`).join("\n");
  throw new AssertionError(
    `Values have the same structure but are not reference-equal${reason(msg)}\n\n${paint("red", indented)}\n`,
  );
}

/** Asserts that two values are not the same one, by `Object.is`. */
export function assertNotStrictEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!Object.is(actual, expected)) return;
  throw new AssertionError(`Expected "actual" to not be strictly equal to: ${format(actual)}${reason(msg)}\n`);
}

/**
 * Asserts that two numbers differ by no more than a tolerance.
 *
 * The default tolerance is 1e-7 of the expected number, or 1e-7 where that is not finite.
 */
export function assertAlmostEquals(actual: number, expected: number, tolerance?: number, msg?: string): void {
  if (Object.is(actual, expected)) return;
  const delta = Math.abs(expected - actual);
  const allowed = tolerance === undefined ? isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7 : tolerance;
  if (delta <= allowed) return;
  throw new AssertionError(
    `Expected actual: "${short(actual)}" to be close to "${short(expected)}": ` +
      `delta "${short(delta)}" is greater than "${short(allowed)}"${reason(msg)}`,
  );
}

function short(value: number): string {
  return Number.isInteger(value) ? `${value}` : value.toExponential();
}

/** An array, a typed array or the like, but no string. */
export type ArrayLikeArg<T> = ArrayLike<T> & object;

/** Asserts that each expected element is deeply equal to an actual one. */
export function assertArrayIncludes<T>(actual: ArrayLikeArg<T>, expected: ArrayLikeArg<T>, msg?: string): void {
  const elements = Array.from(actual);
  const missing = Array.from(expected).filter((wanted) => !elements.some((element) => equal(wanted, element)));
  if (missing.length === 0) return;
  throw new AssertionError(
    `Expected actual: "${format(actual)}" to include: "${format(expected)}"${reason(msg)}\n` +
      `missing: ${format(missing)}`,
  );
}
