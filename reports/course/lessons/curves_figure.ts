/** The figures that are curves: activation functions, and the slope of an error. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { type Html, markup } from "../../html.ts";
import type { FigureTexts } from "../lesson.ts";

/** The range of a plot. */
interface Range {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const [WIDTH, HEIGHT] = [160, 120];

const placeIn = ({ x, y }: Range, width: number, height: number) => (px: number, py: number) =>
  `${rounded(width * (px - x[0]) / (x[1] - x[0]))},${rounded(height * (y[1] - py) / (y[1] - y[0]))}`;

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The points of a curve. */
function curveOf(curve: (x: number) => number, range: Range, place: (x: number, y: number) => string): string {
  const [from, to] = range.x;
  const xs = Array.from({ length: 81 }, (_, i) => from + (to - from) * i / 80);
  return xs.map((x) => place(x, curve(x))).join(" ");
}

const ACTIVATIONS = {
  step: (v: number) => v >= 0 ? 1 : 0,
  sigmoid: NUMBERS.sigmoid,
  tanh: NUMBERS.tanh,
  relu: (v: number) => Math.max(0, v),
};
const ACTIVATION_RANGE: Range = { x: [-4, 4], y: [-1.2, 2.2] };

/** Four activation functions side by side. */
export function activationsFigure({ labels, description }: FigureTexts<keyof typeof ACTIVATIONS>): Html {
  const place = placeIn(ACTIVATION_RANGE, WIDTH, HEIGHT);
  const names = Object.keys(ACTIVATIONS) as (keyof typeof ACTIVATIONS)[];
  const panels = names.map((name) =>
    markup`<div class="panel">
<p class="panel-title">${labels[name]}</p>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">
<polyline points="${place(-4, 0)} ${place(4, 0)}" stroke="var(--rule)"/>
<polyline points="${place(0, -1.2)} ${place(0, 2.2)}" stroke="var(--rule)"/>
<polyline points="${place(-4, 1)} ${place(4, 1)}" stroke="var(--rule)" stroke-dasharray="3 3"/>
<polyline points="${
      curveOf(ACTIVATIONS[name], ACTIVATION_RANGE, place)
    }" stroke="var(--high)" stroke-width="2.5" fill="none"/>
</svg>
</div>
`
  );
  return markup`<div class="panels curves-figure" role="img" aria-label="${description}">
${panels}</div>
`;
}

/** The target of the figure of a slope, and the weights before and after a step. */
export const SLOPE = { target: 0.7, weight: -2.2, rate: 9 } as const;

/** ½(d − σ(w))², and its slope at w. */
export function errorAt(w: number): { readonly error: number; readonly slope: number } {
  const y = NUMBERS.sigmoid(w);
  const e = SLOPE.target - y;
  return { error: 0.5 * e * e, slope: -e * y * (1 - y) };
}

/** The error over one weight, with the slope at a weight and a step against it. */
export function slopeFigure({ labels, description }: FigureTexts<"error" | "weight" | "slope" | "step">): Html {
  const range: Range = { x: [-4, 4], y: [-0.03, 0.27] };
  const [width, height] = [360, 220];
  const place = placeIn(range, width, height);
  const { weight, rate } = SLOPE;
  const { error, slope } = errorAt(weight);
  const next = weight - rate * slope;
  const dot = (w: number, color: string) => {
    const [x, y] = place(w, errorAt(w).error).split(",");
    return markup`<circle cx="${x}" cy="${y}" r="6" fill="var(--${color})"/>\n`;
  };
  const text = (x: number, y: number, label: string, color: string) => {
    const [left, top] = place(x, y).split(",");
    return markup`<text x="${left}" y="${top}" fill="var(--${color})">${label}</text>\n`;
  };
  return markup`<svg class="net-figure" viewBox="0 0 ${width} ${height + 8}" width="${width}" height="${
    height + 8
  }" role="img" aria-label="${description}">
<polyline points="${place(-4, 0)} ${place(4, 0)}" stroke="var(--rule)"/>
<polyline points="${
    curveOf((w) => errorAt(w).error, range, place)
  }" stroke="var(--high)" stroke-width="2.5" fill="none"/>
<polyline points="${place(weight - 1.2, error - 1.2 * slope)} ${
    place(weight + 1.6, error + 1.6 * slope)
  }" stroke="var(--vermillion)" stroke-width="2"/>
<polyline points="${place(weight, -0.012)} ${place(next, -0.012)}" stroke="var(--ink)" stroke-width="3"/>
<polyline points="${place(next - 0.12, -0.004)} ${place(next, -0.012)} ${
    place(next - 0.12, -0.02)
  }" stroke="var(--ink)" stroke-width="2" fill="none"/>
${dot(weight, "vermillion")}${dot(next, "high")}${text(-3.9, 0.255, labels.error, "quiet")}${
    text(2.6, -0.026, labels.weight, "quiet")
  }${text(weight + 0.3, error + 0.012, labels.slope, "vermillion")}${text(weight, -0.034, labels.step, "ink")}</svg>
`;
}
