/**
 * Stands in for `jsr:@std/csv` where JSR cannot be reached.
 *
 * `deno.json` names this folder in its `links`; without that line the same imports load the real package, and nothing
 * changes: names, signatures, results and errors are those of the version named beside this file. d3-dsv cannot carry
 * them: it ends a line at a lone CR, lets stray quotes pass, keeps blank lines, and quotes a CR when it writes. The
 * streams of the real package are not here.
 *
 * @module
 */

export * from "./parse.ts";
export * from "./stringify.ts";
