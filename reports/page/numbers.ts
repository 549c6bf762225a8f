/** How tables and cards write the values of columns. */
import { type Judged, styleOf } from "../../experiments/claims/claims.ts";
import type { Cell, Column } from "../../experiments/define/columns.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { interval, percent, significant, written } from "../../experiments/format.ts";
import { numeral, superscript } from "../chart/scales.ts";

/** A cell of a table, at most four digits. */
export function shown(value: Cell, { type, unit }: Column): string {
  if (value === undefined) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (unit === "share") return percent(value);
  return type === "integer" || Number.isInteger(value) && Math.abs(value) < 1e6
    ? numeral(value)
    : grouped(raised(significant(value)));
}

/** A number of things: 1 run, 1200 runs, 12,000,000 epochs. */
export function counted(number: number, thing: string): string {
  return `${grouped(String(number))} ${thing}${number === 1 ? "" : "s"}`;
}

/** A long whole number with its thousands apart. */
function grouped(text: string): string {
  return /^−?\d{5,}$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, ",") : text;
}

/** A number as running text has it, with a raised exponent. */
export function raised(text: string): string {
  return text.replace(/\^(−?\d+)/g, (_, power: string) => superscript(power));
}

/** An estimate with its interval: 94.5 % [93.0, 95.8]; a dash where nothing was run. */
export function estimateOf({ claims }: Experiment, { claim, estimate, lower, upper, n }: Judged): string {
  if (n === 0) return "–";
  const style = styleOf(claims[claim]!), from = lower ?? -Infinity, to = upper ?? Infinity;
  return raised(`${written(style, estimate ?? Infinity, to - from)} ${interval(style, from, to)}`);
}
