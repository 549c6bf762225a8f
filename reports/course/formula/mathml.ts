/** Typesets formulas in MathML, which browsers draw themselves. */
import { formatSignificant } from "../../../experiments/format.ts";
import { type Html, markup } from "../../html.ts";
import { evaluate, type Expression, expressionOf, type Operand, type Values, withNumbers } from "./expression.ts";

/** A line of a derivation: expressions that are equal, or compared by `relation`. */
export interface Line {
  readonly chain: readonly Expression[];
  /** "=" by default. */
  readonly relation?: "=" | "<" | ">" | "←";
  /** Whether the last expression is repeated with its numbers and its value. */
  readonly isComputed?: true;
  /** The notation in which the line is shown; both by default. */
  readonly notation?: Notation;
}

/** e = d − y with "+", or ∂E/∂v with "−". */
export type Notation = "plus" | "minus";

/** A line of equal expressions. */
export function equal(...chain: readonly Operand[]): Line {
  return { chain: chain.map(expressionOf) };
}

/** A line whose last expression is repeated with its numbers and its value. */
export function computed(...chain: readonly Operand[]): Line {
  return { chain: chain.map(expressionOf), isComputed: true };
}

/** A line that only one of the notations has. */
export function inNotation(notation: Notation, line: Line): Line {
  return { ...line, notation };
}

/** The step `weight ← sum`, with its numbers. */
export function updated(weight: string, next: Expression): Line {
  return { chain: [expressionOf(weight), next], relation: "←", isComputed: true };
}

/** A formula inside a sentence; browsers break lines on both sides of it, even before a full stop. */
export interface InlineFormula extends Html {
  readonly isFormula: true;
}

/** Whether HTML is such a formula. */
export function isInlineFormula(html: Html): html is InlineFormula {
  return "isFormula" in html;
}

/** A formula inside a sentence. */
export function inlineMath(operand: Operand): InlineFormula {
  return { ...markup`<math>${mathOf(expressionOf(operand))}</math>`, isFormula: true };
}

