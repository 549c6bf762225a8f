/** The lesson's choice of notation, which lasts from page to page. */
import { type Notation, readNotation, writeNotation } from "../notation.ts";

/** Chooses the remembered notation, and remembers what the reader chooses. */
export function mountNotationSwitch(): void {
  for (const choice of document.querySelectorAll<HTMLInputElement>('input[name="notation"]')) {
    if (choice.value === readNotation()) choice.checked = true;
    choice.addEventListener("change", () => writeNotation(choice.value as Notation));
  }
}
