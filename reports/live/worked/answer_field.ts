/** A field for a number that the reader works out. */
import { formatSignificant } from "../../../experiments/format.ts";
import { button, html } from "../dom.ts";
import { pageTexts } from "../page_language.ts";
import { isRightAnswer } from "./beats.ts";

/**
 * Creates the field for the value of a symbol; it says whether the reader's number is right, or shows the number.
 *
 * `onRight` is called as soon as the field holds the right number.
 */
export function createAnswerField(symbol: string, value: number, onRight: () => void = () => {}): HTMLElement {
  const texts = pageTexts().lesson.steps;
  const input = html("input", { type: "number", step: "any", "aria-label": symbol });
  const verdict = html("span", { role: "status" });
  const answer = () => {
    if (input.value === "") return;
    const isRight = isRightAnswer(Number(input.value), value);
    verdict.className = `verdict ${isRight ? "supported" : "refuted"}`;
    verdict.textContent = isRight ? `✓ ${formatSignificant(value)}` : `✗ ${texts.notYet}`;
    if (isRight) onRight();
  };
  input.addEventListener("change", answer);
  const show = button(texts.showNumber, () => {
    input.value = String(Number(value.toPrecision(4)));
    answer();
  });
  return html("span", { class: "answer-field" }, input, show, verdict);
}
