/** The lesson's choice of notation, which lasts from page to page. */
import { type Notation, readNotation, writeNotation } from "../notation.ts";

/** Chooses the remembered notation, and remembers what the reader chooses. */
export function mountNotationSwitch(): void {
  const choices = [...document.querySelectorAll<HTMLInputElement>('input[name="notation"]')];
  // a reader may have chosen before this script started
  const chosen = choices.find(({ checked, defaultChecked }) => checked && !defaultChecked);
  if (chosen) writeNotation(chosen.value as Notation);
  for (const choice of choices) {
    if (!chosen) choice.checked = choice.value === readNotation();
    choice.addEventListener("change", () => writeNotation(choice.value as Notation));
  }
}
