/** Formats numbers for people to read: few digits, a true minus sign, and separators from five digits on. */

/** A number with at most `digits` significant digits; very small and very large ones as 1.5 × 10⁻⁷. */
export function formatSignificant(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "–";
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e7)) return typeset(String(Number(value.toPrecision(digits))));
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e") as [string, string];
  return `${typeset(String(Number(mantissa)))} × 10${superscript(exponent)}`;
}

/** The exponent of a `toExponential` in superscript, without a plus. */
export function superscript(exponent: string): string {
  return Array.from(exponent, (char) => "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"["0123456789-".indexOf(char)] ?? "").join("");
}

/** The format of a quantity: its digits, given the width of its interval, and its unit. */
export interface NumberFormat {
  readonly digits: (value: number, width: number) => string;
  readonly unit: string;
}

/** A proportion as a percentage with one decimal. */
export const PERCENT: NumberFormat = { digits: (proportion) => toOneDecimal(100 * proportion), unit: " %" };
/** A difference of proportions in percentage points. */
export const POINTS: NumberFormat = { digits: (points) => toOneDecimal(100 * points), unit: " percentage points" };
/** A number without unit, to two digits of its interval's width; an infinite one is a cost that is never reached. */
export const PLAIN: NumberFormat = {
  digits: (value, width) => Number.isFinite(value) ? formatToWidth(value, width) : "never",
  unit: "",
};

/** A number with its unit: 94.5 %. */
export function formatWithUnit({ digits, unit }: NumberFormat, value: number, width = 0): string {
  return digits(value, width) + unit;
}

/** An interval without unit: [93.0, 95.8]. */
export function formatInterval({ digits }: NumberFormat, lower: number, upper: number): string {
  return `[${digits(lower, upper - lower)}, ${digits(upper, upper - lower)}]`;
}

/** A proportion as a percentage: 94.5 %. */
export function formatPercent(proportion: number): string {
  return formatWithUnit(PERCENT, proportion);
}

const MAX_DECIMALS = 10;

/** A number with decimals by the width of its interval, so that estimate and bounds are rounded alike. */
function formatToWidth(value: number, width: number): string {
  const size = Math.abs(value);
  if (!(width > 0 && width < Infinity) || (size > 0 && size < 1e-4) || size >= 1e7) return formatSignificant(value);
  let decimals = 0;
  for (let scale = 1; width * scale < 10 && decimals < MAX_DECIMALS; scale *= 10) decimals++;
  return typeset(value.toFixed(decimals));
}

function toOneDecimal(value: number): string {
  return typeset(value.toFixed(1));
}

/** A decimal number with a true minus sign and separators; no sign before a zero. */
function typeset(text: string): string {
  const [integer, decimals] = text.replace("-", "").split(".") as [string, string?];
  const sign = Number(text) < 0 ? "−" : "";
  return `${sign}${groupDigits(integer)}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** The digits of an integer with separators, from five digits on. */
export function groupDigits(digits: string): string {
  return digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, ",") : digits;
}
