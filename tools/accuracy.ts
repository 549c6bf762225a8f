/**
 * Measures the error of the core's functions: `deno run tools/accuracy.ts [--points N] [NAME]`.
 *
 * Exit code 1: an error exceeds its bound. True values are sums of two doubles, about 100 bits. They are first checked
 * against decimals of at least 40 digits at eleven points of each range, including the point of the largest error.
 */
import { parseArgs } from "@std/cli";
import { stream } from "../core/random.ts";
import { ENTRIES } from "../tests/accuracy/entries.ts";
import { measureError } from "../tests/accuracy/measure.ts";

const { points, _: names } = parseArgs(Deno.args, { string: ["points"], default: { points: "1000000" } });
if (!/^[1-9]\d*$/.test(points)) {
  throw new RangeError(`Cannot measure: --points must be a whole number of at least 1, but is ${points}`);
}
const entries = ENTRIES.filter(({ name }) => names.length === 0 || names.includes(name));
if (entries.length === 0) {
  throw new RangeError(`Cannot measure "${names}": the name must be one of ${ENTRIES.map(({ name }) => name)}`);
}
const row = (...cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(WIDTHS[i]!)).join(" ").trimEnd();
const WIDTHS = [20, 26, 9, 13, 25, 8, 9, 6];

let exceeded = 0;
console.log(row("function", "range", "points", "largest error", "at", "bound", "unit", "ok"));
for (const entry of entries) {
  for (const range of entry.ranges) {
    const { from, to, spread } = range;
    const label = `${from} … ${to}${spread ? ` (${spread})` : ""}`;
    const { largest, at } = measureError(entry, range, Number(points), stream("accuracy", `${entry.name} ${label}`));
    const isWithin = largest <= entry.bound;
    if (!isWithin) exceeded++;
    const size = largest.toPrecision(3);
    console.log(
      row(entry.name, label, points, size, String(at), String(entry.bound), entry.unit, isWithin ? "yes" : "NO"),
    );
  }
}
console.log(exceeded === 0 ? "every error is within its bound" : `${exceeded} bounds are exceeded`);
if (exceeded > 0) Deno.exit(1);
