import { AssertionError, ending, format, lineDiff } from "./failure.ts";
import { equal } from "./equal.ts";

/** Asserts that a value is truthy. */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/** Asserts that two values are deeply equal. */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(`Values are not equal${ending(msg)}\n${lineDiff(actual, expected)}`);
}

/** Asserts that two values are not deeply equal. */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(`Expected actual: ${format(actual)} not to be: ${format(expected)}${ending(msg)}`);
}

/**
 * Asserts that two numbers differ by no more than a tolerance.
 *
 * The default tolerance is 1e-7 times the expected number, or 1e-7 if that is not finite.
 */
export function assertAlmostEquals(actual: number, expected: number, tolerance?: number, msg?: string): void {
  if (Object.is(actual, expected)) return;
  const delta = Math.abs(expected - actual);
  const allowed = tolerance ?? (isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7);
  if (delta <= allowed) return;
  const text = (value: number) => Number.isInteger(value) ? `${value}` : value.toExponential();
  throw new AssertionError(
    `Expected actual: "${text(actual)}" to be close to "${text(expected)}": ` +
      `delta "${text(delta)}" is greater than "${text(allowed)}"${ending(msg)}`,
  );
}

/** Asserts that `actual > expected`. */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  check(actual > expected, () => msg ?? `Expect ${format(actual)} > ${format(expected)}`);
}

/** Asserts that `actual >= expected`. */
export function assertGreaterOrEqual<T>(actual: T, expected: T, msg?: string): void {
  check(actual >= expected, () => msg ?? `Expect ${format(actual)} >= ${format(expected)}`);
}

/** Asserts that `actual < expected`. */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  check(actual < expected, () => msg ?? `Expect ${format(actual)} < ${format(expected)}`);
}

/** Asserts that `actual <= expected`. */
export function assertLessOrEqual<T>(actual: T, expected: T, msg?: string): void {
  check(actual <= expected, () => msg ?? `Expect ${format(actual)} <= ${format(expected)}`);
}

/** Asserts that a string contains another. */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
  check(actual.includes(expected), () => `Expected actual: "${actual}" to contain: "${expected}"${ending(msg)}`);
}

/** Asserts that a string matches a pattern. */
export function assertMatch(actual: string, expected: RegExp, msg?: string): void {
  check(expected.test(actual), () => `Expected actual: "${actual}" to match: "${expected}"${ending(msg)}`);
}

/** Asserts that a string does not match a pattern. */
export function assertNotMatch(actual: string, expected: RegExp, msg?: string): void {
  check(!expected.test(actual), () => `Expected actual: "${actual}" to not match: "${expected}"${ending(msg)}`);
}

/** The message is a function, because printing a value takes long. */
function check(passes: boolean, message: () => string): void {
  if (!passes) throw new AssertionError(message());
}
