/** Loss, rate, and everything else about the training. */
import { INITIALIZERS } from "../../../../core/components/initializers.ts";
import { LOSSES } from "../../../../core/components/losses.ts";
import { OPTIMIZERS } from "../../../../core/components/optimizers.ts";
import { SCHEDULES } from "../../../../core/components/schedules.ts";
import type { LabState } from "../../../wire/lab_state.ts";
import { html } from "../../dom.ts";
import { componentWords, texts } from "../page_texts.ts";
import { encodingFields } from "./data_section.ts";
import { entryField, entrySettings } from "./entry_field.ts";
import { type Chip, chipRow, type Control, section, selectField, textField } from "./setting_fields.ts";
import type { Form } from "./form.ts";
import { outputFields } from "./net_section.ts";
import { sliderField } from "./slider_field.ts";

const words = texts.training;

/** Losses that have a button. */
const BUTTONS = ["halfSquaredError", "crossEntropy"];

/** Creates the section of the loss. */
export function lossSection(form: Form): Control {
  const chip = (name: string): Chip => ({
    text: componentWords(name),
    changes: () => ({ loss: name }),
    isOn: ({ loss, optimizer }) => optimizer.name !== "perceptron" && loss.name === name,
  });
  const others = Object.keys(LOSSES).filter((name) => !BUTTONS.includes(name));
  const losses = chipRow(form, words.loss, BUTTONS.map(chip), {
    label: texts.network.more(others.length),
    options: others.map(chip),
  });
  const settings = entrySettings(form, {
    label: words.loss,
    table: LOSSES,
    read: ({ loss }) => loss,
    write: (text) => ({ loss: text }),
  });
  return section(words.loss, losses, settings);
}

/** Creates the field of the learning rate, whose slider is logarithmic. */
export function rateField(form: Form): Control {
  const field = sliderField(form, {
    label: words.learningRate,
    range: { min: -3, max: 1.5, step: 0.05 },
    toValue: (position) => Number((10 ** position).toPrecision(2)),
    toPosition: Math.log10,
    read: ({ optimizer }) => String(optimizer.learningRate),
    write: (text) => ({ rate: text }),
  });
  const note = html("p", { class: "note" }, words.negativeRate);
  return {
    element: html("div", {}, field.element, note),
    show(setting) {
      field.show(setting);
      note.hidden = setting.optimizer.learningRate >= 0;
    },
  };
}

/** Creates the fields that few readers need, folded. */
export function moreFields(form: Form): Control {
  const controls = [...optimizerFields(form), ...batchFields(form), ...startFields(form), ...lengthFields(form)];
  const element = html(
    "details",
    { class: "more" },
    html("summary", {}, words.more),
    html("div", { class: "fields" }, ...controls.map(({ element }) => element)),
  );
  return { element, show: (setting) => controls.forEach((control) => control.show(setting)) };
}

function optimizerFields(form: Form): Control[] {
  return [
    entryField(form, {
      label: words.optimizer,
      table: OPTIMIZERS,
      except: ["learningRate"],
      read: ({ optimizer }) => optimizer,
      write: (text) => ({ optimizer: text }),
    }),
    entryField(form, {
      label: words.schedule,
      table: SCHEDULES,
      names: words.schedules,
      none: words.constantRate,
      read: ({ optimizer }) => optimizer.schedule,
      write: (text = "") => ({ schedule: text }),
    }),
  ];
}

function batchFields(form: Form): Control[] {
  return [
    chipRow(
      form,
      words.batch,
      ["online", "full"].map((batch): Chip => ({
        text: words.batches[batch as "online" | "full"],
        changes: () => ({ batch }),
        isOn: (setting) => setting.batch === batch,
      })),
    ),
    text(form, words.batch, "batch", ({ batch }) => batch),
    selectField(form, {
      label: words.reduction,
      options: [["mean", words.reductions.mean], ["sum", words.reductions.sum]],
      read: ({ loss }) => loss.reduction,
      write: (reduction) => ({ reduction }),
    }),
    selectField(form, {
      label: words.order,
      options: [["fixed", words.orders.fixed], ["shuffled", words.orders.shuffled]],
      read: ({ order }) => String(order),
      write: (order) => ({ order }),
    }),
  ];
}

function startFields(form: Form): Control[] {
  return [
    entryField(form, {
      label: words.initializer,
      table: INITIALIZERS,
      read: ({ initializer }) => initializer,
      write: (text) => ({ init: text }),
    }),
    text(form, words.initialBias, "initialBias", ({ initializer }) => initializer.biases),
    ...encodingFields(form),
    outputFields(form),
  ];
}

function lengthFields(form: Form): Control[] {
  return [
    text(form, words.epochs, "epochs", ({ epochs }) => epochs),
    text(form, words.starts, "starts", ({ starts }) => starts),
    text(form, words.check, "check", ({ check }) => check.every),
    text(form, words.tolerance, "tolerance", ({ check }) => check.tolerance),
    textField(form, {
      label: words.stop,
      read: ({ stop }) => stop ? String(stop.maxError) : "",
      write: (entered) => ({ stop: entered }),
    }),
  ];
}

/** A text field of one field of the address. */
function text(
  form: Form,
  label: string,
  name: string,
  read: (setting: LabState) => string | number,
): Control {
  return textField(form, {
    label,
    read: (setting) => String(read(setting)),
    write: (entered) => ({ [name]: entered }),
  });
}
