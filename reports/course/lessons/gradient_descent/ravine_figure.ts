/** The figure of a bowl and a ravine from above, each with a path of gradient descent. */
import { type Html, markup } from "../../../html.ts";
import { placeIn, type Range } from "../../figures/curves.ts";
import type { FigureTexts } from "../../lesson.ts";
import { pathOver, type Point } from "./descent.ts";

const [WIDTH, HEIGHT] = [240, 170];
const RANGE: Range = { x: [-2.4, 2.4], y: [-1.7, 1.7] };
const PLACE = placeIn(RANGE, WIDTH, HEIGHT);
/** Pixels for 1; both axes have the same scale, so that paths cross the contours at right angles. */
const SCALE = WIDTH / (RANGE.x[1] - RANGE.x[0]);

/** How steep the second weight's direction is, compared with the first; and the steps of the path. */
export const VALLEYS = {
  bowl: { steepness: 1, rate: 0.3, start: [-2, 1.2], steps: 12 },
  ravine: { steepness: 20, rate: 0.09, start: [-2, 0.4], steps: 30 },
} as const;

/** Both valleys side by side. */
export function ravineFigure({ labels, description }: FigureTexts<keyof typeof VALLEYS>): Html {
  const panels = (["bowl", "ravine"] as const).map((name) =>
    markup`<div class="panel">
<p class="panel-title">${labels[name]}</p>
${valleySvg(VALLEYS[name])}</div>
`
  );
  return markup`<div class="panels valleys-figure" role="img" aria-label="${description}">
${panels}</div>
`;
}

function valleySvg({ steepness, rate, start, steps }: (typeof VALLEYS)[keyof typeof VALLEYS]): Html {
  const path = pathOver(steepness, rate, start, steps);
  const [middleX, middleY] = PLACE(0, 0).split(",");
  // equal differences of the root of F, so that contours are evenly spaced
  const contours = [0.4, 0.8, 1.2, 1.6, 2, 2.4, 2.8].map((axis) =>
    markup`<ellipse cx="${middleX}" cy="${middleY}" rx="${pixels(axis)}" ry="${
      pixels(axis / Math.sqrt(steepness))
    }" fill="none" stroke="var(--rule)"/>
`
  );
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">
${contours}<polyline points="${
    path.map(([x, y]) => PLACE(x, y)).join(" ")
  }" stroke="var(--vermillion)" stroke-width="1.5" fill="none"/>
${path.map((point, i) => dot(point, i === 0 ? 5 : 2.5))}<text x="${WIDTH - 6}" y="${
    Number(middleY) - 6
  }" text-anchor="end" fill="var(--quiet)">w₁</text>
<text x="${Number(middleX) + 6}" y="14" fill="var(--quiet)">w₂</text>
</svg>
`;
}

function pixels(length: number): number {
  return Math.round(10 * SCALE * length) / 10;
}

function dot([x, y]: Point, radius: number): Html {
  const [left, top] = PLACE(x, y).split(",");
  return markup`<circle cx="${left}" cy="${top}" r="${radius}" fill="var(--vermillion)"/>
`;
}
