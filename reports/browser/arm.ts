/** One training of the explorer: its decision surface, net, hidden space and hidden units, frame by frame. */
import { ACTIVATIONS } from "../../core/activations.ts";
import { NUMBERS } from "../../core/elementary.ts";
import { forward, type Layer } from "../../core/network.ts";
import { prepare } from "../../core/train.ts";
import { rowLabels } from "../../experiments/records.ts";
import { significant } from "../../experiments/format.ts";
import { contour, type Segment } from "../views/contour.ts";
import { type Child, html, refill, set, svg } from "./dom.ts";
import { diagramOf, type UnitMark, type WeightMark } from "./diagram.ts";
import type { Film } from "./film.ts";
import { answerRamp, paint, unitRamp } from "./paint.ts";
import { answersOver, planeOf, SIDE } from "./plane.ts";

/** An arm on the page. */
export interface Arm {
  readonly element: HTMLElement;
  /** Shows a frame. */
  show(frame: number): void;
}

/** The most hidden units whose surfaces are shown, and the points of their sides. */
const MOST_SURFACES = 16, SMALL_SIDE = 25;
/** Side of the plots in pixels: a whole number of them a point. */
const PLOT = 6 * SIDE;

/** The arm of a film. */
export function armOf(title: string, film: Film, held: ReadonlyMap<number, number>): Arm {
  const training = prepare(film.config), { network, rows, loss } = training, { frames } = film;
  const labels = rowLabels(rows.length), probability = (y: number) => loss.probability(NUMBERS, y);
  const passes = frames.map(({ parameters }) =>
    rows.map(({ inputs }) => forward(NUMBERS, network, parameters, inputs).a)
  );
  let now = 0;

  const readout = html("p", { class: "readout" });
  const idle = "Blue weights are positive, dashed ones negative. Point at a weight or a unit to read its value.";
  let pointed: UnitMark | WeightMark | undefined;
  const tell = () => refill(readout, pointed ? wordsOf(pointed) : idle);
  const wordsOf = (at: UnitMark | WeightMark) => {
    if ("parameter" in at) return `${at.symbol} = ${frames[now]!.parameters[at.parameter]!}`;
    if (at.unit < 0) return "the constant 1 that biases belong to";
    const values = passes[now]!.map((a, row) => `${significant(a[at.layer]![at.unit]!)} (${labels[row]})`);
    return `${at.name} by row: ${values.join(", ")}`;
  };
  const diagram = diagramOf(network, {
    width: PLOT,
    apart: 56,
    label: `${title}: the net, weights by width and colour; their values are in the table below`,
    onPoint: (at) => {
      pointed = at;
      tell();
    },
  });
  const table = html("tbody"),
    details = html(
      "details",
      {},
      html("summary", {}, "All weights"),
      html(
        "div",
        { class: "scroll rows", tabindex: 0, role: "region", "aria-label": `${title}: weights` },
        html(
          "table",
          {},
          html(
            "thead",
            {},
            html(
              "tr",
              {},
              html("th", { scope: "col" }, "weight"),
              html("th", { scope: "col", class: "number" }, "value"),
            ),
          ),
          table,
        ),
      ),
    );
  const fillTable = () => {
    if (!details.open) return;
    refill(
      table,
      ...diagram.placing.weights.map(({ symbol, parameter }) =>
        html(
          "tr",
          {},
          html("th", { scope: "row" }, symbol),
          html("td", { class: "number" }, String(frames[now]!.parameters[parameter])),
        )
      ),
    );
  };
  details.addEventListener("toggle", fillTable);

  const plane = planeOf(training, held), hidden = network.layers.slice(0, -1);
  const surface = plane && surfaceOf(
    title,
    plane.places,
    rows.map(({ inputs, targets }) => ({
      x: inputs[plane.across]!,
      y: inputs[plane.up]!,
      target: targets[0]!,
      there: [...held].every(([input, value]) => inputs[input] === value),
    })).filter(({ there }) => there),
  );
  const units = hidden.flatMap((layer, l) =>
    Array.from({ length: layer.units }, (_, unit) => ({ l, unit, name: layer.activation.name }))
  );
  const small = plane
    ? units.slice(0, MOST_SURFACES).map(({ l, unit, name }) => {
      const canvas = html("canvas", {
        width: SMALL_SIDE,
        height: SMALL_SIDE,
        role: "img",
        "aria-label": `${title}: answers of hidden unit ${unit + 1} of layer ${l + 1} over the plane`,
      });
      const range = html("span", {});
      const label = hidden.length > 1 ? `layer ${l + 1}, unit ${unit + 1}` : `unit ${unit + 1}`;
      return {
        l,
        unit,
        name,
        canvas,
        range,
        element: html("figure", { class: "unit" }, canvas, html("figcaption", {}, label, html("br"), range)),
      };
    })
    : [];
  const last = network.layers.length - 2;
  const space = hidden.length > 0 && hidden[last]!.units > 1
    ? spaceOf(
      title,
      passes.map((pass) => pass.map((a) => a[last + 1]!)),
      rows.map(({ targets }, row) => ({ target: targets[0]!, label: labels[row]! })),
      hidden[last]!.activation.name,
      strongestInputs(network.layers[last + 1]!, frames.at(-1)!.parameters),
    )
    : undefined;

  const panel = (name: string, ...children: readonly Child[]) =>
    html("div", { class: "panel" }, html("p", { class: "panel-title" }, name), ...children);
  const element = html(
    "div",
    { class: "arm" },
    html("h3", {}, title),
    html(
      "div",
      { class: "panels" },
      surface && plane &&
        panel(
          "Decision surface",
          surface.element,
          html(
            "p",
            { class: "note" },
            `answer y over ${inputName(plane.across)} (across) and ${
              inputName(plane.up)
            } (up); the line is where it is ½`,
          ),
        ),
      panel("The net", diagram.element, readout),
      space && panel("Hidden space", space.element),
    ),
    small.length > 0
      ? html(
        "div",
        { class: "panel", role: "group", "aria-label": "hidden units" },
        html(
          "p",
          { class: "panel-title" },
          units.length > small.length ? `The first ${small.length} of ${units.length} hidden units` : "Hidden units",
        ),
        html("div", { class: "units" }, ...small.map(({ element }) => element)),
      )
      : undefined,
    details,
  );
  return {
    element,
    show(frame) {
      now = frame;
      const { parameters } = frames[frame]!;
      diagram.show(parameters);
      tell();
      fillTable();
      space?.show(frame);
      if (!plane || !surface) return;
      const answers = answersOver(plane, network, parameters);
      surface.show(answers.at(-1)![0]!.map(probability));
      const ramp = unitRamp();
      for (const { l, unit, name, canvas, range } of small) {
        const values = answers[l]![unit]!, [low, high] = rangeOf(name, values);
        paint(canvas, values, (value) => (value - low) / (high - low || 1), ramp);
        refill(range, `${significant(low, 2)} to ${significant(high, 2)}`);
      }
    },
  };
}

