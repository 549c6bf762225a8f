/**
 * Stands in for `jsr:@std/assert` where JSR cannot be reached: the functions that this suite calls.
 *
 * `deno.json` lists this folder in `links`; without that line the same imports load the real package, whose names,
 * signatures, verdicts and messages these are. `node:assert` distinguishes −0 from 0 and prints other messages.
 *
 * @module
 */
export * from "./assertions.ts";
export * from "./errors.ts";
export { AssertionError } from "./failure.ts";
