/** What each hidden unit answers over the plane, as small fields of colour. */
import type { Layer } from "../../../core/network.ts";
import { significant } from "../../../experiments/format.ts";
import { raised } from "../../page/numbers.ts";
import { rangeOf } from "./activation_range.ts";
import { html, refill } from "../dom.ts";
import { paint, unitRamp } from "./paint.ts";

/** The most units that are shown, and the points of a side. */
const MOST = 16, SIDE = 25;

/** The fields of all hidden layers; undefined where there are none. */
export function hiddenUnitsOf(title: string, hidden: readonly Layer[]) {
  const units = hidden.flatMap((layer, l) =>
    Array.from({ length: layer.units }, (_, unit) => ({ l, unit, activation: layer.activation.name }))
  );
  if (units.length === 0) return undefined;
  const fields = units.slice(0, MOST).map((at) => {
    const name = hidden.length > 1 ? `layer ${at.l + 1}, unit ${at.unit + 1}` : `unit ${at.unit + 1}`;
    const label = `${title}: answers of hidden ${name} over the plane`;
    const canvas = html("canvas", { width: SIDE, height: SIDE, role: "img", "aria-label": label }),
      range = html("span");
    const caption = html("figcaption", {}, name, html("br"), range);
    return { ...at, canvas, range, element: html("figure", { class: "unit" }, canvas, caption) };
  });
  const heading = units.length > MOST ? `The first ${MOST} of ${units.length} hidden units` : "Hidden units";
  return {
    element: html(
      "div",
      { role: "group", "aria-label": `${title}: hidden units` },
      html("p", { class: "panel-title" }, heading),
      html("div", { class: "units" }, ...fields.map(({ element }) => element)),
    ),
    /** Shows the answers over the plane, by layer and unit. */
    show(answers: readonly (readonly Float64Array[])[]) {
      const ramp = unitRamp();
      for (const { l, unit, activation, canvas, range } of fields) {
        const values = answers[l]![unit]!, [low, high] = rangeOf(activation, values);
        paint(canvas, values, (value) => (value - low) / (high - low || 1), ramp);
        const isWhole = values.every(Number.isFinite), isNone = !values.some(Number.isFinite);
        const words = raised(`${significant(low, 2)} to ${significant(high, 2)}`);
        refill(range, isNone ? "not finite" : isWhole ? words : `${words}; grey: not finite`);
      }
    },
  };
}
