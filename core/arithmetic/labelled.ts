/** Labelled expressions: numbers with their derivation, so that a calculation can be written down. */
import type { Arithmetic, Elementary } from "./arithmetic.ts";
import { elementaryOf, NUMBERS } from "./elementary.ts";

/** The operations that appear in formulas. */
type Operation = Exclude<keyof Arithmetic<number>, "constant" | "min" | "max" | "ifLess" | "ifEqual">;

/** A number with its derivation. */
export interface Labelled {
  readonly value: number;
  readonly origin:
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "constant" }
    /** `choice`: the operand that `min`, `max` or `ifLess` selected. */
    | { readonly kind: Operation | "choice"; readonly operands: readonly Labelled[] };
}

/** The arithmetic of labelled expressions. */
export interface LabelledArithmetic extends Arithmetic<Labelled> {
  /** A leaf that formulas show by its name. */
  named(name: string, value: number): Labelled;
}

/**
 * Creates an arithmetic of labelled expressions; equal operations on the same operands return the same object.
 *
 * `ifEqual` returns one of its branches. Where both have the same value it shows the derivation of the second, because
 * the first is a shortcut for it (`x = 0 ? sum : sum + w·x`). Adding −0 changes nothing and is left out.
 */
export function labelled(): LabelledArithmetic {
  const known = new Map<string, Labelled>(), ids = new Map<Labelled, number>();
  const intern = (key: string, value: number, origin: Labelled["origin"]): Labelled => {
    const fullKey = `${key} ${Object.is(value, -0) ? "-0" : value}`, existing = known.get(fullKey);
    if (existing) return existing;
    const created = { value, origin };
    known.set(fullKey, created);
    ids.set(created, ids.size);
    return created;
  };
  const idsOf = (operands: readonly Labelled[]) => operands.map((operand) => ids.get(operand)).join(" ");
  const operation = (kind: Operation | "choice", value: number, ...operands: readonly Labelled[]) =>
    intern(`${kind} ${idsOf(operands)}`, value, { kind, operands });
  const ifLess = (a: Labelled, b: Labelled, yes: Labelled, no: Labelled) => {
    const chosen = a.value < b.value ? yes : no;
    return intern(`ifLess ${idsOf([a, b, yes, no])}`, chosen.value, { kind: "choice", operands: [chosen] });
  };
  const unary = (kind: keyof Elementary<number> | "sqrt" | "abs") => (a: Labelled) =>
    operation(kind, NUMBERS[kind](a.value), a);
  const binary = (kind: "sub" | "mul" | "div") => (a: Labelled, b: Labelled) =>
    operation(kind, NUMBERS[kind](a.value, b.value), a, b);
  return {
    named: (name, value) => intern(`name ${name}`, value, { kind: "name", name }),
    constant: (value) => intern("constant", value, { kind: "constant" }),
    add: (a, b) =>
      isNegativeZero(a) ? b : isNegativeZero(b) ? a : operation("add", NUMBERS.add(a.value, b.value), a, b),
    sub: binary("sub"),
    mul: binary("mul"),
    div: binary("div"),
    min: (a, b) => ifLess(b, a, b, a),
    max: (a, b) => ifLess(a, b, b, a),
    ifLess,
    ifEqual: (a, b, yes, no) => {
      if (a.value !== b.value) return no;
      const { origin } = no;
      return yes.value !== no.value || !("operands" in origin)
        ? yes
        : operation(origin.kind, yes.value, ...origin.operands);
    },
    sqrt: unary("sqrt"),
    abs: unary("abs"),
    ...elementaryOf(unary),
  };
}

/** Precedence levels of formula text, lowest first; a leading minus sign binds least. */
export const PRECEDENCE = { signed: 0, sum: 1, quotient: 2, product: 3, atom: 4 } as const;

/** Formula text with the precedence of its outermost operator. */
export interface FormulaText {
  readonly text: string;
  readonly precedence: (typeof PRECEDENCE)[keyof typeof PRECEDENCE];
}

/** How formulas are written. */
export interface FormulaStyle {
  readonly number: (value: number) => FormulaText;
  readonly minus: string;
}

/** Formulas with all digits, in ASCII as far as possible. */
export const EXACT_STYLE: FormulaStyle = {
  number: (value) => {
    const text = String(value);
    return { text, precedence: text.startsWith("-") ? PRECEDENCE.signed : PRECEDENCE.atom };
  },
  minus: "-",
};

/** Derivation of a value as text; `textOf` returns the text of operands that need no expansion. */
export function formula(
  { value, origin }: Labelled,
  textOf: (operand: Labelled) => FormulaText | undefined,
  style = EXACT_STYLE,
): FormulaText {
  if (origin.kind === "name") return { text: origin.name, precedence: PRECEDENCE.atom };
  if (origin.kind === "constant") return style.number(value);
  const inner = (operand: Labelled) => textOf(operand) ?? formula(operand, textOf, style);
  const bracketed = (operand: Labelled, least: number) => {
    const { text, precedence } = inner(operand);
    return precedence < least ? `(${text})` : text;
  };
  const { signed, sum, quotient, product, atom } = PRECEDENCE;
  const [a, b] = origin.operands as [Labelled, Labelled];
  switch (origin.kind) {
    case "choice":
      return inner(a);
    case "add":
      return { text: `${bracketed(a, signed)} + ${bracketed(b, quotient)}`, precedence: sum };
    case "sub":
      return a.origin.kind === "constant" && a.value === 0
        ? { text: `${style.minus}${bracketed(b, atom)}`, precedence: signed }
        : { text: `${bracketed(a, signed)} ${style.minus} ${bracketed(b, quotient)}`, precedence: sum };
    case "mul":
      return { text: `${bracketed(a, product)}·${bracketed(b, atom)}`, precedence: product };
    case "div":
      return { text: `${bracketed(a, product)} / ${bracketed(b, atom)}`, precedence: quotient };
    case "abs":
      return { text: `|${inner(a).text}|`, precedence: atom };
    case "sqrt":
      return { text: `√(${inner(a).text})`, precedence: atom };
    default:
      return { text: `${origin.kind}(${inner(a).text})`, precedence: atom };
  }
}

function isNegativeZero({ value, origin }: Labelled): boolean {
  return origin.kind === "constant" && Object.is(value, -0);
}
