/** A number with a slider beside its field. */
import type { LabState } from "../../../wire/lab_state.ts";
import { html, setAttributes } from "../../dom.ts";
import { type Control, problemOutput } from "./setting_fields.ts";
import type { Changes, Form } from "./form.ts";

/** What a slider sets. */
interface SliderBinding {
  readonly label: string;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  /** The value at a position of the slider, and the position of a value. */
  readonly toValue: (position: number) => number;
  readonly toPosition: (value: number) => number;
  readonly read: (setting: LabState) => string;
  readonly write: (text: string) => Changes;
}

/** Creates the field. The slider can't reach all values; the field beside it can. */
export function sliderField(form: Form, { label, range, toValue, toPosition, read, write }: SliderBinding): Control {
  const slider = html("input", { type: "range", ...range, "aria-label": label });
  const input = html("input", { type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false" });
  const problem = problemOutput(form, label, input);
  slider.addEventListener("input", () => {
    input.value = String(toValue(Number(slider.value)));
    problem.apply(write(input.value));
  });
  input.addEventListener("change", () => problem.apply(write(input.value.trim())));
  return {
    element: html(
      "div",
      { class: "field slider" },
      html("label", {}, html("span", {}, label), input),
      slider,
      problem.element,
    ),
    show(setting) {
      if (problem.isWrong) return;
      input.value = read(setting);
      const position = toPosition(Number(input.value));
      if (Number.isFinite(position)) slider.value = String(position);
      setAttributes(slider, { "aria-valuetext": input.value });
    },
  };
}
