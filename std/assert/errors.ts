import { stripVTControlCharacters } from "node:util";
import { AssertionError, reason } from "./assertion_error.ts";

// deno-lint-ignore no-explicit-any
type ClassOf<E> = abstract new (...args: any[]) => E;

/** Asserts that a value is an error, of the class and with the message (part of it, or its pattern) where given. */
export function assertIsError<E extends Error = Error>(
  error: unknown,
  ErrorClass?: ClassOf<E>,
  msgMatches?: string | RegExp,
  msg?: string,
): asserts error is E {
  if (!(error instanceof Error)) throw new AssertionError(`Expected "error" to be an Error object${reason(msg)}`);
  if (ErrorClass && !(error instanceof ErrorClass)) {
    throw new AssertionError(
      `Expected error to be instance of "${ErrorClass.name}", but was "${nameOfClass(error)}"${reason(msg)}`,
    );
  }
  if (!msgMatches || matches(error.message, msgMatches)) return;
  const wanted = typeof msgMatches === "string" ? JSON.stringify(msgMatches) : String(msgMatches);
  throw new AssertionError(
    `Expected error message to include ${wanted}, but got ${JSON.stringify(error.message)}${reason(msg)}`,
  );
}

function nameOfClass(error: Error): string | undefined {
  return error.constructor?.name;
}

/** Colours do not count. */
function matches(message: string, wanted: string | RegExp): boolean {
  const text = stripVTControlCharacters(message);
  return typeof wanted === "string" ? text.includes(stripVTControlCharacters(wanted)) : wanted.test(text);
}

/** Asserts that a function throws, anything; returns what it threw. */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/** Asserts that a function throws an error of this class whose message includes this text; returns the error. */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ClassOf<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(
  fn: () => unknown,
  classOrMsg?: ClassOf<Error> | string,
  includesOrMsg?: string,
  lastMsg?: string,
): unknown {
  const ErrorClass = errorClass(classOrMsg);
  const msg = typeof classOrMsg === "string"
    ? classOrMsg
    : classOrMsg === undefined || ErrorClass
    ? lastMsg
    : includesOrMsg;
  try {
    fn();
  } catch (error) {
    if (ErrorClass) assertExpected(error, "thrown", ErrorClass, includesOrMsg, msg);
    return error;
  }
  throw new AssertionError(`Expected function to throw${reason(msg)}`);
}

/** Asserts that a function returns a promise that is rejected, with anything; returns what it was rejected with. */
export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<unknown>;
/** Asserts that a function returns a promise rejected with an error of this class and message; returns the error. */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ClassOf<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  classOrMsg?: ClassOf<Error> | string,
  includesOrMsg?: string,
  lastMsg?: string,
): Promise<unknown> {
  const ErrorClass = errorClass(classOrMsg);
  const msg = typeof classOrMsg === "string" ? classOrMsg : lastMsg;
  const promise = promiseOf(fn);
  if (promise === undefined) throw new AssertionError(`Function throws when expected to reject${reason(msg)}`);
  try {
    await promise;
  } catch (error) {
    if (ErrorClass) assertExpected(error, "rejected", ErrorClass, includesOrMsg, msg);
    return error;
  }
  throw new AssertionError(`Expected function to reject${reason(msg)}`);
}

/** A class of other objects says nothing about an error, and is passed over. */
function errorClass(candidate: ClassOf<Error> | string | undefined): ClassOf<Error> | undefined {
  if (typeof candidate !== "function") return undefined;
  return candidate === Error || candidate.prototype instanceof Error ? candidate : undefined;
}

function assertExpected(
  error: unknown,
  how: "thrown" | "rejected",
  ErrorClass: ClassOf<Error>,
  msgIncludes: string | undefined,
  msg: string | undefined,
): void {
  if (!(error instanceof Error)) throw new AssertionError(`A non-Error object was ${how}${reason(msg)}`);
  assertIsError(error, ErrorClass, msgIncludes, msg);
}

/** The promise that a function returns; none where it throws or returns something else, which count alike. */
function promiseOf(fn: () => PromiseLike<unknown>): PromiseLike<unknown> | undefined {
  try {
    const promise = fn();
    return promise && typeof promise === "object" && typeof promise.then === "function" ? promise : undefined;
  } catch {
    return undefined;
  }
}
