/** Turns the list of steps in a lesson into a walk: one step at a time, beside a figure that grows with it. */
import { controlRow, html } from "../dom.ts";
import { pageTexts } from "../page_language.ts";
import { createAnswerField } from "../worked/answer_field.ts";
import { createStepControls } from "../worked/step_controls.ts";

/** Adds controls to a walk, and shows its first step. */
export function mountWalk(walk: HTMLElement): void {
  const texts = pageTexts().lesson.steps;
  const items = [...walk.querySelectorAll<HTMLElement>(".walk-steps > [data-step]")];
  const names = items.map((item) => item.dataset.step!);
  const figure = walk.querySelector("figure")!;
  const place = html("span", { class: "place" });
  const controls = createStepControls({
    count: items.length,
    show(step, isAsking) {
      const item = items[step]!;
      items.forEach((each) => each.classList.toggle("now", each === item));
      stopAskingIn(item);
      const showAll = () => showInFigure(figure, names, step, new Set());
      if (isAsking) showInFigure(figure, names, step, askIn(item, showAll));
      else showAll();
      place.textContent = texts.place(step + 1, items.length);
      return item.querySelector<HTMLElement>(".text")!.innerText;
    },
  });
  const row = controlRow(...controls.buttons, place);
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", texts.label);
  figure.after(html("p", { class: "note hint" }, texts.hint), row, controls.status);
  // a click anywhere in it lets the arrow keys step
  walk.tabIndex = -1;
  walk.classList.add("stepping");
  controls.listenTo(walk);
  controls.goTo(0);
}

/** Shows what is known at a step, but not the values of the symbols that the reader is asked for. */
function showInFigure(figure: Element, names: readonly string[], step: number, asked: ReadonlySet<string>): void {
  for (const part of figure.querySelectorAll<SVGElement>("[data-at]")) {
    part.classList.toggle("now", part.dataset.at!.split(" ").includes(names[step]!));
  }
  for (const part of figure.querySelectorAll<SVGElement>("[data-from]")) {
    const from = names.indexOf(part.dataset.from!);
    part.classList.toggle("unknown", from > step);
    part.classList.toggle("now", from === step);
    for (const text of part.querySelectorAll<SVGElement>("[data-symbol]")) {
      text.classList.toggle("unknown", from === step && asked.has(text.dataset.symbol!));
    }
  }
}

/** Puts a field in the place of a step's last number, in either notation; returns the symbols that it asks for. */
function askIn(item: HTMLElement, onRight: () => void): ReadonlySet<string> {
  const asked = lastLines(item);
  for (const line of asked) {
    line.classList.add("asked");
    line.append(createAnswerField(line.dataset.symbol!, Number(line.dataset.value), onRight));
  }
  return new Set(asked.map((line) => line.dataset.symbol!));
}

function stopAskingIn(item: HTMLElement): void {
  for (const line of item.querySelectorAll(".formula.asked")) {
    line.classList.remove("asked");
    line.querySelector(".answer-field")!.remove();
  }
}

/** The last line with a value in each notation; a line in neither is in both. */
function lastLines(item: HTMLElement): HTMLElement[] {
  const lines = [...item.querySelectorAll<HTMLElement>(".formula[data-value]")];
  const lastWithout = (other: string) => lines.findLast(({ classList }) => !classList.contains(other));
  return [...new Set([lastWithout("minus"), lastWithout("plus")])].filter((line) => line !== undefined);
}
