/** Numbers as tables, cards and sentences of a page show them. */
import { type JudgedClaim, kindOf } from "../../experiments/claims/claims.ts";
import type { Column, CsvValue } from "../../experiments/define/columns.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { formatInterval, formatPercent, formatSignificant, formatWithUnit } from "../../experiments/format.ts";
import { numeral, superscript } from "../chart/scales.ts";

/** A value in a cell of a table, numbers with at most four significant digits. */
export function formatCell(value: CsvValue, { type, unit }: Column): string {
  if (value === undefined) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (unit === "proportion") return formatPercent(value);
  const size = Math.abs(value);
  if (type === "integer" || Number.isInteger(value) && size < 1e6) return numeral(value);
  return size >= 1e4 && size < 1e7
    ? formatInteger(Number(value.toPrecision(4)))
    : raiseExponents(formatSignificant(value));
}

/** A number of things: 1 run, 1200 runs, 12,000,000 epochs. */
export function formatCount(count: number, noun: string): string {
  return `${formatInteger(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** An integer, with separators from five digits on. */
function formatInteger(value: number): string {
  const digits = String(Math.abs(value));
  const grouped = digits.length < 5 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return value < 0 ? `−${grouped}` : grouped;
}

/** A number as running text has it, with a raised exponent. */
function raiseExponents(text: string): string {
  return text.replace(/\^(−?\d+)/g, (_, power: string) => superscript(power));
}

/** An estimate with its interval: 94.5 % [93.0, 95.8]; a dash where nothing was run. */
export function formatEstimate({ claims }: Experiment, { claim, estimate, lower, upper, n }: JudgedClaim): string {
  if (n === 0) return "–";
  const { numberFormat } = kindOf(claims[claim]!);
  const from = lower ?? -Infinity;
  const to = upper ?? Infinity;
  const number = formatWithUnit(numberFormat, estimate ?? Infinity, to - from);
  return raiseExponents(`${number} ${formatInterval(numberFormat, from, to)}`);
}
