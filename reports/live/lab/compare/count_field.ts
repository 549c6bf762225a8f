/** A field for a number of nets. A wrong entry stays, and the reader is told what is wrong. */
import { type Attributes, html, setAttributes } from "../../dom.ts";
import { texts } from "../page_texts.ts";

/** Creates the field, and the place that says what is wrong. */
export function createCountField(attributes: Attributes) {
  const input = html("input", { type: "text", inputmode: "numeric", autocomplete: "off", ...attributes });
  const problem = html("p", { class: "problem", role: "alert", hidden: true });
  return {
    input,
    problem,
    /** The number entered; undefined, and the problem is shown, unless it is a whole one from `least` to `most`. */
    read(least: number, most: number): number | undefined {
      const text = input.value.trim(), value = Number(text);
      const isValid = text !== "" && Number.isInteger(value) && value >= least && value <= most;
      problem.hidden = isValid;
      problem.textContent = isValid ? "" : texts.guess.whole(least, most);
      setAttributes(input, { "aria-invalid": isValid ? undefined : "true" });
      return isValid ? value : undefined;
    },
  };
}
