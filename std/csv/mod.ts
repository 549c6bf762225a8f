/**
 * Stands in for `jsr:@std/csv` where JSR cannot be reached: `parse` and `stringify` without options.
 *
 * `deno.json` lists this folder in `links`; without that line the same imports load the real package, whose names,
 * results and errors these are. d3-dsv differs: it ends lines at a lone CR, accepts stray quotes and keeps blank lines.
 *
 * @module
 */
export * from "./parse.ts";
export * from "./stringify.ts";