/** A symbol or derivative as plain text: w₁₁, ∂E/∂v₁. */
export function symbolText(operand: Operand): string {
  const expression = expressionOf(operand);
  if (expression.kind === "derivative") return `∂${symbolText(expression.of)}/∂${symbolText(expression.by)}`;
  if (expression.kind !== "symbol") throw new TypeError(`No symbol: ${expression.kind}`);
  const [letter, index = ""] = expression.name.split("_") as [string, string?];
  return letter + Array.from(index, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
}

/**
 * A line on its own; long ones break before a relation, and before a term if terms have parentheses or
 * many decimals.
 *
 * A computed line can carry its symbol and value as data, for a script that asks the reader for the value.
 */
export function lineHtml(line: Line, values: Values, carriesValue = false): Html {
  const { chain, relation = "=", isComputed, notation } = line;
  const last = chain.at(-1)!;
  const parts = chain.map(piecesOf);
  const relations: string[] = chain.slice(1).map(() => relation);
  if (isComputed) {
    const value = numberHtml(evaluate(last, values));
    const numbers = withNumbers(last, values);
    // a line of numbers alone is not repeated
    const isNew = ![value.html, mathOf(last).html].includes(mathOf(numbers).html);
    parts.push(...isNew ? [numberPiecesOf(numbers), [value]] : [[value]]);
    relations.push(...isNew ? ["=", "="] : ["="]);
  }
  // each piece is a formula of its own, so that a line can break between them
  const pieces = parts.flatMap((part, i) =>
    part.map((piece, j) =>
      markup`<math displaystyle="true">${i > 0 && j === 0 ? operator(relations[i - 1]!) : undefined}${piece}</math> `
    )
  );
  const data = carriesValue && isComputed
    ? markup` data-symbol="${symbolText(chain[0]!)}" data-value="${evaluate(last, values)}"`
    : undefined;
  return markup`<p class="formula${notation && ` ${notation}`}"${data}>${pieces}</p>\n`;
}

/** The pieces of a formula between which a line can break. */
function piecesOf(expression: Expression): readonly Html[] {
  if (expression.kind !== "sum") return [mathOf(expression)];
  const isLong = expression.terms.some((term) => term.kind === "product" && term.factors.some(isCompound));
  return isLong ? termsOf(expression) : [mathOf(expression)];
}

/** The most numbers with decimals that fit beside each other on a phone: parentheses take space, too. */
const MAX_DECIMALS = { sum: 4, product: 2 } as const;

/** The pieces of a formula with its numbers. */
function numberPiecesOf(expression: Expression): readonly Html[] {
  const { kind } = expression;
  if (kind === "sum" && decimalsIn(expression) > MAX_DECIMALS.sum) return termsOf(expression);
  if (kind === "product" && decimalsIn(expression) > MAX_DECIMALS.product) return factorsOf(expression);
  return [mathOf(expression)];
}

/** How many numbers with decimals an expression has. */
function decimalsIn(expression: Expression): number {
  const total = (parts: readonly Expression[]) => parts.reduce((count, part) => count + decimalsIn(part), 0);
  switch (expression.kind) {
    case "number":
      return Number.isInteger(expression.value) ? 0 : 1;
    case "sum":
      return total(expression.terms);
    case "product":
      return total(expression.factors);
    case "negative":
    case "square":
      return decimalsIn(expression.of);
    default:
      return 0;
  }
}

function termsOf({ terms }: Extract<Expression, { readonly kind: "sum" }>): readonly Html[] {
  return terms.map((term, i) => termHtml(term, i === 0));
}

/** The factors of a product, each with the sign before it. */
function factorsOf({ factors }: Extract<Expression, { readonly kind: "product" }>): readonly Html[] {
  return factors.map((factor, i) => {
    const before = factors[i - 1];
    const between = before && signBetween(before, factor);
    return markup`${between}${i === 0 && factor.kind === "number" ? mathOf(factor) : factorHtml(factor)}`;
  });
}

function operator(text: string): Html {
  return markup`<mo form="infix">${text}</mo>`;
}

function numberHtml(value: number): Html {
  const digits = markup`<mn>${formatSignificant(Math.abs(value))}</mn>`;
  return value < 0 ? markup`<mrow><mo form="prefix">−</mo>${digits}</mrow>` : digits;
}

function symbolHtml(name: string): Html {
  const [letter, index] = name.split("_") as [string, string?];
  const [base, ...primes] = letter;
  if (primes.length > 0 && "′″‴".includes(primes.join(""))) {
    return markup`<mrow><mi>${base}</mi><mo>${primes}</mo></mrow>`;
  }
  if (index === undefined) return markup`<mi>${letter}</mi>`;
  return markup`<msub><mi>${letter}</mi><mn>${index}</mn></msub>`;
}

/** The content of a math element. */
export function mathOf(expression: Expression): Html {
  switch (expression.kind) {
    case "number":
      return numberHtml(expression.value);
    case "symbol":
      return symbolHtml(expression.name);
    case "sum":
      return markup`<mrow>${expression.terms.map((term, i) => termHtml(term, i === 0))}</mrow>`;
    case "product":
      return markup`<mrow>${factorsOf(expression)}</mrow>`;
    case "negative":
      return markup`<mrow><mo form="prefix">−</mo>${factorHtml(expression.of)}</mrow>`;
    case "square":
      return markup`<msup>${factorHtml(expression.of)}<mn>2</mn></msup>`;
    case "root":
      return markup`<msqrt>${mathOf(expression.of)}</msqrt>`;
    case "function":
      return markup`<mrow><mi>${expression.name}</mi>${
        inParentheses(
          markup`${expression.of.map((each, i) => markup`${i > 0 ? operator(",") : undefined}${mathOf(each)}`)}`,
          expression.of.some(({ kind }) => kind === "fraction"),
        )
      }</mrow>`;
    case "exp":
      return markup`<msup><mi>e</mi>${mathOf(expression.of)}</msup>`;
    case "fraction":
      return markup`<mfrac>${mathOf(expression.over)}${mathOf(expression.under)}</mfrac>`;
    case "derivative":
      return markup`<mfrac><mrow><mi>∂</mi>${symbolHtml(expression.of)}</mrow><mrow><mi>∂</mi>${
        symbolHtml(expression.by)
      }</mrow></mfrac>`;
  }
}

/** A term of a sum with its sign. */
function termHtml(term: Expression, isFirst: boolean): Html {
  const absolute = absoluteOf(term);
  if (absolute === undefined) return markup`${isFirst ? undefined : operator("+")}${mathOf(term)}`;
  const sign = isFirst ? markup`<mo form="prefix">−</mo>` : operator("−");
  return markup`${sign}${factorHtml(absolute)}`;
}

/** What a term that begins with a minus subtracts; undefined for any other. */
function absoluteOf(term: Expression): Expression | undefined {
  if (term.kind === "negative") return term.of;
  if (term.kind === "number") return term.value < 0 ? expressionOf(-term.value) : undefined;
  if (term.kind !== "product") return undefined;
  const [first, ...rest] = term.factors;
  if (first?.kind !== "number" || first.value >= 0) return undefined;
  return { kind: "product", factors: [expressionOf(-first.value), ...rest] };
}

/** What stands between two factors: a dot, the space before the name of a function, or nothing. */
function signBetween(before: Expression, factor: Expression): Html | undefined {
  if (needsDot(before, factor)) return operator("·");
  if (factor.kind === "function" && factor.name.length > 1) return markup`<mspace width="0.17em"></mspace>`;
}

/** Whether a product needs a sign between two factors: 2a and a(b − c) do not. */
function needsDot(before: Expression, factor: Expression): boolean {
  const isSplit = [before, factor].some(({ kind }) => kind === "derivative" || kind === "fraction" || kind === "exp");
  return isSplit || isNumeric(factor) || isNumeric(before) && factor.kind !== "symbol";
}

function isNumeric(expression: Expression): boolean {
  return expression.kind === "number" || expression.kind === "square" && isNumeric(expression.of);
}

/** An operand of a product: sums and negative numbers are in parentheses. */
function factorHtml(expression: Expression): Html {
  return isCompound(expression) ? inParentheses(mathOf(expression)) : mathOf(expression);
}

function isCompound(expression: Expression): boolean {
  return expression.kind === "sum" || expression.kind === "negative" ||
    expression.kind === "number" && expression.value < 0;
}

/** Parentheses grow with what is tall, such as a fraction. */
function inParentheses(content: Html, isTall = false): Html {
  const parenthesis = (form: string, text: string) =>
    markup`<mo form="${form}" stretchy="${String(isTall)}">${text}</mo>`;
  return markup`<mrow>${parenthesis("prefix", "(")}${content}${parenthesis("postfix", ")")}</mrow>`;
}
