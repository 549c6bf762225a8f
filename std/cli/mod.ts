/**
 * Stands in for `jsr:@std/cli` where JSR cannot be reached.
 *
 * `deno.json` names this folder in its `links`; without that line the same imports load the real package, and nothing
 * changes: names, signatures, results and output are those of the version named beside this file. `parseArgs` descends
 * from minimist but no longer agrees with it (what is collected, negated, unknown or a number), so it is written out
 * here. The unstable progress bar has its own entry point, as in the real package, of which nothing else is here.
 *
 * @module
 */

export * from "./parse_args.ts";
