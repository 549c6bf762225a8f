/** Selectors for the inputs that a decision surface holds constant. */
import type { Training } from "../../../../core/training.ts";
import { controlRow, labelled, replaceChildren, select } from "../../dom.ts";
import { inputName, planeOf } from "../../pictures/plane.ts";
import { texts } from "../page_texts.ts";

/** Creates the selectors; `onChange` is called when the reader selects another value. */
export function createHeldInputs(onChange: () => void) {
  const element = controlRow();
  const values = new Map<number, number>();
  let current = "";
  return {
    element,
    /** The selected values, by input. */
    values: values as ReadonlyMap<number, number>,
    /** Replaces the selectors if the training has other inputs to hold. */
    update(training: Training) {
      const held = planeOf(training)?.heldInputs ?? [];
      if (JSON.stringify(held) === current) return;
      current = JSON.stringify(held);
      values.clear();
      const selectors = held.map(({ input, values: choices }) => {
        values.set(input, choices[0]!);
        const selector = select(choices.map((value) => [value, String(value)]), (value) => {
          values.set(input, Number(value));
          onChange();
        });
        return labelled(texts.net.held(inputName(input)), selector);
      });
      replaceChildren(element, ...selectors);
      element.hidden = selectors.length === 0;
    },
  };
}
