/** The figure of the slope of an error. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { type Html, markup } from "../../../html.ts";
import { curveOf, placeIn, type Range } from "../../figures/curves.ts";
import type { FigureTexts } from "../../lesson.ts";

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
  const range: Range = { x: [-4, 4], y: [-0.052, 0.27] };
  const [width, height] = [360, 236];
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
  return markup`<svg class="net-figure" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${description}">
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
  }${text(weight + 0.3, error + 0.012, labels.slope, "vermillion")}${text(weight, -0.042, labels.step, "ink")}</svg>
`;
}
