/** Guess first: the reader says how many nets will solve it before they run. */
import { button, html, setAttributes } from "../../dom.ts";
import type { Shown } from "../film/film_player.ts";
import { texts } from "../page_texts.ts";

const words = texts.guess;

/** Creates the guess; `onGuess` is called when the nets may run. */
export function createGuess(onGuess: () => void) {
  const box = html("input", { type: "checkbox" });
  const input = html("input", { type: "text", inputmode: "numeric", autocomplete: "off", "aria-label": words.title });
  const question = html("span"), problem = html("p", { class: "problem", role: "alert", hidden: true });
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
    const text = input.value.trim(), value = Number(text);
    const isValid = text !== "" && Number.isInteger(value) && value >= 0 && value <= starts;
    problem.hidden = isValid;
    problem.textContent = isValid ? "" : words.whole(starts);
    setAttributes(input, { "aria-invalid": isValid ? undefined : "true" });
    if (!isValid) return input.focus();
    guessed = value;
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
