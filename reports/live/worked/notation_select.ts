/** The reader's choice of how an update writes ∂L/∂v, which lessons share. */
import type { DeltaSymbol } from "../../../core/worked/quantity.ts";
import { labelled, select } from "../dom.ts";
import { type Notation, readNotation, writeNotation } from "../notation.ts";

const SYMBOLS: Readonly<Record<Notation, DeltaSymbol>> = { plus: "−δ", minus: "∂L/∂v" };

/** Creates the choice. */
export function createNotationSelect(onChange: () => void) {
  const field = select([["plus", "e = d − y, α·δ·x is added"], ["minus", "α·∂L/∂w is taken away"]], (notation) => {
    writeNotation(notation as Notation);
    onChange();
  });
  field.value = readNotation();
  return {
    element: labelled("notation", field),
    delta: () => SYMBOLS[field.value as Notation],
  };
}
