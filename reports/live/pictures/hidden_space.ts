/** Where the rows of the truth table stand in the space of two hidden units, and the way that they came. */
import type { Layer } from "../../../core/network.ts";
import { rangeOf } from "./activation_range.ts";
import { html, refill, svg } from "../dom.ts";
import { LEADING, LETTERS, namesOf } from "./point_names.ts";
import { PLOT, pointOf } from "./decision_surface.ts";

/** The space on the page; `passes` has the answers of the hidden units by frame and row. */
export function spaceOf(
  title: string,
  { passes, rows, activation, strongest }: {
    readonly passes: readonly (readonly (readonly number[])[])[];
    readonly rows: readonly { readonly target: number; readonly label: string }[];
    readonly activation: string;
    /** The two units that are shown first. */
    readonly strongest: readonly number[];
  },
) {
  const units = passes[0]![0]!.length, chosen = [...strongest];
  const options = () => Array.from({ length: units }, (_, unit) => html("option", { value: unit }, `unit ${unit + 1}`));
  const area = svg("svg", {
    viewBox: `0 0 ${PLOT} ${PLOT}`,
    width: PLOT,
    height: PLOT,
    class: "space",
    role: "img",
    "aria-label": `${title}: the rows of the truth table in the space of two hidden units`,
  });
  let now = 0;
  const draw = () => {
    const [low, high] = rangeOf(activation, passes.flat(1).flatMap((values) => chosen.map((unit) => values[unit]!)));
    const at = (value: number) => 22 + (value - low) / (high - low || 1) * (PLOT - 44);
    const finite = (values: readonly number[]) => chosen.every((unit) => Number.isFinite(values[unit]!));
    const place = (values: readonly number[]) => [at(values[chosen[0]!]!), PLOT - at(values[chosen[1]!]!)] as const;
    const ways = rows.map((_, row) => {
      const points = passes.slice(0, now + 1).map((pass) => pass[row]!).filter(finite).map((values) =>
        place(values).map((v) => v.toFixed(1)).join(",")
      );
      return svg("polyline", { points: points.join(" "), fill: "none", stroke: "var(--quiet)", "stroke-width": 1 });
    });
    const shown = rows.flatMap(({ target, label }, row) => {
      const values = passes[now]![row]!;
      return finite(values) ? [{ at: place(values), target, label }] : [];
    });
    const absent = rows.filter((_, row) => !finite(passes[now]![row]!)).map(({ label }) => label);
    const names = namesOf(shown, PLOT).flatMap(({ x, y, lines }) =>
      lines.map((line, i) => {
        const look = { ...HALO, "text-anchor": "middle", "font-size": LETTERS, fill: "var(--quiet)" };
        return svg("text", { ...look, x, y: y + i * LEADING + LETTERS / 3 }, line);
      })
    );
    refill(
      area,
      svg("rect", { x: 0.5, y: 0.5, width: PLOT - 1, height: PLOT - 1, fill: "none", stroke: "var(--rule)" }),
      ...ways,
      ...shown.map(({ at, target }) => pointOf(...at, target)),
      ...names,
      absent.length > 0
        ? svg("text", { x: 8, y: 18, "font-size": 12, fill: "var(--quiet)" }, `not finite: ${absent.join(", ")}`)
        : undefined,
    );
  };
  const choosers = ["across", "up"].map((name, i) => {
    const select = html("select", {}, ...options());
    select.value = String(chosen[i]);
    select.addEventListener("change", () => {
      chosen[i] = Number(select.value);
      draw();
    });
    return html("label", {}, html("span", {}, name), select);
  });
  return {
    element: html("div", {}, area, html("div", { class: "controls" }, ...choosers)),
    show(frame: number) {
      now = frame;
      draw();
    },
  };
}

/** Paper around letters that lie on lines. */
const HALO = { stroke: "var(--paper)", "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" };

/** The two inputs of a layer that count for most, by the size of their weights, in their order. */
export function strongestInputs({ inputs, units, weights }: Layer, parameters: readonly number[]): number[] {
  const size = (input: number) => {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += Math.abs(parameters[weights + unit * inputs + input]!);
    return sum;
  };
  const sizes = Array.from({ length: inputs }, (_, input) => size(input));
  const [first, second] = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]!);
  return [first!, second!].sort((a, b) => a - b);
}
