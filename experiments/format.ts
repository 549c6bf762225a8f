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

/** How a kind of number is written: its digits, where its interval is so wide, and its unit behind them. */
export interface Style {
  readonly digits: (value: number, width: number) => string;
  readonly unit: string;
}

/** A share as a percentage with one decimal. */
export const PERCENT: Style = { digits: (share) => fixed(100 * share), unit: " %" };
/** A difference of shares in percentage points. */
export const POINTS: Style = { digits: (difference) => fixed(100 * difference), unit: " percentage points" };
/** A plain number, with two digits of its interval's width; what lies beyond every number is never reached. */
export const PLAIN: Style = {
  digits: (value, width) => Number.isFinite(value) ? asExactAs(value, width) : "never",
  unit: "",
};

/** A number with its unit: 94.5 %. */
export function written({ digits, unit }: Style, value: number, width = 0): string {
  return digits(value, width) + unit;
}

/** An interval, its unit once: [93.0, 95.8]. */
export function interval({ digits }: Style, lower: number, upper: number): string {
  return `[${digits(lower, upper - lower)}, ${digits(upper, upper - lower)}]`;
}

/** A share as a percentage: 94.5 %. */
export function percent(share: number): string {
  return written(PERCENT, share);
}

const MOST_DECIMALS = 10;

/** With as many decimals for an estimate as for the ends of its interval, so that neither seems to touch the other. */
function asExactAs(value: number, width: number): string {
  const size = Math.abs(value);
  if (!(width > 0 && width < Infinity) || (size > 0 && size < 1e-4) || size >= 1e7) return significant(value);
  let decimals = 0;
  for (let scale = 1; width * scale < 10 && decimals < MOST_DECIMALS; scale *= 10) decimals++;
  return minus(value.toFixed(decimals));
}

function fixed(value: number): string {
  return minus(value.toFixed(1));
}

/** The sign as a minus; none where all digits are 0. */
function minus(text: string): string {
  return text.replace(/^-(?=[0.]*$)/, "").replace("-", "−");
}
