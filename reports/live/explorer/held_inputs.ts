/** Selectors for the inputs that a decision surface holds constant. */
import type { Training } from "../../../core/training.ts";
import { html, labelled, replaceChildren, select } from "../dom.ts";
import { inputName, planeOf } from "../pictures/plane.ts";

/** Creates the selectors; `onChange` is called when the reader selects another value. */
export function createHeldInputs(onChange: () => void) {
  const element = html("div", { class: "controls" });
  let values = new Map<number, number>(), current = "";
  return {
    element,
    /** The selected values, by input. */
    get values(): ReadonlyMap<number, number> {
      return values;
    },
    /** Replaces the selectors if the training has other inputs to hold. */
    update(training: Training) {
      const held = planeOf(training)?.heldInputs ?? [], serialized = JSON.stringify(held);
      if (serialized === current) return;
      current = serialized;
      values = new Map(held.map(({ input, values: [first] }) => [input, first!]));
      const selectors = held.map(({ input, values: choices }) => {
        const selector = select(choices.map((value) => [value, String(value)]));
        selector.addEventListener("change", () => {
          values.set(input, Number(selector.value));
          onChange();
        });
        return labelled(`surface at ${inputName(input)} =`, selector);
      });
      replaceChildren(element, ...selectors);
      element.hidden = selectors.length === 0;
    },
  };
}
