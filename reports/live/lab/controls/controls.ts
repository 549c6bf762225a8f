/** All controls of the setting. */
import type { LabState } from "../../../wire/lab_state.ts";
import { html } from "../../dom.ts";
import { dataSection } from "./data_section.ts";
import type { Control } from "./setting_fields.ts";
import type { Form } from "./form.ts";
import { netSections } from "./net_section.ts";
import { lossSection, moreFields, rateField } from "./training_section.ts";

/** Creates the controls. */
export function createControls(form: Form): Control {
  const controls = [
    dataSection(form),
    ...netSections(form),
    lossSection(form),
    rateField(form),
    moreFields(form),
  ];
  return {
    element: html("div", { class: "lab-controls" }, ...controls.map(({ element }) => element)),
    show: (setting: LabState) => controls.forEach((control) => control.show(setting)),
  };
}
