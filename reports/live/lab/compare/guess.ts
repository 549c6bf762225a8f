/** Guess first: the reader says how many nets will solve it before they run. */
import { button, html } from "../../dom.ts";
import type { Shown } from "../film/film_player.ts";
import { texts } from "../page_texts.ts";
import { createCountField } from "./count_field.ts";

const words = texts.guess;

/** Creates the guess; `onGuess` is called when the nets may run. */
export function createGuess(onGuess: () => void) {
  const box = html("input", { type: "checkbox" });
  const { input, problem, read } = createCountField({ "aria-label": words.title });
  const question = html("span");
  const form = html(
    "div",
    { class: "guess-form", hidden: true },
    question,
    input,
    button(words.run, () => guess()),
    problem,
  );
  const result = html("p", { role: "status" });
  const bars = html(
    "div",
    { class: "guess-bars", hidden: true },
    html("span", { class: "said" }),
    html("span", { class: "is" }),
  );
  const element = html(
    "section",
    { class: "panel-box", "aria-label": words.title },
    html("label", { class: "flag" }, box, html("b", {}, words.on)),
    form,
    result,
    bars,
  );
  let starts = 0, guessed: number | undefined;
  const guess = () => {
    const value = read(0, starts);
    if (value === undefined) return input.focus();
    guessed = value;
    result.textContent = words.waiting(value);
    form.hidden = true;
    onGuess();
  };
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") guess();
  });
  box.addEventListener("change", () => {
    if (!box.checked) form.hidden = true;
  });
  return {
    element,
    get isOn() {
      return box.checked;
    },
    /** Asks for a guess about a new training. */
    ask(count: number) {
      starts = count;
      guessed = undefined;
      result.textContent = "";
      bars.hidden = true;
      form.hidden = !box.checked;
      question.textContent = words.question(count);
      input.value = "";
    },
    show({ film, index }: Shown) {
      if (guessed === undefined || index < film.epochs.length - 1) return;
      const { solved } = film.frames[index]!;
      result.textContent = words.result(guessed, solved);
      bars.hidden = false;
      (bars.children[0] as HTMLElement).style.width = `${100 * guessed / film.starts}%`;
      (bars.children[1] as HTMLElement).style.width = `${100 * solved / film.starts}%`;
    },
  };
}
