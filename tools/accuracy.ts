/**
 * How far the core's functions are from the true values: `deno run tools/accuracy.ts [--points N] [NAME]`.
 *
 * Exit code 1 where a bound is exceeded. True values are sums of two doubles, some 100 bits; at eleven points of each
 * range, that of the largest error among them, they are compared with decimals of at least 40 digits first.
 */
import { parseArgs } from "@std/cli";
import { stream } from "../core/random.ts";
import { ENTRIES } from "../tests/accuracy/entries.ts";
import { measured } from "../tests/accuracy/measure.ts";

const { points, _: names } = parseArgs(Deno.args, { string: ["points"], default: { points: "1000000" } });
if (!/^[1-9]\d*$/.test(points)) {
  throw new RangeError(`Cannot measure: --points must be a whole number from 1 on, but is ${points}`);
}
const chosen = ENTRIES.filter(({ name }) => names.length === 0 || names.includes(name));
if (chosen.length === 0) {
  throw new RangeError(`Cannot measure "${names}": the name must be one of ${ENTRIES.map(({ name }) => name)}`);
}
const row = (...cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(WIDTHS[i]!)).join(" ").trimEnd();
const WIDTHS = [15, 26, 9, 13, 25, 8, 9, 6];

let exceeded = 0;
console.log(row("function", "range", "points", "largest error", "at", "bound", "unit", "ok"));
for (const entry of chosen) {
  for (const range of entry.ranges) {
    const { from, to, spread } = range, about = `${from} … ${to}${spread ? ` (${spread})` : ""}`;
    const { largest, at } = measured(entry, range, Number(points), stream("accuracy", `${entry.name} ${about}`));
    const ok = largest <= entry.bound;
    if (!ok) exceeded++;
    const size = largest.toPrecision(3);
    console.log(row(entry.name, about, points, size, String(at), String(entry.bound), entry.unit, ok ? "yes" : "NO"));
  }
}
console.log(exceeded === 0 ? "every error is within its bound" : `${exceeded} bounds are exceeded`);
if (exceeded > 0) Deno.exit(1);
