/** Steps through a worked update in five beats: controls, the steps as formulas, the beat on the net, and a text. */
import type { Training } from "../../../core/training.ts";
import { formatSignificant } from "../../../experiments/format.ts";
import { button, controlRow, html, labelled, replaceChildren, select } from "../dom.ts";
import type { WorkedUpdate } from "../worker/page_worker.ts";
import { BEATS, type BeatStep, stepsOfBeat } from "./beats.ts";
import { createAnswerField } from "./answer_field.ts";
import { createStepControls } from "./step_controls.ts";
import { createUpdateDiagram, type UpdateDiagram } from "./update_diagram.ts";

/** A beat with more steps shows this many; the others are in the text. */
const MAX_LINES = 20;

/** An update, its training, and the row of data that is shown first. */
export interface LoadedUpdate {
  readonly worked: WorkedUpdate;
  readonly training: Training;
  readonly row: number;
}

/** Creates the stepper; the fields that select the update are the first of its controls. */
export function createStepper(fields: readonly HTMLElement[], requestText: () => Promise<string>) {
  let loaded: LoadedUpdate | undefined;
  let diagram: UpdateDiagram | undefined;
  const rowSelect = select([], () => refresh());
  const rowLabel = labelled("row", rowSelect);
  const beatButtons = BEATS.map(({ title }, beat) => button(`${beat + 1} ${title}`, () => goTo(beat)));
  const lines = html("div", { class: "step" });
  const diagramContainer = html("div", { class: "worked-net" });
  const allSteps = createTextOfAllSteps(requestText);

  const show = (beat: number, isAsking: boolean) => {
    if (!loaded) return;
    const { title, text, isByRow } = BEATS[beat]!;
    const { steps } = loaded.worked;
    const row = Number(rowSelect.value);
    const shown = stepsOfBeat(steps, beat, row);
    rowLabel.hidden = rowSelect.options.length < 2 || !isByRow;
    beatButtons.forEach((button, i) => button.setAttribute("aria-pressed", String(i === beat)));
    const listed = shown.slice(0, MAX_LINES);
    let asked = isAsking ? listed.at(-1) : undefined;
    const showOnNet = (part: readonly BeatStep[]) => diagram?.show(part, row, asked);
    const onRight = () => {
      asked = undefined;
      showOnNet(shown);
    };
    const items = listed.map((one) => itemOf(one, one === asked ? onRight : undefined));
    items.forEach((item, i) => {
      item.addEventListener("pointerenter", () => showOnNet([listed[i]!]));
      item.addEventListener("pointerleave", () => showOnNet(shown));
    });
    replaceChildren(lines, ...linesOf(items, text, shown.length - listed.length));
    showOnNet(shown);
    return `${title}. ${text}`;
  };
  const { goTo, refresh, buttons, status, listenTo } = createStepControls({ count: BEATS.length, show });
  const controls = controlRow(...fields, rowLabel, ...buttons);
  const beats = html("div", { class: "beats", role: "group", "aria-label": "The beats of the update" }, ...beatButtons);
  const net = html("div", { class: "worked" }, diagramContainer, lines);
  [controls, beats, net].forEach(listenTo);
  return {
    controls,
    panes: [status, beats, net, allSteps.element],
    /** Shows the first beat of an update, on a width in pixels. */
    load(update: LoadedUpdate, width: number) {
      loaded = update;
      const { worked, training, row } = update;
      const rows = [...new Set(worked.steps.flatMap(({ row }) => row ?? []))].sort((a, b) => a - b);
      const options = rows.map((row) => html("option", { value: row }, `(${training.rows[row]!.inputs.join(", ")})`));
      replaceChildren(rowSelect, ...options);
      rowSelect.value = String(row);
      diagram = createUpdateDiagram(worked, training, width);
      replaceChildren(diagramContainer, diagram.element);
      allSteps.clear();
      goTo(0);
    },
    clear() {
      loaded = diagram = undefined;
      for (const element of [lines, diagramContainer]) replaceChildren(element);
      allSteps.clear();
    },
  };
}

/** The sentence of a beat, its steps, and how many further ones are omitted. */
function linesOf(items: readonly HTMLElement[], sentence: string, omitted: number): HTMLElement[] {
  const note = `… and ${omitted} more, in the text below.`;
  return [
    html("p", { class: "note" }, sentence),
    html("ol", { class: "formulas" }, ...items),
    ...(omitted > 0 ? [html("p", { class: "note" }, note)] : []),
  ];
}

/**
 * A step as symbol, formula, numbers and value, without repetition; the full value is its title.
 *
 * With `onRight` a field asks for the value, and `onRight` is called as soon as it is right.
 */
function itemOf({ step: { symbol, formula, numbers, value } }: BeatStep, onRight?: () => void): HTMLElement {
  const short = formatSignificant(value);
  const pieces = [symbol, formula, numbers].filter((piece, i, all) => piece !== all[i - 1]);
  const isRepeated = pieces.length > 1 && pieces.at(-1) === short;
  const left = (isRepeated ? pieces.slice(0, -1) : pieces).join(" = ");
  if (onRight) return html("li", {}, html("code", {}, `${left} =`), createAnswerField(symbol, value, onRight));
  return html("li", {}, html("code", { title: `${symbol} = ${value}` }, `${left} = `, html("b", {}, short)));
}

/** All steps as text, with all digits, requested when the reader opens it. */
function createTextOfAllSteps(request: () => Promise<string>) {
  const code = html("code");
  const region = { class: "scroll", tabindex: 0, role: "region", "aria-label": "the update as text" };
  const summary = html("summary", {}, "All steps, with all digits");
  const element = html("details", {}, summary, html("div", region, html("pre", {}, code)));
  const fill = async () => {
    if (element.open && code.textContent === "") code.textContent = await request();
  };
  element.addEventListener("toggle", fill);
  return {
    element,
    clear() {
      code.textContent = "";
      fill();
    },
  };
}
