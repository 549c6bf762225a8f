/** Labelled expressions: numbers that know how they were made, so that a calculation can be written down. */
import type { Arithmetic } from "./arithmetic.ts";
import { NUMBERS } from "./elementary.ts";

/** The operations that are written down. */
export type Operation = Exclude<keyof Arithmetic<number>, "constant" | "min" | "max" | "ifLess" | "ifEqual">;

/** A number and its story. */
export interface Labelled {
  readonly value: number;
  readonly made:
    | { readonly by: "name"; readonly name: string }
    | { readonly by: "constant" }
    /** `choice`: what `min`, `max` or `ifLess` chose, its one operand. */
    | { readonly by: Operation | "choice"; readonly operands: readonly Labelled[] };
}

/** The arithmetic of labelled expressions, and the numbers that it starts from. */
export interface LabelledArithmetic extends Arithmetic<Labelled> {
  /** A number that has a name. */
  named(name: string, value: number): Labelled;
}

/**
 * A fresh arithmetic of labelled expressions; equal operations on the same operands are one and the same object.
 *
 * `ifEqual` answers one of its branches; where both come to one number, the second tells its story, for the first is then
 * its shortcut (`x = 0 ? sum : sum + w·x`). Adding −0 changes nothing and is not told.
 */
export function labelled(): LabelledArithmetic {
  const known = new Map<string, Labelled>(), numbers = new Map<Labelled, number>();
  const remember = (key: string, value: number, made: Labelled["made"]): Labelled => {
    const fullKey = `${key} ${Object.is(value, -0) ? "-0" : value}`, before = known.get(fullKey);
    if (before) return before;
    const fresh = { value, made };
    known.set(fullKey, fresh);
    numbers.set(fresh, numbers.size);
    return fresh;
  };
  const idsOf = (operands: readonly Labelled[]) => operands.map((operand) => numbers.get(operand)).join(" ");
  const operation = (by: Operation | "choice", value: number, ...operands: readonly Labelled[]) =>
    remember(`${by} ${idsOf(operands)}`, value, { by, operands });
  const choice = (by: "min" | "max" | "ifLess", chosen: Labelled, ...operands: readonly Labelled[]) =>
    remember(`${by} ${idsOf(operands)}`, chosen.value, { by: "choice", operands: [chosen] });
  const unary = (by: Exclude<Operation, "add" | "sub" | "mul" | "div">) => (a: Labelled) =>
    operation(by, NUMBERS[by](a.value), a);
  const binary = (by: "sub" | "mul" | "div") => (a: Labelled, b: Labelled) =>
    operation(by, NUMBERS[by](a.value, b.value), a, b);
  return {
    named: (name, value) => remember(`name ${name}`, value, { by: "name", name }),
    constant: (value) => remember("constant", value, { by: "constant" }),
    add: (a, b) => isNothing(a) ? b : isNothing(b) ? a : operation("add", NUMBERS.add(a.value, b.value), a, b),
    sub: binary("sub"),
    mul: binary("mul"),
    div: binary("div"),
    min: (a, b) => choice("min", b.value < a.value ? b : a, a, b),
    max: (a, b) => choice("max", a.value < b.value ? b : a, a, b),
    ifLess: (a, b, yes, no) => choice("ifLess", a.value < b.value ? yes : no, a, b, yes, no),
    ifEqual: (a, b, yes, no) => {
      if (a.value !== b.value) return no;
      const { made } = no;
      return yes.value !== no.value || !("operands" in made) ? yes : operation(made.by, yes.value, ...made.operands);
    },
    sqrt: unary("sqrt"),
    abs: unary("abs"),
    exp: unary("exp"),
    expm1: unary("expm1"),
    sigmoid: unary("sigmoid"),
    log: unary("log"),
    log1p: unary("log1p"),
    tanh: unary("tanh"),
    erf: unary("erf"),
    sin: unary("sin"),
    cos: unary("cos"),
  };
}

/** How tightly a text holds together, from what starts with a sign to what needs no brackets anywhere. */
export const HOLD = { signed: 0, sum: 1, quotient: 2, product: 3, atom: 4 } as const;

/** A text, and how tightly it holds together. */
export interface Text {
  readonly text: string;
  readonly hold: (typeof HOLD)[keyof typeof HOLD];
}

/** A number as text; a negative one wants brackets after a sign of operation. */
export function numberText(value: number): Text {
  const text = String(value);
  return { text, hold: text.startsWith("-") ? HOLD.signed : HOLD.atom };
}

/** How a value was made, as text; `tell` gives the operands that need not be taken apart. */
export function formula({ value, made }: Labelled, tell: (operand: Labelled) => Text | undefined): Text {
  if (made.by === "name") return { text: made.name, hold: HOLD.atom };
  if (made.by === "constant") return numberText(value);
  const inner = (operand: Labelled) => tell(operand) ?? formula(operand, tell);
  const within = (operand: Labelled, least: number) => {
    const { text, hold } = inner(operand);
    return hold < least ? `(${text})` : text;
  };
  const [a, b] = made.operands as [Labelled, Labelled];
  switch (made.by) {
    case "choice":
      return inner(a);
    case "add":
      return { text: `${within(a, HOLD.signed)} + ${within(b, HOLD.quotient)}`, hold: HOLD.sum };
    case "sub":
      return a.made.by === "constant" && a.value === 0
        ? { text: `-${within(b, HOLD.atom)}`, hold: HOLD.signed }
        : { text: `${within(a, HOLD.signed)} - ${within(b, HOLD.quotient)}`, hold: HOLD.sum };
    case "mul":
      return { text: `${within(a, HOLD.product)}·${within(b, HOLD.atom)}`, hold: HOLD.product };
    case "div":
      return { text: `${within(a, HOLD.product)} / ${within(b, HOLD.atom)}`, hold: HOLD.quotient };
    case "abs":
      return { text: `|${inner(a).text}|`, hold: HOLD.atom };
    case "sqrt":
      return { text: `√(${inner(a).text})`, hold: HOLD.atom };
    default:
      return { text: `${made.by}(${inner(a).text})`, hold: HOLD.atom };
  }
}

/** −0, from which sums start: x + −0 is x for every x. */
function isNothing({ value, made }: Labelled): boolean {
  return made.by === "constant" && Object.is(value, -0);
}
