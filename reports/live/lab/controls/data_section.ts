/** The data to learn: a truth table with targets to click, generated sets of points, or points placed by hand. */
import { FUNCTIONS_OF_TWO } from "../../../../core/components/datasets.ts";
import { POINT_SETS, type PointSetName } from "../../../../core/components/point_sets.ts";
import { tableInputs, tableName } from "../../../wire/lab_config.ts";
import { type LabState, type LabTable, MAX_TABLE_INPUTS } from "../../../wire/lab_state.ts";
import { button, html, replaceChildren } from "../../dom.ts";
import { levelWords, texts } from "../page_texts.ts";
import { type Chip, chipRow, type Control, flagField, section, selectField, textField } from "./setting_fields.ts";
import type { Changes, Form } from "./form.ts";
import { placedPoints } from "./placed_points.ts";
import { sliderField } from "./slider_field.ts";

const words = texts.data;

/** The functions that have a button. */
const BUTTONS = ["and", "or", "xor", "x1"] as const;
/** Options of data sets that another data set does not have. */
const WITHOUT_OPTIONS: Changes = {
  points: undefined,
  noise: undefined,
  split: undefined,
  balance: undefined,
  dataSeed: undefined,
  xy: undefined,
};

/** Creates the section. */
export function dataSection(form: Form): Control {
  const parities = Array.from({ length: MAX_TABLE_INPUTS - 1 }, (_, i) => `parity${i + 2}`);
  const others = FUNCTIONS_OF_TWO.filter((name) => !(BUTTONS as readonly string[]).includes(name));
  const sets = Object.keys(POINT_SETS) as PointSetName[];
  const tables = chipRow(form, words.tables, [...BUTTONS.map(tableChip), parityChip("parity3")], {
    label: words.moreTables,
    options: [...others.map(tableChip), ...parities.filter((name) => name !== "parity3").map(parityChip)],
  });
  const [circles, moons, ...otherSets] = sets.map(setChip);
  const pointSets = chipRow(form, words.points, [circles!, moons!, placedChip()], {
    label: words.moreSets,
    options: otherSets,
  });
  return section(
    words.title,
    targetTable(form),
    tables,
    pointSets,
    onlyFor("generated", generatedFields(form)),
    onlyFor("placed", placedPoints(form)),
  );
}

/** How inputs are encoded. */
export function encodingFields(form: Form): Control[] {
  return [
    selectField(form, {
      label: words.encoding,
      options: [["binary", words.encodings.binary], ["bipolar", words.encodings.bipolar]],
      read: ({ encoding }) => encoding,
      write: (encoding) => ({ encoding }),
    }),
    flagField(form, words.constant, "constant", ({ constant }) => constant),
  ];
}

function isTable({ data }: LabState, name: string): boolean {
  return data.kind === "table" && tableName(data) === name;
}

/** The name of a truth table in words. */
export function tableWords(name: string): string {
  return levelWords("function", name).replaceAll("x1", words.input(1)).replaceAll("x2", words.input(2));
}

function tableChip(name: string): Chip {
  return {
    text: tableWords(name),
    changes: () => ({ ...WITHOUT_OPTIONS, data: name }),
    isOn: (setting) => isTable(setting, name),
  };
}

function parityChip(name: string): Chip {
  const data = name === "parity2" ? "xor" : name;
  return {
    text: words.parity(Number(name.at(-1))),
    changes: () => ({ ...WITHOUT_OPTIONS, data }),
    isOn: (setting) => isTable(setting, name),
  };
}

function setChip(name: PointSetName): Chip {
  return {
    text: words.sets[name],
    changes: () => ({ ...WITHOUT_OPTIONS, data: name }),
    isOn: ({ data }) => data.kind === "generated" && data.name === name,
  };
}

/** Points to begin with: clicks on the surface add further ones. */
const FIRST_POINTS = "0:0:0,1:1:0,0:1:1,1:0:1";

function placedChip(): Chip {
  return {
    text: words.placed,
    changes: () => ({ ...WITHOUT_OPTIONS, data: "placed", xy: FIRST_POINTS }),
    isOn: ({ data }) => data.kind === "placed",
  };
}

/** A control that is shown for one kind of data only. */
function onlyFor(kind: LabState["data"]["kind"], control: Control): Control {
  return {
    element: control.element,
    show(setting) {
      control.element.hidden = setting.data.kind !== kind;
      if (setting.data.kind === kind) control.show(setting);
    },
  };
}

/** A truth table; a click on a target changes it. */
function targetTable(form: Form): Control {
  const element = html("div", { class: "truth-table" });
  let shown = "";
  const build = (table: LabTable) => {
    const inputs = tableInputs(table);
    const names = Array.from({ length: inputs }, (_, i) => html("th", { scope: "col" }, words.input(i + 1)));
    const rows = table.targets.map((target, row) => {
      const bits = row.toString(2).padStart(inputs, "0");
      const flip = () => {
        const targets = table.targets.with(row, target === 1 ? 0 : 1);
        form.apply({ data: tableName({ ...table, targets }) });
        element.querySelectorAll("button")[row]?.focus();
      };
      const toggle = button(String(target), flip, {
        class: target === 1 ? "target one" : "target",
        "aria-label": words.flip(bits, target),
      });
      return html("tr", {}, ...Array.from(bits, (bit) => html("td", {}, bit)), html("td", {}, toggle));
    });
    const head = html("thead", {}, html("tr", {}, ...names, html("th", { scope: "col" }, words.target)));
    replaceChildren(element, html("table", {}, head, html("tbody", {}, ...rows)));
  };
  return {
    element,
    show({ data }) {
      element.hidden = data.kind !== "table";
      if (data.kind !== "table" || tableName(data) === shown) return;
      shown = tableName(data);
      build(data);
    },
  };
}

function generatedFields(form: Form): Control {
  const field = (name: "points" | "split" | "balance" | "dataSeed") =>
    textField(form, {
      label: words[name],
      read: ({ data }) => data.kind === "generated" ? String(data[name]) : "",
      write: (text) => ({ [name]: text }),
    });
  const noise = sliderField(form, {
    label: words.noise,
    range: { min: 0, max: 0.5, step: 0.01 },
    toValue: (position) => Number(position.toFixed(2)),
    toPosition: (value) => value,
    read: ({ data }) => data.kind === "generated" ? String(data.noise) : "",
    write: (text) => ({ noise: text }),
  });
  const controls = [noise, field("points"), field("split"), field("balance"), field("dataSeed")];
  const redraw = button(words.newPoints, () => {
    const { data } = form.setting;
    if (data.kind === "generated") form.apply({ dataSeed: String(data.dataSeed + 1) });
  });
  return {
    element: html("div", { class: "fields" }, ...controls.map(({ element }) => element), redraw),
    show: (setting) => controls.forEach((control) => control.show(setting)),
  };
}
