/** A choice from a table of entries (activations, losses, optimisers …) with the settings of the chosen entry. */
import type { EntryTable } from "../../../../core/components/settings.ts";
import { choiceAsText } from "../../../wire/lab_fields.ts";
import type { LabState } from "../../../wire/lab_state.ts";
import { html, replaceChildren } from "../../dom.ts";
import { componentWords, settingNames } from "../page_texts.ts";
import { type Control, selectField, textField } from "./setting_fields.ts";
import type { Changes, Form } from "./form.ts";

/** An entry with the values of its settings. */
type Chosen = { readonly name: string; readonly [setting: string]: unknown };

/** What an entry field chooses. */
interface EntryBinding {
  readonly label: string;
  readonly table: EntryTable;
  /** Settings that have controls of their own. */
  readonly except?: readonly string[];
  /** The names of its entries, if they are no components with names of their own. */
  readonly names?: Readonly<Record<string, string>>;
  /** The text of no entry; absent if there must be one. */
  readonly none?: string;
  readonly read: (setting: LabState) => Chosen | undefined;
  readonly write: (text: string | undefined) => Changes;
}

/** Creates the field: a list of names, and below it a field for each setting of the chosen entry. */
export function entryField(form: Form, binding: EntryBinding): Control {
  const { label, table, names: given, none, read, write } = binding;
  const names = Object.keys(table).map((name) => [name, given?.[name] ?? componentWords(name)] as const);
  const list = selectField(form, {
    label,
    options: none === undefined ? names : [["", none], ...names],
    read: (setting) => read(setting)?.name ?? "",
    write: (name) => write(name === "" ? undefined : withRequired(table, name)),
  });
  const settings = entrySettings(form, binding);
  return {
    element: html("div", { class: "entry" }, list.element, settings.element),
    show(setting) {
      list.show(setting);
      settings.show(setting);
    },
  };
}

/** The fields of the settings of the chosen entry. */
export function entrySettings(form: Form, { table, except = [], read, write }: EntryBinding): Control {
  const element = html("div", { class: "entry-settings" });
  let name: string | undefined, fields: readonly Control[] = [];
  const build = (chosen: Chosen | undefined) => {
    name = chosen?.name;
    const settings = Object.entries(chosen ? table[chosen.name]!.settings : {});
    fields = settings.filter(([each]) => !except.includes(each)).map(([setting, { isOptional }]) =>
      textField(form, {
        label: settingNames[setting] ?? setting,
        read: (state) => String(read(state)?.[setting] ?? ""),
        write: (text) => {
          const value = text === "" && isOptional ? undefined : text;
          return write(choiceAsText({ ...read(form.setting)!, [setting]: value }, table, except));
        },
      })
    );
    replaceChildren(element, ...fields.map((field) => field.element));
    element.hidden = fields.length === 0;
  };
  return {
    element,
    show(setting) {
      const chosen = read(setting);
      if (chosen?.name !== name) build(chosen);
      for (const field of fields) field.show(setting);
    },
  };
}

/** Values of settings that have no default, so that an entry can be chosen by its name alone. */
const REQUIRED: Readonly<Record<string, string>> = {
  exponential: "exponential:decay:0.999",
  inverseTime: "inverseTime:decay:0.001",
  step: "step:every:1000",
  constant: "constant:value:0.5",
};

function withRequired(table: EntryTable, name: string): string {
  const isComplete = Object.entries(table[name]!.settings).every(([setting, { default: byDefault, isOptional }]) =>
    byDefault !== undefined || isOptional || setting === "learningRate"
  );
  return isComplete ? name : REQUIRED[name] ?? name;
}
