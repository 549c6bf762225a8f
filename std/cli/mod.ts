/**
 * Stands in for `jsr:@std/cli` where JSR cannot be reached: the functions and options that this suite uses.
 *
 * `deno.json` lists this folder in `links`; without that line the same imports load the real package, whose names,
 * results and output these are. `parseArgs` of minimist and of `node:util` differ in what they take as values, as numbers
 * and as unknown. As in the real package, the progress bar has its own entry point.
 *
 * @module
 */
export * from "./parse_args.ts";
