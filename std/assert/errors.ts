import { stripVTControlCharacters } from "node:util";
import { AssertionError } from "./failure.ts";

// deno-lint-ignore no-explicit-any
type ClassOf<E> = abstract new (...args: any[]) => E;

/** Asserts that a function throws; returns what it threw. */
export function assertThrows(fn: () => unknown): unknown;
/** Asserts that a function throws an error of this class whose message includes this text; returns the error. */
export function assertThrows<E extends Error>(fn: () => unknown, ErrorClass: ClassOf<E>, msgIncludes?: string): E;
export function assertThrows(fn: () => unknown, ErrorClass?: ClassOf<Error>, msgIncludes?: string): unknown {
  try {
    fn();
  } catch (error) {
    if (ErrorClass) checkError(error, "thrown", ErrorClass, msgIncludes);
    return error;
  }
  throw new AssertionError("Expected function to throw.");
}

/** Asserts that a function returns a promise rejected with an error of this class and message; returns the error. */
export async function assertRejects<E extends Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ClassOf<E>,
  msgIncludes?: string,
): Promise<E> {
  let promise: PromiseLike<unknown>;
  try {
    promise = fn();
  } catch {
    throw new AssertionError("Function throws when expected to reject.");
  }
  try {
    await promise;
  } catch (error) {
    checkError(error, "rejected", ErrorClass, msgIncludes);
    return error as E;
  }
  throw new AssertionError("Expected function to reject.");
}

function checkError(error: unknown, how: string, ErrorClass: ClassOf<Error>, msgIncludes = ""): void {
  if (!(error instanceof Error)) {
    throw new AssertionError(`A non-Error object was ${how}.`);
  }
  const { name } = error.constructor;
  if (!(error instanceof ErrorClass)) {
    throw new AssertionError(`Expected error to be instance of "${ErrorClass.name}", but was "${name}".`);
  }
  if (stripVTControlCharacters(error.message).includes(stripVTControlCharacters(msgIncludes))) return;
  throw new AssertionError(
    `Expected error message to include ${JSON.stringify(msgIncludes)}, but got ${JSON.stringify(error.message)}.`,
  );
}
