/** Matrices of formulas: their product, and how they are typeset. */
import { type Html, markup } from "../../html.ts";
import { evaluate, type Expression, expressionOf, type Operand, product, sum, type Values } from "./expression.ts";
import { mathOf } from "./mathml.ts";

/** Rows of formulas of equal length. */
export type Matrix = readonly (readonly Expression[])[];

/** A matrix from rows of operands. */
export function matrix(...rows: readonly (readonly Operand[])[]): Matrix {
  return rows.map((row) => row.map(expressionOf));
}

/** The product of two matrices: each entry is a row of the left one times a column of the right one. */
export function matrixProduct(left: Matrix, right: Matrix): Matrix {
  return left.map((row) =>
    right[0]!.map((_, column) => sum(...row.map((factor, i) => product(factor, right[i]![column]!))))
  );
}

/** The matrix with the value of each entry. */
export function matrixValues(entries: Matrix, values: Values): Matrix {
  return entries.map((row) => row.map((entry) => expressionOf(evaluate(entry, values))));
}

/** A line on its own: matrices side by side are multiplied, `=` is written between. */
export function matrixLine(...parts: readonly (Matrix | "=")[]): Html {
  const pieces = parts.map((part) =>
    part === "="
      ? markup`<math displaystyle="true"><mo>=</mo></math> `
      : markup`<math displaystyle="true">${matrixHtml(part)}</math> `
  );
  return markup`<div class="formulas">\n<p class="formula">${pieces}</p>\n</div>\n`;
}

function matrixHtml(entries: Matrix): Html {
  const rows = entries.map((row) => markup`<mtr>${row.map((entry) => markup`<mtd>${mathOf(entry)}</mtd>`)}</mtr>`);
  return markup`<mrow><mo form="prefix">(</mo><mtable>${rows}</mtable><mo form="postfix">)</mo></mrow>`;
}