/** An input as the diagram calls it. */
export function inputName(input: number): string {
  return `x${[...String(input + 1)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("")}`;
}

/** The two inputs of a layer that count for most, by the size of their weights, in their order. */
function strongestInputs({ inputs, units, weights }: Layer, parameters: readonly number[]): number[] {
  const size = (input: number) => {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += Math.abs(parameters[weights + unit * inputs + input]!);
    return sum;
  };
  const sizes = Array.from({ length: inputs }, (_, input) => size(input));
  const [first, second] = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]!);
  return [first!, second!].sort((a, b) => a - b);
}

/** The range of an activation where it is finite, and otherwise of the values. */
function rangeOf(name: string, values: Iterable<number>): readonly [number, number] {
  const { range } = ACTIVATIONS[name as keyof typeof ACTIVATIONS];
  if (range.every(Number.isFinite)) return range;
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}

/** A point of the truth table on a plot. */
function pointOf(x: number, y: number, target: number, name = "") {
  const one = target >= 0.5;
  return svg(
    "g",
    {},
    svg("circle", {
      cx: x,
      cy: y,
      r: 9,
      fill: one ? "var(--ink)" : "var(--paper)",
      stroke: "var(--ink)",
      "stroke-width": 1.5,
    }),
    svg("text", {
      x,
      y: y + 4,
      "text-anchor": "middle",
      "font-size": 12,
      "font-weight": "bold",
      fill: one ? "var(--paper)" : "var(--ink)",
    }, String(target)),
    name
      ? svg("text", { x, y: y - 13, "text-anchor": "middle", "font-size": 11, fill: "var(--quiet)" }, name)
      : undefined,
  );
}

/** The answers over the plane, the line at ½, and the points of the truth table. */
function surfaceOf(
  title: string,
  places: readonly number[],
  points: readonly { readonly x: number; readonly y: number; readonly target: number }[],
) {
  const canvas = html("canvas", { width: SIDE, height: SIDE }),
    line = svg("path", { fill: "none", stroke: "var(--ink)", "stroke-width": 2, "stroke-linecap": "round" });
  const step = places[1]! - places[0]!, x = (value: number) => ((value - places[0]!) / step + 0.5) * PLOT / SIDE;
  const over = svg(
    "svg",
    { viewBox: `0 0 ${PLOT} ${PLOT}`, "aria-hidden": "true" },
    line,
    ...points.map((point) => pointOf(x(point.x), PLOT - x(point.y), point.target)),
  );
  return {
    element: html(
      "div",
      { class: "plane", role: "img", "aria-label": `${title}: the net's answer over the plane of two inputs` },
      canvas,
      over,
    ),
    show(values: Float64Array) {
      paint(canvas, values, (value) => value, answerRamp());
      const boundary = contour({ xs: places, ys: places, value: (i, j) => values[j * SIDE + i] }, 0.5);
      set(line, { d: boundary.map((piece) => strokeOf(piece, x)).join("") });
    },
  };
}

function strokeOf({ x: x1, y: y1, x2, y2 }: Segment, x: (value: number) => number): string {
  const at = (value: number) => x(value).toFixed(1), up = (value: number) => (PLOT - x(value)).toFixed(1);
  return `M${at(x1)} ${up(y1)}L${at(x2)} ${up(y2)}`;
}

/** Where the rows of the truth table stand in the space of two hidden units, and the way that they came. */
function spaceOf(
  title: string,
  passes: readonly (readonly (readonly number[])[])[],
  rows: readonly { readonly target: number; readonly label: string }[],
  activation: string,
  strongest: readonly number[],
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
    const marks = rows.map(({ target, label }, row) =>
      finite(passes[now]![row]!) ? pointOf(...place(passes[now]![row]!), target, label) : undefined
    );
    refill(
      area,
      svg("rect", { x: 0.5, y: 0.5, width: PLOT - 1, height: PLOT - 1, fill: "none", stroke: "var(--rule)" }),
      ...ways,
      ...marks,
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
