/** Text that stays on one line. */
import { type Html, markup } from "../../html.ts";

/** A text without a line break, such as a short equation. */
export function unbroken(text: Html | string): Html {
  return markup`<span class="unbroken">${text}</span>`;
}
