/** The lines of a calculation: collected one by one, and rendered as text. */
import {
  EXACT_STYLE,
  formula,
  type FormulaStyle,
  type FormulaText,
  type Labelled,
  type LabelledArithmetic,
  PRECEDENCE,
} from "../arithmetic/labelled.ts";
import type { Quantity } from "./quantity.ts";

/** One line of the calculation: symbol = formula = numbers = value. */
export interface WorkedStep {
  /** Title of the part of the update that it belongs to. */
  readonly section: string;
  /** The left-hand side, such as `w⁽²⁾₁₃`. */
  readonly symbol: string;
  /** The right-hand side in symbols. */
  readonly formula: string;
  /** The right-hand side in numbers. */
  readonly numbers: string;
  /** What it comes to. */
  readonly value: number;
  /** Index of the data row that it belongs to; undefined in steps that combine all rows of the update. */
  readonly row: number | undefined;
  /** The quantity on the left-hand side; undefined for an intermediate product. */
  readonly defines: Quantity | undefined;
  /** The quantities on the right-hand side, each once. */
  readonly mentions: readonly Quantity[];
}

/** A value in later formulas: its text, and the quantities it mentions. */
interface Reference {
  readonly text: FormulaText;
  readonly mentions: readonly Quantity[];
}

/** Steps so far, and the quantities they may refer to. */
export type Worksheet = ReturnType<typeof newWorksheet>;

/** An empty worksheet; `isSigned` tells which quantities have symbols with a minus sign. */
export function newWorksheet(
  m: LabelledArithmetic,
  symbolOf: (quantity: Quantity) => string,
  style = EXACT_STYLE,
  isSigned: (quantity: Quantity) => boolean = () => false,
) {
  const steps: WorkedStep[] = [];
  const references = new Map<Labelled, Reference>();
  const numberOf = (value: Labelled) => references.has(value) ? style.number(value.value) : undefined;

  const addStep = (section: string, row: number | undefined, value: Labelled, defines?: Quantity) => {
    const known = references.get(value), right = known ?? expand(value, references, style);
    const numbers = known ? style.number(value.value) : formula(value, numberOf, style);
    const precedence = defines && isSigned(defines) ? PRECEDENCE.signed : PRECEDENCE.atom;
    const left: FormulaText = defines ? { text: symbolOf(defines), precedence } : right.text;
    steps.push({
      section,
      symbol: left.text,
      formula: right.text.text,
      numbers: numbers.text,
      value: value.value,
      row,
      defines,
      mentions: right.mentions,
    });
    // A constant is always written as its number. A value defined twice (y = v) is shown by its latest symbol.
    if ("operands" in value.origin) references.set(value, defines ? { text: left, mentions: [defines] } : right);
  };
  const isKnown = (value: Labelled): boolean =>
    references.has(value) || !("operands" in value.origin) ||
    (value.origin.kind === "choice" && value.origin.operands.every(isKnown));
  const addProducts = (section: string, row: number | undefined, value: Labelled) => {
    if (isKnown(value) || !("operands" in value.origin)) return;
    for (const part of value.origin.operands) {
      addProducts(section, row, part);
      if (!isKnown(part) && part.origin.kind === "mul" && part.origin.operands.every(isKnown)) {
        addStep(section, row, part);
      }
    }
  };
  return {
    steps,
    /** A quantity that is known beforehand and needs no step. */
    given(quantity: Quantity, number: number): Labelled {
      const symbol = symbolOf(quantity), value = m.named(symbol, number);
      references.set(value, { text: { text: symbol, precedence: PRECEDENCE.atom }, mentions: [quantity] });
      return value;
    },
    /** Adds a step for each product within `value` that has none yet, and one that defines `quantity` as `value`. */
    define(section: string, quantity: Quantity, value: Labelled): void {
      const row = "row" in quantity ? quantity.row : undefined;
      addProducts(section, row, value);
      addStep(section, row, value, quantity);
    },
  };
}

/** A value as a formula of the symbols in `references`, and the quantities that it mentions. */
function expand(value: Labelled, references: ReadonlyMap<Labelled, Reference>, style: FormulaStyle): Reference {
  const mentions = new Set<Quantity>();
  const text = formula(value, (operand) => {
    const reference = references.get(operand);
    reference?.mentions.forEach((quantity) => mentions.add(quantity));
    return reference?.text;
  }, style);
  return { text, mentions: [...mentions] };
}

/** Maximum width of a line. */
const WIDTH = 100;

/** Renders the steps section by section, in lines of at most 100 columns. */
export function renderWorked(steps: readonly WorkedStep[]): string {
  let section = "";
  const lines = steps.flatMap((step) => {
    const heading = step.section === section ? [] : [...section ? [""] : [], ...wrapped(step.section, "", "  ")];
    section = step.section;
    return [...heading, ...stepLines(step)];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function stepLines({ symbol, formula, numbers, value }: WorkedStep): string[] {
  const pieces = [symbol, formula, numbers, String(value)].filter((piece, i, all) => i === 0 || piece !== all[i - 1]);
  const line = `  ${pieces.join(" = ")}`;
  if (line.length <= WIDTH) return [line];
  const [first, ...rest] = pieces;
  return [`  ${first}`, ...rest.flatMap((piece) => wrapped(piece, "    = ", "      "))];
}

/** Breaks a text at spaces; `first` and `later` are the indents of its lines. */
function wrapped(text: string, first: string, later: string): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    const isEmpty = line === first || line === later;
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = later + word;
    } else line += isEmpty ? word : ` ${word}`;
  }
  return [...lines, line];
}
