/**
 * Stands in for `jsr:@std/assert` where JSR cannot be reached.
 *
 * `deno.json` names this folder in its `links`; without that line the same imports load the real package, and nothing
 * changes: names, signatures, verdicts and messages are those of the version named beside this file. Values are printed
 * by `Deno.inspect`; colours come from `node:util`. The verdicts of `node:assert` differ (it tells −0 from 0), so they
 * are not used. It is a part of the package: what this suite uses, and what belongs to that.
 *
 * @module
 */

export { AssertionError } from "./assertion_error.ts";
export { equal } from "./equal.ts";
export {
  type ArrayLikeArg,
  assertAlmostEquals,
  assertArrayIncludes,
  assertEquals,
  assertNotEquals,
  assertNotStrictEquals,
  assertStrictEquals,
} from "./equality.ts";
export { assertIsError, assertRejects, assertThrows } from "./errors.ts";
export { assertObjectMatch } from "./object_match.ts";
export {
  assert,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotInstanceOf,
  assertNotMatch,
  assertStringIncludes,
  fail,
  type Falsy,
  unimplemented,
  unreachable,
} from "./values.ts";
