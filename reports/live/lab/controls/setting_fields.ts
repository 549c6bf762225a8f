/** Form controls of the setting. A control keeps what the reader entered until it is right, and says what is wrong. */
import type { LabState } from "../../../wire/lab_state.ts";
import { button, type Child, html, replaceChildren, setAttributes } from "../../dom.ts";
import { type Changes, type Form, problemText } from "./form.ts";

/** A part of the form. */
export interface Control {
  readonly element: HTMLElement;
  /** Shows a setting. */
  show(setting: LabState): void;
}

let problems = 0;

/** A place for what is wrong with a control; returns a function that applies changes and shows the problem. */
export function problemOutput(form: Form, label: string, control: HTMLElement) {
  const id = `lab-problem-${problems++}`;
  const element = html("p", { class: "problem", id, role: "alert", hidden: true });
  const show = (text: string) => {
    element.textContent = text;
    element.hidden = text === "";
    setAttributes(control, {
      "aria-invalid": text === "" ? undefined : "true",
      "aria-describedby": text === "" ? undefined : id,
    });
  };
  return {
    element,
    get isWrong() {
      return !element.hidden;
    },
    clear: () => show(""),
    /** Applies changes; returns whether they are right. */
    apply(changes: Changes): boolean {
      const [problem] = form.apply(changes);
      show(problem ? problemText(label, problem) : "");
      return !problem;
    },
  };
}

/** How a control reads and writes the setting. */
interface Binding {
  readonly label: string;
  /** The value in a setting, as text. */
  readonly read: (setting: LabState) => string;
  /** The changes that set a value. */
  readonly write: (text: string) => Changes;
}

/** A field for a number or a text. It is a text field: number fields hide what a browser can't read. */
export function textField(form: Form, { label, read, write }: Binding): Control {
  const input = html("input", { type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false" });
  const problem = problemOutput(form, label, input);
  input.addEventListener("change", () => problem.apply(write(input.value.trim())));
  return {
    element: html("div", { class: "field" }, html("label", {}, html("span", {}, label), input), problem.element),
    show(setting) {
      if (!problem.isWrong) input.value = read(setting);
    },
  };
}

/** A drop-down list. */
export function selectField(
  form: Form,
  { label, read, write, options }: Binding & { readonly options: readonly (readonly [value: string, text: string])[] },
): Control {
  const list = html("select", {}, ...options.map(([value, text]) => html("option", { value }, text)));
  const problem = problemOutput(form, label, list);
  list.addEventListener("change", () => problem.apply(write(list.value)));
  return {
    element: html("div", { class: "field list" }, html("label", {}, html("span", {}, label), list), problem.element),
    show(setting) {
      const value = read(setting);
      if (problem.isWrong && list.value !== value) problem.clear();
      list.value = value;
    },
  };
}

/** A checkbox of a field that is 0 or 1. */
export function flagField(
  form: Form,
  label: string,
  name: string,
  read: (setting: LabState) => boolean,
): Control {
  const box = html("input", { type: "checkbox" });
  const problem = problemOutput(form, label, box);
  box.addEventListener("change", () => problem.apply({ [name]: box.checked ? "1" : "0" }));
  return {
    element: html("div", { class: "field flag" }, html("label", {}, box, html("span", {}, label)), problem.element),
    show(setting) {
      problem.clear();
      box.checked = read(setting);
    },
  };
}

/** A button that sets fields and is pressed while the setting has such values. */
export interface Chip {
  readonly text: string;
  readonly changes: (setting: LabState) => Changes;
  readonly isOn: (setting: LabState) => boolean;
}

/** A row of chips with a list of further choices at its end. */
export function chipRow(form: Form, label: string, chips: readonly Chip[], further?: Further): Control {
  const buttons = chips.map((chip) =>
    button(chip.text, () => problem.apply(chip.changes(form.setting)), { class: "chip", "aria-pressed": "false" })
  );
  const list = further && html("select", { class: "chip", "aria-label": further.label });
  const element = html("div", { class: "chips", role: "group", "aria-label": label }, ...buttons, list);
  const problem = problemOutput(form, label, element);
  if (list && further) {
    const options = [["", further.label] as const, ...further.options.map(({ text }, i) => [String(i), text] as const)];
    replaceChildren(list, ...options.map(([value, text]) => html("option", { value }, text)));
    list.addEventListener("change", () => {
      const chosen = further.options[Number(list.value)];
      if (list.value !== "" && chosen) problem.apply(chosen.changes(form.setting));
    });
  }
  return {
    element: html("div", { class: "field" }, element, problem.element),
    show(setting) {
      problem.clear();
      chips.forEach(({ isOn }, i) => setAttributes(buttons[i]!, { "aria-pressed": String(isOn(setting)) }));
      if (!list || !further) return;
      const chosen = further.options.findIndex(({ isOn }) => isOn(setting));
      list.value = chosen < 0 ? "" : String(chosen);
      list.classList.toggle("on", chosen >= 0);
    },
  };
}

/** Choices of a chip row that have no button of their own. */
export interface Further {
  readonly label: string;
  readonly options: readonly Chip[];
}

/** Controls under a heading. */
export function section(title: string, ...children: readonly (Control | Child)[]): Control {
  const controls = children.filter((child): child is Control => typeof child === "object" && "show" in child);
  const elements = children.map((child) => typeof child === "object" && "show" in child ? child.element : child);
  return {
    element: html("section", { class: "lab-section" }, html("h2", {}, title), ...elements),
    show: (setting) => controls.forEach((control) => control.show(setting)),
  };
}
