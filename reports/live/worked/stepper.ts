/** Steps through a worked update: controls, the step as a formula, the step on the net, and all steps as text. */
import type { Training } from "../../../core/training.ts";
import { renderWorked } from "../../../core/worked/work_update.ts";
import { numeral } from "../../chart/scales.ts";
import { button, controlRow, html, labelled, replaceChildren, select } from "../dom.ts";
import type { WorkedUpdate } from "../worker/page_worker.ts";
import { createUpdateDiagram, type UpdateDiagram } from "./update_diagram.ts";

/** Creates the stepper; the field that selects the update is the first of its controls. */
export function createStepper(updateInput: HTMLInputElement) {
  let worked: WorkedUpdate | undefined;
  let diagram: UpdateDiagram | undefined;
  let current = 0;
  const partSelect = select([], (part) => goTo(worked!.steps.findIndex(({ section }) => section === part)));
  const slider = html("input", { type: "range", min: 0, step: 1 });
  const back = button("Back", () => goTo(current - 1));
  const next = button("Next", () => goTo(current + 1));
  const formula = html("div", { class: "step", role: "status" });
  const diagramContainer = html("div", { class: "worked-net" });
  const allSteps = html("code");

  const goTo = (step: number) => {
    if (!worked) return;
    const { steps } = worked;
    current = Math.min(steps.length - 1, Math.max(0, step));
    const { section, symbol, value } = steps[current]!;
    replaceChildren(formula, ...stepLines(worked, current));
    slider.value = String(current);
    slider.setAttribute("aria-valuetext", `step ${current + 1} of ${steps.length}: ${symbol} = ${value}`);
    partSelect.value = section;
    back.disabled = current === 0;
    next.disabled = current === steps.length - 1;
    diagram?.show(current);
  };
  slider.addEventListener("input", () => goTo(Number(slider.value)));

  const region = { class: "scroll", tabindex: 0, role: "region", "aria-label": "the update as text" };
  const text = html("div", region, html("pre", {}, allSteps));
  return {
    controls: controlRow(
      labelled("update", updateInput),
      labelled("part", partSelect),
      back,
      next,
      labelled("step", slider),
    ),
    panes: [
      html("div", { class: "worked" }, diagramContainer, formula),
      html("details", {}, html("summary", {}, "All steps as text"), text),
    ],
    /** Shows the first step of an update, on a width in pixels. */
    load(loaded: WorkedUpdate, training: Training, width: number) {
      worked = loaded;
      const sections = [...new Set(loaded.steps.map(({ section }) => section))];
      replaceChildren(partSelect, ...sections.map((section) => html("option", { value: section }, section)));
      slider.max = String(loaded.steps.length - 1);
      allSteps.textContent = renderWorked(loaded.steps);
      diagram = createUpdateDiagram(loaded, training, width);
      replaceChildren(diagramContainer, diagram.element);
      goTo(0);
    },
    clear() {
      worked = diagram = undefined;
      for (const element of [formula, diagramContainer, allSteps]) replaceChildren(element);
    },
  };
}

/** A step as symbol, formula, numbers and value, each on its own line unless it repeats the one before. */
function stepLines({ steps }: WorkedUpdate, index: number): HTMLElement[] {
  const { section, symbol, formula, numbers, value } = steps[index]!;
  const lines = [symbol, formula, numbers, String(value)].filter((line, i, all) => i === 0 || line !== all[i - 1]);
  return [
    html("p", { class: "note" }, `Step ${numeral(index + 1)} of ${numeral(steps.length)}. ${section}`),
    ...lines.map((line, i) => html("div", {}, html("code", {}, i === 0 ? line : `= ${line}`))),
  ];
}
