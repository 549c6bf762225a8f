/** The page on which a calculation is worked out, line by line. */
import { formula, HOLD, type Labelled, numberText, type Text } from "../arithmetic/labelled.ts";

/** One line of the calculation. */
export interface WorkedStep {
  /** The part of the update that it belongs to. */
  readonly section: string;
  readonly symbol: string;
  /** What it is made of, in symbols. */
  readonly formula: string;
  /** The same in numbers. */
  readonly numbers: string;
  readonly value: number;
}

/** The steps so far, and what they have named. */
export interface Page {
  readonly steps: WorkedStep[];
  /** Tells how a value is made, product by product, and gives it a name. */
  tell(section: string, symbol: string, value: Labelled): void;
}

/** An empty page. */
export function newPage(): Page {
  const steps: WorkedStep[] = [], names = new Map<Labelled, Text>();
  const symbols = (value: Labelled) => names.get(value);
  const numbers = (value: Labelled) =>
    names.has(value) || value.made.by === "name" ? numberText(value.value) : undefined;
  const write = (section: string, symbol: Text | undefined, value: Labelled) => {
    const known = names.get(value), text = known ?? formula(value, symbols);
    const inNumbers = known ? numberText(value.value) : formula(value, numbers);
    const given = symbol ?? text;
    steps.push({ section, symbol: given.text, formula: text.text, numbers: inNumbers.text, value: value.value });
    // A constant keeps its own face; what has two names goes by the last one (y where it is v).
    if ("operands" in value.made) names.set(value, given);
  };
  const isKnown = (value: Labelled): boolean =>
    names.has(value) || !("operands" in value.made) ||
    (value.made.by === "choice" && value.made.operands.every(isKnown));
  /** Products of two known values get a line of their own before what they are part of. */
  const writeProducts = (section: string, value: Labelled) => {
    if (isKnown(value) || !("operands" in value.made)) return;
    for (const part of value.made.operands) {
      writeProducts(section, part);
      if (!isKnown(part) && part.made.by === "mul" && part.made.operands.every(isKnown)) {
        write(section, undefined, part);
      }
    }
  };
  return {
    steps,
    tell(section, symbol, value) {
      writeProducts(section, value);
      write(section, { text: symbol, hold: HOLD.atom }, value);
    },
  };
}
