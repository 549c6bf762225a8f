/** Formulas as data: the pages typeset them, fill in numbers and compute them, and the tests check them. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";

/** The functions of formulas, by the name that they are typeset with. */
const FUNCTIONS = {
  "σ": NUMBERS.sigmoid,
  "tanh": NUMBERS.tanh,
  "ln": NUMBERS.log,
  "max": Math.max,
} satisfies Readonly<Record<string, (...operands: number[]) => number>>;

/** The name of a function. */
export type FunctionName = keyof typeof FUNCTIONS;

/** A formula. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  /** A letter, with its index after `_`: `w_1`. */
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "sum"; readonly terms: readonly Expression[] }
  | { readonly kind: "product"; readonly factors: readonly Expression[] }
  | { readonly kind: "negative" | "square" | "root" | "exp"; readonly of: Expression }
  | { readonly kind: "function"; readonly name: FunctionName; readonly of: readonly Expression[] }
  | { readonly kind: "fraction"; readonly over: Expression; readonly under: Expression }
  /** The partial derivative of one symbol by another. */
  | { readonly kind: "derivative"; readonly of: string; readonly by: string };

/** An operand as authors write it: a number, or the name of a symbol. */
export type Operand = Expression | number | string;

/** The expression of an operand. */
export function expressionOf(operand: Operand): Expression {
  if (typeof operand === "object") return operand;
  return typeof operand === "string" ? { kind: "symbol", name: operand } : { kind: "number", value: operand };
}

/** A sum; negative terms are written with a minus. */
export function sum(...terms: readonly Operand[]): Expression {
  return { kind: "sum", terms: terms.map(expressionOf) };
}

/** A product. */
export function product(...factors: readonly Operand[]): Expression {
  return { kind: "product", factors: factors.map(expressionOf) };
}

/** −x. */
export function negative(operand: Operand): Expression {
  return { kind: "negative", of: expressionOf(operand) };
}

/** a − b. */
export function minus(a: Operand, b: Operand): Expression {
  return sum(a, negative(b));
}

/** x². */
export function square(operand: Operand): Expression {
  return { kind: "square", of: expressionOf(operand) };
}

/** √x. */
export function root(operand: Operand): Expression {
  return { kind: "root", of: expressionOf(operand) };
}

/** f(x), or f(x, y). */
export function apply(name: FunctionName, ...operands: readonly Operand[]): Expression {
  return { kind: "function", name, of: operands.map(expressionOf) };
}

/** σ(x). */
export function sigmoid(operand: Operand): Expression {
  return apply("σ", operand);
}

/** eˣ. */
export function exp(operand: Operand): Expression {
  return { kind: "exp", of: expressionOf(operand) };
}

/** a/b. */
export function fraction(over: Operand, under: Operand): Expression {
  return { kind: "fraction", over: expressionOf(over), under: expressionOf(under) };
}

/** ∂of/∂by. */
export function derivative(of: string, by: string): Expression {
  return { kind: "derivative", of, by };
}

/** The name under which values hold a derivative. */
export function derivativeName(of: string, by: string): string {
  return `∂${of}/∂${by}`;
}

/** Values by symbol. */
export type Values = Readonly<Record<string, number>>;

/** Symbols in order of computation, each with its formula in earlier ones. */
export type Definitions = readonly (readonly [name: string, formula: Expression])[];

/** The value of an expression; throws a RangeError for a symbol without value. */
export function evaluate(expression: Expression, values: Values): number {
  const value = (operand: Expression) => evaluate(operand, values);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "symbol":
      return valueOf(expression.name, values);
    case "sum":
      return expression.terms.map(value).reduce((total, term) => total + term);
    case "product":
      return expression.factors.map(value).reduce((total, factor) => total * factor);
    case "negative":
      return -value(expression.of);
    case "square":
      return value(expression.of) * value(expression.of);
    case "root":
      return Math.sqrt(value(expression.of));
    case "function":
      return (FUNCTIONS[expression.name] as (...operands: number[]) => number)(...expression.of.map(value));
    case "exp":
      return NUMBERS.exp(value(expression.of));
    case "fraction":
      return value(expression.over) / value(expression.under);
    case "derivative":
      return valueOf(derivativeName(expression.of, expression.by), values);
  }
}

function valueOf(name: string, values: Values): number {
  const value = values[name];
  if (value === undefined) throw new RangeError(`Cannot evaluate ${name}: it has no value`);
  return value;
}

/** The given values, with those that follow from them. A symbol that is given keeps its value. */
export function withDefinitions(given: Values, definitions: Definitions): Values {
  const values: Record<string, number> = { ...given };
  for (const [name, formula] of definitions) values[name] ??= evaluate(formula, values);
  return values;
}

/** An expression with the values of its symbols in their place. */
export function withNumbers(expression: Expression, values: Values): Expression {
  const replace = (operand: Expression) => withNumbers(operand, values);
  switch (expression.kind) {
    case "symbol":
      return { kind: "number", value: valueOf(expression.name, values) };
    case "sum":
      return { kind: "sum", terms: expression.terms.map(replace) };
    case "product":
      return { kind: "product", factors: expression.factors.map(replace) };
    case "negative":
    case "square":
    case "root":
    case "exp":
      return { kind: expression.kind, of: replace(expression.of) };
    case "function":
      return { ...expression, of: expression.of.map(replace) };
    case "fraction":
      return { kind: "fraction", over: replace(expression.over), under: replace(expression.under) };
    case "derivative":
      return { kind: "number", value: valueOf(derivativeName(expression.of, expression.by), values) };
    case "number":
      return expression;
  }
}
