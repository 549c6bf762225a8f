/** Formulas for people to read: numbers with four digits, and a true minus sign. */
import { type FormulaStyle, PRECEDENCE } from "../../../core/arithmetic/labelled.ts";
import { formatSignificant } from "../../../experiments/format.ts";

/** The style of a worked update on a page. */
export const ROUNDED_STYLE: FormulaStyle = {
  number: (value) => {
    const text = formatSignificant(value);
    const size = text.includes("×") ? PRECEDENCE.product : PRECEDENCE.atom;
    return { text, precedence: value < 0 ? PRECEDENCE.signed : size };
  },
  minus: "−",
};
