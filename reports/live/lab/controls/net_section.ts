/** The layers of the net. */
import { ACTIVATIONS } from "../../../../core/components/activations.ts";
import type { Choice } from "../../../../core/components/settings.ts";
import { layerText } from "../../../wire/lab_address.ts";
import { outputActivationOf } from "../../../wire/lab_config.ts";
import { choiceAsText } from "../../../wire/lab_fields.ts";
import { type HiddenLayer, MAX_LAYERS } from "../../../wire/lab_state.ts";
import { button, html, replaceChildren } from "../../dom.ts";
import { componentWords, texts } from "../page_texts.ts";
import { entryField } from "./entry_field.ts";
import { type Chip, chipRow, type Control, flagField, problemOutput, section, textField } from "./setting_fields.ts";
import type { Changes, Form } from "./form.ts";

const words = texts.network;

/** Numbers of units that have a button. */
const UNITS = [0, 1, 2, 3, 4, 8];
/** Activations that have a button. */
const BUTTONS = ["sigmoid", "tanh", "relu", "silu"];
/** The hidden layer that a net without one gets first. */
export const FIRST_LAYER: HiddenLayer = { units: 4, activation: { name: "sigmoid" } as Choice, bias: false };

/** A layer whose parts may be texts that the reader entered. */
type Draft = { readonly units: number | string; readonly activation: string; readonly bias: boolean };

function draftOf({ units, activation, bias }: HiddenLayer): Draft {
  return { units, activation: choiceAsText(activation, ACTIVATIONS), bias };
}

/** The changes that set the hidden layers. */
export function hiddenChanges(layers: readonly (HiddenLayer | Draft)[]): Changes {
  const drafts = layers.map((layer) =>
    typeof layer.activation === "string" ? layer as Draft : draftOf(layer as HiddenLayer)
  );
  return { hidden: drafts.map(layerText).join(",") };
}

/** Creates the sections of units and of activations. */
export function netSections(form: Form): Control[] {
  const unitChips = UNITS.map((units): Chip => ({
    text: String(units),
    changes: ({ hidden }) =>
      hiddenChanges(units === 0 ? [] : [{ ...hidden[0] ?? FIRST_LAYER, units }, ...hidden.slice(1)]),
    isOn: ({ hidden }) => (hidden[0]?.units ?? 0) === units,
  }));
  const activationChip = (name: string): Chip => ({
    text: componentWords(name),
    changes: ({ hidden }) => hiddenChanges(hidden.map((layer) => ({ ...draftOf(layer), activation: name }))),
    isOn: ({ hidden }) => hidden.length > 0 && hidden.every(({ activation }) => activation.name === name),
  });
  const others = Object.keys(ACTIVATIONS).filter((name) => !BUTTONS.includes(name));
  const activations = chipRow(form, words.activation, BUTTONS.map(activationChip), {
    label: words.more(others.length),
    options: others.map(activationChip),
  });
  const activationSection = section(words.activation, activations, settingsOfActivation(form));
  return [
    section(words.hiddenUnits, chipRow(form, words.hiddenUnits, unitChips), layerRows(form)),
    {
      element: activationSection.element,
      show(setting) {
        activationSection.element.hidden = setting.hidden.length === 0;
        activationSection.show(setting);
      },
    },
  ];
}

/** The settings of the activation, if all layers have the same. */
function settingsOfActivation(form: Form): Control {
  const field = entryField(form, {
    label: words.activation,
    table: ACTIVATIONS,
    read: ({ hidden }) => hidden[0]?.activation,
    write: (text) => hiddenChanges(form.setting.hidden.map((layer) => ({ ...draftOf(layer), activation: text! }))),
  });
  field.element.classList.add("settings-only");
  return field;
}

/** A row for each layer, and a button that adds one. */
function layerRows(form: Form): Control {
  const rows = html("div", { class: "layers" });
  const add = button(words.addLayer, () => {
    const { hidden } = form.setting;
    problem.apply(hiddenChanges([...hidden, hidden.at(-1) ?? FIRST_LAYER]));
  }, { class: "chip" });
  const problem = problemOutput(form, words.addLayer, add);
  let controls: readonly Control[] = [];
  const build = (count: number) => {
    controls = Array.from({ length: count }, (_, index) => layerRow(form, index));
    replaceChildren(rows, ...controls.map(({ element }) => element));
  };
  return {
    element: html("div", { class: "field" }, rows, add, problem.element),
    show(setting) {
      const { hidden } = setting;
      if (controls.length !== hidden.length) build(hidden.length);
      controls.forEach((control) => control.show(setting));
      rows.classList.toggle("several", hidden.length > 1);
      add.hidden = hidden.length === MAX_LAYERS;
    },
  };
}

function layerRow(form: Form, index: number): Control {
  const withLayer = (change: (draft: Draft) => Draft) =>
    hiddenChanges(form.setting.hidden.map((layer, i) => i === index ? change(draftOf(layer)) : draftOf(layer)));
  const units = textField(form, {
    label: words.units,
    read: ({ hidden }) => String(hidden[index]?.units ?? ""),
    write: (text) => withLayer((draft) => ({ ...draft, units: text })),
  });
  const activation = entryField(form, {
    label: words.activation,
    table: ACTIVATIONS,
    read: ({ hidden }) => hidden[index]?.activation,
    write: (text) => withLayer((draft) => ({ ...draft, activation: text! })),
  });
  const bias = html("input", { type: "checkbox" });
  const problem = problemOutput(form, words.bias, bias);
  bias.addEventListener("change", () => problem.apply(withLayer((draft) => ({ ...draft, bias: bias.checked }))));
  const remove = button("×", () => form.apply(hiddenChanges(form.setting.hidden.toSpliced(index, 1))), {
    class: "remove",
    "aria-label": words.removeLayer(index + 1),
  });
  const flag = html("label", { class: "flag" }, bias, html("span", {}, words.bias));
  return {
    element: html(
      "fieldset",
      { class: "layer" },
      html("legend", {}, words.layer(index + 1), remove),
      units.element,
      activation.element,
      flag,
      problem.element,
    ),
    show(setting) {
      units.show(setting);
      activation.show(setting);
      bias.checked = setting.hidden[index]?.bias ?? false;
    },
  };
}

/** The output unit, whose activation follows the loss. */
export function outputFields(form: Form): Control {
  const bias = flagField(form, words.outputBias, "outputBias", ({ outputBias }) => outputBias);
  const note = html("p", { class: "note" });
  return {
    element: html("div", { class: "field" }, bias.element, note),
    show(setting) {
      bias.show(setting);
      note.textContent = words.outputActivation(componentWords(outputActivationOf(setting).name));
    },
  };
}
