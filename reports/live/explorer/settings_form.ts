/** The form in which a reader changes settings. */
import { ACTIVATIONS } from "../../../core/components/activations.ts";
import { LOSSES } from "../../../core/components/losses.ts";
import { MAX_HIDDEN_UNITS, parseChanges, type SettingChanges } from "../../wire/address.ts";
import { componentName, levelName } from "../../../experiments/display_names.ts";
import type { PageData } from "../../wire/page_data.ts";
import { runOf } from "../../wire/page_runs.ts";
import { button, controlRow, html, labelled, select } from "../dom.ts";
import { fieldName } from "../run_texts.ts";
import type { PageState, Store } from "../state.ts";
import { settingsOf } from "../worker/changed_config.ts";

/** Creates the form. */
export function createSettingsForm(data: PageData, store: Store) {
  const fields = {
    learningRate: html("input", { type: "number", step: "any" }),
    activation: componentSelect(ACTIVATIONS),
    loss: componentSelect(LOSSES),
    width: html("input", { type: "number", min: 1, max: MAX_HIDDEN_UNITS, step: 1 }),
    batch: select(["online", "2", "full"].map((batch) => [batch, levelName("batch", batch)])),
  } satisfies Record<keyof SettingChanges, HTMLElement>;
  const originalSettings = ({ cell, replicate }: PageState) => settingsOf(runOf(data, cell, replicate).config);
  const submit = () => {
    const original = originalSettings(store.state);
    const entered = parseChanges((name) => fields[name].disabled ? null : fields[name].value);
    const changed = Object.entries(entered).filter(([name, value]) => value !== original[name as keyof SettingChanges]);
    store.change({ changes: Object.fromEntries(changed) });
  };
  for (const field of Object.values(fields)) field.addEventListener("change", submit);
  const reset = button("As in the suite", () => store.change({ changes: {} }));
  const labels = Object.entries(fields).map(([name, field]) => labelled(fieldName(name), field));
  const summary = html("summary", {}, "Change settings and compare");
  const element = html("details", { class: "settings" }, summary, controlRow(...labels, reset));
  return {
    element,
    applyState(state: PageState) {
      const original = originalSettings(state);
      for (const name of Object.keys(fields) as (keyof SettingChanges)[]) {
        fields[name].disabled = original[name] === undefined;
        fields[name].value = String(state.changes[name] ?? original[name] ?? "");
      }
      const isChanged = Object.keys(state.changes).length > 0;
      reset.disabled = !isChanged;
      if (isChanged) element.open = true;
    },
  };
}

function componentSelect(components: object): HTMLSelectElement {
  return select(Object.keys(components).map((name) => [name, componentName(name)]));
}
