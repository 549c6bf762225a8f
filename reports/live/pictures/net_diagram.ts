/** A net as a drawing: units as circles, weights as lines whose width and colour encode their values. */
import type { Network } from "../../../core/network.ts";
import { symbolsOf } from "../../../core/worked/quantity.ts";
import { color, signColor } from "../../chart/theme.ts";
import { picture, setAttributes, svg } from "../dom.ts";

/** A unit, an input, the constant 1 that feeds a layer's biases, or a bundle of units. */
export interface UnitMark {
  /** 0 for inputs, then layer by layer. */
  readonly layer: number;
  readonly unit: number | "constant" | "bundle";
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A weight or a bias. */
export interface WeightMark {
  /** Index in the flat list of parameters. */
  readonly parameter: number;
  readonly symbol: string;
  readonly from: UnitMark;
  readonly to: UnitMark;
}

/** The weights between two marks of which at least one is a bundle of units. */
export interface BundleMark extends Pick<WeightMark, "from" | "to"> {
  /** Indices in the flat list of parameters. */
  readonly parameters: readonly number[];
}

/** What a reader can point at. */
export type NetMark = UnitMark | WeightMark | BundleMark;

/** Positions of all units and weights, in pixels; `spacing` is the distance of two units of a layer. */
export type NetLayout = ReturnType<typeof layOutNet>;

const MAX_HEIGHT = 320;
const MAX_RADIUS = 16;
/** A layer of more units than this is drawn as its first and last units, and the others as a bundle. */
const MAX_UNITS = 12;
const FIRST_UNITS = 6;
const LAST_UNITS = 5;

/** Lays out a net on a width in pixels, units of a layer at most `maxSpacing` pixels apart. */
export function layOutNet(network: Network, width: number, maxSpacing: number) {
  const { inputs, layers } = network;
  const symbolOf = symbolsOf(network, false);
  const slots = [inputs, ...layers.map(({ units }) => units)].map((count, layer) => [
    ...slotsOf(count),
    ...(layers[layer]?.biases === undefined ? [] : ["constant" as const]),
  ]);
  const tallest = Math.max(...slots.map(({ length }) => length));
  const spacing = Math.min(maxSpacing, MAX_HEIGHT / tallest);
  const height = tallest * spacing + 8;
  const radius = Math.min(MAX_RADIUS, spacing * 0.36);
  const nameOf = (layer: number, slot: Slot) => {
    if (slot === "constant") return "1";
    if (typeof slot !== "number") return `${slot.length} more`;
    return layer === 0
      ? symbolOf({ kind: "input", index: slot, row: 0 })
      : symbolOf({ kind: "unit", letter: "y", layer: layer - 1, unit: slot, row: 0 });
  };
  const columns = slots.map((column, layer) => {
    const x = radius + 20 + layer / layers.length * (width - 2 * radius - 40);
    const top = height / 2 - (column.length - 1) / 2 * spacing;
    return column.map((slot, i) => {
      const unit = typeof slot === "object" ? "bundle" as const : slot;
      const mark: UnitMark = { layer, unit, name: nameOf(layer, slot), x, y: top + i * spacing };
      return { slot, mark };
    });
  });
  const lines = layers.flatMap((layer, l) =>
    columns[l + 1]!.filter(({ slot }) => slot !== "constant").flatMap((to) =>
      columns[l]!.map((from) => ({
        from: from.mark,
        to: to.mark,
        parameters: unitsOf(to.slot).flatMap((unit) =>
          from.slot === "constant"
            ? [layer.biases! + unit]
            : unitsOf(from.slot).map((input) => layer.weights + unit * layer.inputs + input)
        ),
      }))
    )
  );
  const isBundle = ({ from, to }: Pick<BundleMark, "from" | "to">) => from.unit === "bundle" || to.unit === "bundle";
  return {
    units: columns.flatMap((column) => column.map(({ mark }) => mark)),
    weights: lines.filter((line) => !isBundle(line)).map(({ from, to, parameters }): WeightMark => {
      const parameter = parameters[0]!;
      return { parameter, symbol: symbolOf({ kind: "parameter", index: parameter }), from, to };
    }),
    bundles: lines.filter(isBundle) as readonly BundleMark[],
    height,
    radius,
    spacing,
  };
}

/** What has a place in a layer: a unit, the constant 1, or the units of a bundle. */
type Slot = number | "constant" | readonly number[];

function slotsOf(count: number): Slot[] {
  const units = Array.from({ length: count }, (_, unit) => unit);
  if (count <= MAX_UNITS) return units;
  return [...units.slice(0, FIRST_UNITS), units.slice(FIRST_UNITS, -LAST_UNITS), ...units.slice(-LAST_UNITS)];
}

function unitsOf(slot: Slot): readonly number[] {
  return typeof slot === "number" ? [slot] : slot === "constant" ? [] : slot;
}

/** The mean absolute value of the weights of a bundle. */
export function bundleSize({ parameters }: BundleMark, values: readonly number[]): number {
  return parameters.reduce((sum, parameter) => sum + Math.abs(values[parameter]!), 0) / parameters.length;
}

const MAX_LINE_WIDTH = 6;
const MIN_LINE_WIDTH = 0.75;
/** Width of the area around a line that reacts to the pointer, in pixels. */
const POINTER_WIDTH = 9;

/** The styles of weights: colour and dashes by sign, width by relative size; dotted if not finite. */
export function weightStyles(weights: readonly number[]) {
  const sizes = weights.map(Math.abs);
  const largest = Math.max(1e-300, ...sizes.filter(Number.isFinite));
  return weights.map((weight, i) =>
    Number.isFinite(weight)
      ? {
        stroke: color(signColor(weight)),
        "stroke-width": Math.max(MIN_LINE_WIDTH, MAX_LINE_WIDTH * sizes[i]! / largest).toFixed(2),
        "stroke-dasharray": weight < 0 ? "6 3" : undefined,
      }
      : { stroke: color("quiet"), "stroke-width": 1.5, "stroke-dasharray": "1.5 4" }
  );
}

/** Draws a net; `onPoint` receives the unit or weight at the pointer. */
export function createNetDiagram(
  label: string,
  network: Network,
  width: number,
  maxSpacing: number,
  onPoint: (mark: NetMark | undefined) => void = () => {},
) {
  const layout = layOutNet(network, width, maxSpacing);
  const { units, weights, bundles, radius } = layout;
  const lines = weights.map((weight) => svg("line", endpoints(weight)));
  const bundleLines = bundles.map((bundle) =>
    svg("line", { ...endpoints(bundle), stroke: color("quiet"), opacity: 0.5 })
  );
  const targets = [...bundles, ...weights];
  const pointerAreas = targets.map((target) =>
    svg("line", { ...endpoints(target), stroke: "transparent", "stroke-width": POINTER_WIDTH })
  );
  const circles = units.map((unit) => drawUnit(unit, radius));
  const element = picture(width, layout.height, label, ...bundleLines, ...lines, ...pointerAreas, ...circles);
  pointerAreas.forEach((area, i) => area.addEventListener("pointerenter", () => onPoint(targets[i])));
  circles.forEach((circle, i) => circle.addEventListener("pointerenter", () => onPoint(units[i])));
  element.addEventListener("pointerleave", () => onPoint(undefined));
  return {
    element,
    layout,
    show(parameters: readonly number[]) {
      const values = weights.map(({ parameter }) => parameters[parameter]!);
      const sizes = bundles.map((bundle) => bundleSize(bundle, parameters));
      const styles = weightStyles([...values, ...sizes]);
      lines.forEach((line, i) => setAttributes(line, styles[i]!));
      bundleLines.forEach((line, i) =>
        setAttributes(line, { "stroke-width": styles[lines.length + i]!["stroke-width"] })
      );
    },
    /** Fades all other weights and emphasizes some units; undefined fades none. */
    highlight(highlighted: ReadonlySet<number> | undefined, emphasized: ReadonlySet<UnitMark>) {
      weights.forEach(({ parameter }, i) => {
        setAttributes(lines[i]!, { opacity: !highlighted || highlighted.has(parameter) ? undefined : 0.15 });
      });
      units.forEach((unit, i) => {
        setAttributes(circles[i]!.firstElementChild!, { "stroke-width": emphasized.has(unit) ? 4 : 1.5 });
      });
    },
  };
}

function endpoints({ from, to }: Pick<WeightMark, "from" | "to">) {
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}

/** A circle with its name if there is space; a bundle as dots with the number of its units. */
function drawUnit({ x, y, unit, name }: UnitMark, radius: number): SVGGElement {
  const label = { x, y: y + 4, "text-anchor": "middle", "font-size": 11, fill: "var(--ink)" };
  if (unit === "bundle") {
    const halo = { stroke: "var(--paper)", "stroke-width": 5, "paint-order": "stroke", "stroke-linejoin": "round" };
    const dots = svg("circle", { cx: x, cy: y, r: radius, fill: "var(--paper)", stroke: "none" });
    return svg("g", {}, dots, svg("text", { ...label, ...halo }, `⋮ ${name}`));
  }
  const circle = { cx: x, cy: y, r: radius, fill: "var(--paper)", stroke: "var(--ink)", "stroke-width": 1.5 };
  return svg("g", {}, svg("circle", circle), radius < 9 ? undefined : svg("text", label, name));
}
