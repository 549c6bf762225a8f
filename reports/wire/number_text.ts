/** Numbers as pages print them. */
import { formatSignificant } from "../../experiments/format.ts";
import { superscript } from "../chart/scales.ts";

/** A number with a few significant digits and, if it needs one, a superscript exponent: 1.5 × 10⁻⁷. */
export function numberText(value: number, digits?: number): string {
  const [mantissa, exponent] = formatSignificant(value, digits).split("^");
  return exponent === undefined ? mantissa! : mantissa + superscript(exponent);
}
