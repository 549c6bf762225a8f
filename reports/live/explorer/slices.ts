/** The inputs that a decision surface does not show: a field each to hold it at one of its values. */
import type { Training } from "../../../core/training.ts";
import { html, labelled, refill } from "../dom.ts";
import { inputName, planeOf } from "../pictures/plane.ts";

/** The fields. */
export interface Slices {
  readonly element: HTMLElement;
  /** The values that are held, by input. */
  readonly held: ReadonlyMap<number, number>;
  /** Makes the fields that a training needs. */
  follow(training: Training): void;
}

/** Fields that tell when one of them changes. */
export function slicesOf(onChange: () => void): Slices {
  const element = html("div", { class: "controls" });
  let held = new Map<number, number>(), shown = "";
  return {
    element,
    get held() {
      return held;
    },
    follow(training) {
      const others = planeOf(training)?.others ?? [], wanted = JSON.stringify(others);
      if (wanted === shown) return;
      shown = wanted;
      held = new Map(others.map(({ input, values }) => [input, values[0]!]));
      const fields = others.map(({ input, values }) => {
        const select = html("select", {}, ...values.map((value) => html("option", { value }, String(value))));
        select.addEventListener("change", () => {
          held.set(input, Number(select.value));
          onChange();
        });
        return labelled(`surface at ${inputName(input)} =`, select);
      });
      refill(element, ...fields);
      element.hidden = fields.length === 0;
    },
  };
}
