/** A net as a drawing: units as circles, weights as lines whose width and colour encode their values. */
import type { Network } from "../../../core/network.ts";
import { symbolsOf } from "../../../core/worked/quantity.ts";
import { color, signColor } from "../../chart/theme.ts";
import { picture, setAttributes, svg } from "../dom.ts";

/** A unit, an input, or the constant 1 that feeds a layer's biases. */
export interface UnitMark {
  /** 0 for inputs, then layer by layer. */
  readonly layer: number;
  readonly unit: number | "constant";
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

/** What a reader can point at. */
export type NetMark = UnitMark | WeightMark;

/** Positions of all units and weights, in pixels; `spacing` is the distance of two units of a layer. */
export type NetLayout = ReturnType<typeof layOutNet>;

const MAX_HEIGHT = 320;
const MIN_SPACING = 14;
const MAX_RADIUS = 16;

/** Lays out a net on a width in pixels, units of a layer at most `maxSpacing` pixels apart. */
export function layOutNet(network: Network, width: number, maxSpacing: number) {
  const { inputs, layers } = network;
  const symbolOf = symbolsOf(network, false);
  const counts = [inputs, ...layers.map(({ units }) => units)];
  const heights = counts.map((count, layer) => layers[layer]?.biases === undefined ? count : count + 1);
  const tallest = Math.max(...heights);
  const spacing = Math.max(MIN_SPACING, Math.min(maxSpacing, MAX_HEIGHT / tallest));
  const height = tallest * spacing + 8;
  const radius = Math.min(MAX_RADIUS, spacing * 0.36);
  const nameOf = (layer: number, unit: number) =>
    layer === 0
      ? symbolOf({ kind: "input", index: unit, row: 0 })
      : symbolOf({ kind: "unit", letter: "y", layer: layer - 1, unit, row: 0 });
  const columns = counts.map((count, layer) => {
    const x = radius + 20 + layer / layers.length * (width - 2 * radius - 40);
    const top = height / 2 - (heights[layer]! - 1) / 2 * spacing;
    return Array.from({ length: heights[layer]! }, (_, i): UnitMark => {
      const named = i < count ? { unit: i, name: nameOf(layer, i) } : { unit: "constant" as const, name: "1" };
      return { layer, ...named, x, y: top + i * spacing };
    });
  });
  const weights = layers.flatMap((layer, l) =>
    columns[l + 1]!.slice(0, layer.units).flatMap((to, unit) =>
      columns[l]!.map((from, i): WeightMark => {
        const parameter = i < layer.inputs ? layer.weights + unit * layer.inputs + i : layer.biases! + unit;
        return { parameter, symbol: symbolOf({ kind: "parameter", index: parameter }), from, to };
      })
    )
  );
  return { units: columns.flat(), weights, height, radius, spacing };
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
  const { units, weights, radius } = layout;
  const lines = weights.map((weight) => svg("line", endpoints(weight)));
  const pointerAreas = weights.map((weight) =>
    svg("line", { ...endpoints(weight), stroke: "transparent", "stroke-width": POINTER_WIDTH })
  );
  const circles = units.map((unit) => drawUnit(unit, radius));
  const element = picture(width, layout.height, label, ...lines, ...pointerAreas, ...circles);
  pointerAreas.forEach((area, i) => area.addEventListener("pointerenter", () => onPoint(weights[i])));
  circles.forEach((circle, i) => circle.addEventListener("pointerenter", () => onPoint(units[i])));
  element.addEventListener("pointerleave", () => onPoint(undefined));
  return {
    element,
    layout,
    show(parameters: readonly number[]) {
      const styles = weightStyles(weights.map(({ parameter }) => parameters[parameter]!));
      styles.forEach((style, i) => setAttributes(lines[i]!, style));
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

function endpoints({ from, to }: WeightMark) {
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}

/** A circle, with its name if there is space. */
function drawUnit({ x, y, name }: UnitMark, radius: number): SVGGElement {
  const circle = { cx: x, cy: y, r: radius, fill: "var(--paper)", stroke: "var(--ink)", "stroke-width": 1.5 };
  const label = { x, y: y + 4, "text-anchor": "middle", "font-size": 11, fill: "var(--ink)" };
  return svg("g", {}, svg("circle", circle), radius < 9 ? undefined : svg("text", label, name));
}
