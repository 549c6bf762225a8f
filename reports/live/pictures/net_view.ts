/** The net of a film: its diagram, what a pointer is at, and a table of all weights. */
import type { Network } from "../../../core/network.ts";
import { significant } from "../../../experiments/format.ts";
import { raised } from "../../page/numbers.ts";
import { diagramOf, type UnitMark, type WeightMark } from "./net_diagram.ts";
import { html, refill } from "../dom.ts";
import type { Frame } from "../explorer/film.ts";
import { inputName } from "./plane.ts";
import { PLOT } from "./decision_surface.ts";

/** Distance of two units of a layer, in pixels. */
const APART = 56;

/** The net; `passes` has the answers of all layers by frame and row, input first, `labels` what the rows are called. */
export function netOf(
  title: string,
  network: Network,
  frames: readonly Frame[],
  passes: readonly (readonly (readonly (readonly number[])[])[])[],
  labels: readonly string[],
) {
  const constants = constantsOf(passes[0]!);
  let now = 0, pointed: UnitMark | WeightMark | undefined;
  const readout = html("p", { class: "readout" }), body = html("tbody");
  const wordsOf = (at: UnitMark | WeightMark) => {
    if ("parameter" in at) return `${at.symbol} = ${frames[now]!.parameters[at.parameter]!}`;
    if (at.unit < 0) return "the constant 1 that biases belong to";
    const values = passes[now]!.map((a, row) => `${raised(significant(a[at.layer]![at.unit]!))} (${labels[row]})`);
    return `${at.name} by row: ${values.join(", ")}`;
  };
  const tell = () =>
    refill(readout, pointed ? wordsOf(pointed) : [...keyTo(frames[now]!.parameters), ...constants].join(" "));
  const diagram = diagramOf(network, {
    width: PLOT,
    apart: APART,
    label: `${title}: the net, weights by width and colour; their values are in the table below`,
    onPoint: (at) => {
      pointed = at;
      tell();
    },
  });
  const head = html(
    "tr",
    {},
    html("th", { scope: "col" }, "weight"),
    html("th", { scope: "col", class: "number" }, "value"),
  );
  const box = html(
    "div",
    { class: "scroll rows", tabindex: 0, role: "region", "aria-label": `${title}: weights` },
    html("table", {}, html("thead", {}, head), body),
  );
  const table = html("details", {}, html("summary", {}, "All weights"), box);
  const fill = () => {
    if (!table.open) return;
    const rows = diagram.placing.weights.map(({ symbol, parameter }) => {
      const value = String(frames[now]!.parameters[parameter]);
      return html("tr", {}, html("th", { scope: "row" }, symbol), html("td", { class: "number" }, value));
    });
    refill(body, ...rows);
  };
  table.addEventListener("toggle", fill);
  return {
    drawing: diagram.element,
    readout,
    table,
    /** Shows a frame. */
    show(frame: number) {
      now = frame;
      diagram.show(frames[frame]!.parameters);
      tell();
      fill();
    },
  };
}

/** What the lines of such weights mean. */
export function keyTo(weights: readonly number[]): string[] {
  return [
    "Blue weights are positive, dashed ones negative.",
    ...(weights.includes(0) ? ["Thin grey ones are 0."] : []),
    ...(weights.every(Number.isFinite) ? [] : ["Dotted ones are not finite."]),
    "Point at a weight or a unit to read its value.",
  ];
}

/** Tells of inputs that are 1 in every row, whose weights are biases in all but name; `pass` has the answers by row. */
function constantsOf(pass: readonly (readonly (readonly number[])[])[]): string[] {
  return pass[0]![0]!.flatMap((_, input) =>
    pass.every(([inputs]) => inputs![input] === 1) ? [`${inputName(input)} is the constant 1.`] : []
  );
}
