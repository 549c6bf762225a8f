/** Numbers as sentences and tables show them: few digits, the sign as a minus. */

/** At most four significant digits, without an exponent where that is short. */
export function significant(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "–";
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-4 || size >= 1e7)
    ? value.toExponential(digits - 1).replace(/\.?0+e/, "e").replace("e", " × 10^").replace("^+", "^")
    : String(Number(value.toPrecision(digits)));
  return text.replaceAll("-", "−");
}

/** How a kind of number is written: its digits, and its unit behind them. */
export interface Style {
  readonly digits: (value: number) => string;
  readonly unit: string;
}

/** A share as a percentage with one decimal. */
export const PERCENT: Style = { digits: (share) => fixed(100 * share), unit: " %" };
/** A difference of shares in percentage points. */
export const POINTS: Style = { digits: (difference) => fixed(100 * difference), unit: " percentage points" };
/** A plain number of four digits; what lies beyond every number is never reached. */
export const PLAIN: Style = { digits: (value) => Number.isFinite(value) ? significant(value) : "never", unit: "" };

/** A number with its unit: 94.5 %. */
export function written({ digits, unit }: Style, value: number): string {
  return digits(value) + unit;
}

/** An interval, its unit once: [93.0, 95.8]. */
export function interval({ digits }: Style, lower: number, upper: number): string {
  return `[${digits(lower)}, ${digits(upper)}]`;
}

/** A share as a percentage: 94.5 %. */
export function percent(share: number): string {
  return written(PERCENT, share);
}

function fixed(value: number): string {
  return value.toFixed(1).replace(/^-(0\.0)$/, "$1").replace("-", "−");
}
