/** Numbers as tables and sentences of a page show them. */
import type { Column, CsvValue } from "../../experiments/define/columns.ts";
import { formatPercent, formatSignificant, groupDigits } from "../../experiments/format.ts";
import { numeral } from "../chart/scales.ts";

/** A value in a cell of a table, numbers with at most four significant digits. */
export function formatCell(value: CsvValue, { type, unit }: Column): string {
  if (value === undefined) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (unit === "proportion") return formatPercent(value);
  const size = Math.abs(value);
  if (type === "integer" || Number.isInteger(value) && size < 1e6) return numeral(value);
  return size >= 1e4 && size < Infinity ? numeral(Number(value.toPrecision(4))) : formatSignificant(value);
}

/** A number of things, rounded: 1 run, 1200 runs, 12,000,000 epochs. */
export function formatCount(count: number, noun: string): string {
  const rounded = Math.round(count);
  return `${groupDigits(String(rounded))} ${noun}${rounded === 1 ? "" : "s"}`;
}
