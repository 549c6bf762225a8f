/** The figures of XOR by hand: two lines that make a strip, and the tent of two ReLU units. */
import { type Html, markup } from "../../../html.ts";
import { curveOf, placeIn, type Range } from "../../figures/curves.ts";
import { type HalfPlane, planePanel } from "../../figures/plane_panel.ts";
import type { FigureTexts } from "../../lesson.ts";
import { tentAt } from "./xor_nets.ts";

const OR: HalfPlane = { a: 1, b: 1, c: -0.5 };
const AND: HalfPlane = { a: 1, b: 1, c: -1.5 };
const NOT_AND: HalfPlane = { a: -1, b: -1, c: 1.5 };

/** The targets of the rows 00 01 10 11, and where the units are on. */
const PANELS = {
  or: { targets: [0, 1, 1, 1], region: [OR] },
  and: { targets: [0, 0, 0, 1], region: [AND] },
  xor: { targets: [0, 1, 1, 0], region: [OR, NOT_AND] },
} as const;

/** The line of OR, that of AND, and the strip between them. */
export function stripFigure({ labels, description }: FigureTexts<keyof typeof PANELS>): Html {
  const panels = (["or", "and", "xor"] as const).map((name) => {
    const { targets, region } = PANELS[name];
    const points = targets.map((target, row) => ({ at: [row >> 1, row & 1] as const, target }));
    return planePanel(labels[name], { size: 208, low: -0.4, high: 1.4, regions: [region], points, axes: ["x₁", "x₂"] });
  });
  return markup`<div class="panels plane-figure" role="img" aria-label="${description}">
${panels}</div>
`;
}

const [WIDTH, HEIGHT] = [360, 190];
const RANGE: Range = { x: [-0.5, 2.5], y: [-0.7, 1.4] };

/** The outputs of two ReLU units and their tent, over the sum of the inputs. */
export function tentFigure({ description }: FigureTexts<never>): Html {
  const place = placeIn(RANGE, WIDTH, HEIGHT);
  const curve = (f: (s: number) => number) => curveOf(f, RANGE, place);
  const points = [0, 1, 2].map((s) => {
    const [x, y] = place(s, tentAt(s).y).split(",").map(Number) as [number, number];
    return markup`<circle cx="${x}" cy="${y}" r="12" fill="var(--${s === 1 ? "high" : "low"})" stroke="var(--paper)"/>
<text class="target" x="${x}" y="${y + 5}" text-anchor="middle">${s === 1 ? 1 : 0}</text>
`;
  });
  const label = (s: number, y: number, text: string, color: string) => {
    const [left, top] = place(s, y).split(",");
    return markup`<text x="${left}" y="${top}" fill="var(--${color})">${text}</text>\n`;
  };
  return markup`<svg class="net-figure plane-figure" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
<polyline points="${place(-0.5, 0)} ${place(2.5, 0)}" stroke="var(--rule)"/>
<polyline points="${
    curve((s) => tentAt(s).h_1)
  }" stroke="var(--quiet)" stroke-width="1.5" stroke-dasharray="6 4" fill="none"/>
<polyline points="${
    curve((s) => tentAt(s).h_2)
  }" stroke="var(--quiet)" stroke-width="1.5" stroke-dasharray="2 3" fill="none"/>
<polyline points="${curve((s) => tentAt(s).y)}" stroke="var(--ink)" stroke-width="2.5" fill="none"/>
${points}${label(1.08, 1.29, "h₁", "quiet")}${label(2.34, 1.12, "h₂", "quiet")}${label(0.42, 0.64, "y", "ink")}${
    label(1.98, -0.62, "x₁ + x₂", "quiet")
  }</svg>
`;
}
