/** A net as a drawing: units as circles, weights as lines by width and colour. */
import type { Network } from "../../../core/network.ts";
import { symbolsOf } from "../../../core/worked/symbols.ts";
import { color, hueOf } from "../../chart/theme.ts";
import { set, svg } from "../dom.ts";

/** A unit, an input, or the constant 1 that a layer's biases belong to. */
export interface UnitMark {
  /** 0 for inputs, then layer by layer. */
  readonly layer: number;
  readonly unit: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A weight or a bias. */
export interface WeightMark {
  /** Its place in the flat list of parameters. */
  readonly parameter: number;
  readonly symbol: string;
  readonly from: UnitMark;
  readonly to: UnitMark;
}

/** Where everything stands. */
export interface Placing {
  readonly units: readonly UnitMark[];
  readonly weights: readonly WeightMark[];
  readonly height: number;
  readonly radius: number;
}

/** The unit number of the constant 1. */
const CONSTANT = -1;

/** Places a net on a width in pixels, units of a layer at most `apart` pixels apart. */
export function placeNet({ inputs, layers }: Network, width: number, apart: number): Placing {
  const counts = [inputs, ...layers.map(({ units }) => units)];
  const hasBias = counts.map((_, l) => layers[l]?.biases !== undefined);
  const tallest = Math.max(...counts.map((count, l) => count + Number(hasBias[l])));
  const step = Math.max(14, Math.min(apart, 320 / tallest)),
    height = tallest * step + 8,
    radius = Math.min(16, step * 0.36);
  const symbols = symbolsOf({ inputs, layers, parameterCount: 0 }, false);
  const x = (layer: number) => radius + 20 + layer / layers.length * (width - 2 * radius - 40);
  const columns = counts.map((count, layer): UnitMark[] => {
    const all = count + Number(hasBias[layer]), top = height / 2 - (all - 1) / 2 * step;
    return Array.from({ length: all }, (_, i): UnitMark => ({
      layer,
      unit: i < count ? i : CONSTANT,
      name: i === count ? "1" : layer === 0 ? symbols.input(i, 0) : symbols.unit("y", layer - 1, i, 0),
      x: x(layer),
      y: top + i * step,
    }));
  });
  const named = (parameter: number) => symbols.parameter(parameter);
  const weights = layers.flatMap((layer, l) => {
    const from = columns[l]!, to = columns[l + 1]!;
    return Array.from({ length: layer.units }, (_, unit) => [
      ...Array.from({ length: layer.inputs }, (_, i): WeightMark => {
        const parameter = layer.weights + unit * layer.inputs + i;
        return { parameter, symbol: named(parameter), from: from[i]!, to: to[unit]! };
      }),
      ...(layer.biases === undefined ? [] : [{
        parameter: layer.biases + unit,
        symbol: named(layer.biases + unit),
        from: from.at(-1)!,
        to: to[unit]!,
      }]),
    ]).flat();
  });
  return { units: columns.flat(), weights, height, radius };
}

/** Width of the thickest line, of the thinnest, and of the field around a line that answers to a pointer, in pixels. */
const THICKEST = 6, THINNEST = 0.75, REACH = 9;

/** How each of some weights is drawn: by its sign, as thick as its size among them; what is not finite as dots. */
export function looksOf(weights: readonly number[]) {
  const sizes = weights.map(Math.abs), strongest = Math.max(1e-300, ...sizes.filter(Number.isFinite));
  return weights.map((weight, i) =>
    Number.isFinite(weight)
      ? {
        stroke: color(hueOf(weight)),
        "stroke-width": Math.max(THINNEST, THICKEST * sizes[i]! / strongest).toFixed(2),
        "stroke-dasharray": weight < 0 ? "6 3" : undefined,
      }
      : { stroke: color("quiet"), "stroke-width": 1.5, "stroke-dasharray": "1.5 4" }
  );
}

/** A drawing that shows one set of parameters after the other. */
export interface Diagram {
  readonly element: SVGSVGElement;
  readonly placing: Placing;
  show(parameters: readonly number[]): void;
  /** Sets off some weights and units from all others; none are where both are undefined. */
  mark(weights: ReadonlySet<number> | undefined, units?: ReadonlySet<UnitMark>): void;
}

/** Draws a net; `onPoint` is told what a pointer is at. */
export function diagramOf(
  network: Network,
  { width, apart, label, onPoint }: {
    readonly width: number;
    readonly apart: number;
    readonly label: string;
    readonly onPoint?: (at: UnitMark | WeightMark | undefined) => void;
  },
): Diagram {
  const placing = placeNet(network, width, apart), { units, weights, height, radius } = placing;
  const lines = weights.map(({ from, to }) => svg("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y }));
  const fields = weights.map(({ from, to }) =>
    svg("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: "transparent", "stroke-width": REACH })
  );
  const circles = units.map(({ x, y, name }) =>
    svg(
      "g",
      {},
      svg("circle", { cx: x, cy: y, r: radius, fill: "var(--paper)", stroke: "var(--ink)", "stroke-width": 1.5 }),
      radius < 9
        ? undefined
        : svg("text", { x, y: y + 4, "text-anchor": "middle", "font-size": 11, fill: "var(--ink)" }, name),
    )
  );
  const element = svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label, class: "net" },
    ...lines,
    ...fields,
    ...circles,
  );
  if (onPoint) {
    fields.forEach((field, i) => field.addEventListener("pointerenter", () => onPoint(weights[i])));
    circles.forEach((circle, i) => circle.addEventListener("pointerenter", () => onPoint(units[i])));
    element.addEventListener("pointerleave", () => onPoint(undefined));
  }
  return {
    element,
    placing,
    show(parameters) {
      looksOf(weights.map(({ parameter }) => parameters[parameter]!)).forEach((look, i) => set(lines[i]!, look));
    },
    mark(marked, ring) {
      weights.forEach(({ parameter }, i) => {
        set(lines[i]!, { opacity: !marked || marked.has(parameter) ? undefined : 0.15 });
      });
      units.forEach((unit, i) => set(circles[i]!.firstElementChild!, { "stroke-width": ring?.has(unit) ? 4 : 1.5 }));
    },
  };
}
