/** The output of each hidden unit over the plane, as small colour maps. */
import { ACTIVATIONS } from "../../../core/components/activations.ts";
import type { Layer } from "../../../core/network.ts";
import { formatSignificant } from "../../../experiments/format.ts";
import { extent } from "../../chart/scales.ts";
import { html, replaceChildren } from "../dom.ts";
import { texts } from "../lab/page_texts.ts";
import { paint, unitColors } from "./paint.ts";

const words = texts.net;

const MAX_UNITS = 16;
/** Up to this many maps are large. */
const FEW_UNITS = 4;
/** Points per side of a map. */
const MAP_SIDE = 25;

/** Creates the maps of all hidden layers; undefined if there are none. */
export function createHiddenUnits(title: string, hidden: readonly Layer[]) {
  const units = hidden.flatMap(({ units, activation }, layer) =>
    Array.from({ length: units }, (_, unit) => ({ layer, unit, activation: activation.name }))
  );
  if (units.length === 0) return undefined;
  const maps = units.slice(0, MAX_UNITS).map((unit) => {
    const name = words.unitOf(hidden.length > 1 ? unit.layer + 1 : undefined, unit.unit + 1);
    const label = words.unitLabel(title, name);
    const canvas = html("canvas", { width: MAP_SIDE, height: MAP_SIDE, role: "img", "aria-label": label });
    const range = html("span");
    const caption = html("figcaption", {}, name, html("br"), range);
    return { ...unit, canvas, range, element: html("figure", { class: "unit" }, canvas, caption) };
  });
  const note = units.length > MAX_UNITS ? words.firstUnits(MAX_UNITS, units.length) : undefined;
  return {
    element: html(
      "div",
      {},
      note === undefined ? undefined : html("p", { class: "note" }, note),
      html("div", { class: maps.length > FEW_UNITS ? "units" : "units few" }, ...maps.map(({ element }) => element)),
    ),
    /** Shows the outputs over the plane, by layer and unit. */
    show(outputs: readonly (readonly Float64Array[])[]) {
      const colorOf = unitColors();
      for (const { layer, unit, activation, canvas, range } of maps) {
        const values = outputs[layer]![unit]!;
        const [low, high] = activationRange(activation, values);
        paint(canvas, values, (value) => colorOf((value - low) / (high - low || 1)));
        replaceChildren(range, rangeText(values, low, high));
      }
    },
  };
}

/** The range over which an activation is drawn: its own if it is bounded, otherwise that of the finite values. */
export function activationRange(name: string, values: Iterable<number>): readonly [number, number] {
  const { range } = ACTIVATIONS[name as keyof typeof ACTIVATIONS];
  return range.every(Number.isFinite) ? range : extent([...values].filter(Number.isFinite)) ?? [0, 1];
}

function rangeText(values: Float64Array, low: number, high: number): string {
  if (!values.some(Number.isFinite)) return words.notFinite;
  const text = words.range(formatSignificant(low, 2), formatSignificant(high, 2));
  return values.every(Number.isFinite) ? text : words.partlyFinite(text);
}
