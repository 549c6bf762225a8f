/** The output of each hidden unit over the plane, as small colour maps. */
import type { Layer } from "../../../core/network.ts";
import { numberText } from "../../wire/number_text.ts";
import { html, replaceChildren } from "../dom.ts";
import { rangeOf } from "./activation_range.ts";
import { paint, unitColors } from "./paint.ts";

const MAX_UNITS = 16;
/** Points per side of a map. */
const MAP_SIDE = 25;

/** Creates the maps of all hidden layers; undefined if there are none. */
export function createHiddenUnits(title: string, hidden: readonly Layer[]) {
  const units = hidden.flatMap(({ units, activation }, layer) =>
    Array.from({ length: units }, (_, unit) => ({ layer, unit, activation: activation.name }))
  );
  if (units.length === 0) return undefined;
  const maps = units.slice(0, MAX_UNITS).map((unit) => {
    const name = `${hidden.length > 1 ? `layer ${unit.layer + 1}, ` : ""}unit ${unit.unit + 1}`;
    const label = `${title}: output of hidden ${name} over the plane`;
    const canvas = html("canvas", { width: MAP_SIDE, height: MAP_SIDE, role: "img", "aria-label": label });
    const range = html("span");
    const caption = html("figcaption", {}, name, html("br"), range);
    return { ...unit, canvas, range, element: html("figure", { class: "unit" }, canvas, caption) };
  });
  const heading = units.length > MAX_UNITS ? `The first ${MAX_UNITS} of ${units.length} hidden units` : "Hidden units";
  return {
    element: html(
      "div",
      { role: "group", "aria-label": `${title}: hidden units` },
      html("p", { class: "panel-title" }, heading),
      html("div", { class: "units" }, ...maps.map(({ element }) => element)),
    ),
    /** Shows the outputs over the plane, by layer and unit. */
    show(outputs: readonly (readonly Float64Array[])[]) {
      const colors = unitColors();
      for (const { layer, unit, activation, canvas, range } of maps) {
        const values = outputs[layer]![unit]!, [low, high] = rangeOf(activation, values);
        paint(canvas, values, (value) => (value - low) / (high - low || 1), colors);
        replaceChildren(range, rangeText(values, low, high));
      }
    },
  };
}

function rangeText(values: Float64Array, low: number, high: number): string {
  if (!values.some(Number.isFinite)) return "not finite";
  const text = `${numberText(low, 2)} to ${numberText(high, 2)}`;
  return values.every(Number.isFinite) ? text : `${text}; grey: not finite`;
}
