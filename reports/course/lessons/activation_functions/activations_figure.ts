/** The figure of four activation functions with their slopes. */
import { ACTIVATIONS } from "../../../../core/components/activations.ts";
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { type Html, markup } from "../../../html.ts";
import { curveOf, placeIn, type Range } from "../../figures/curves.ts";
import type { FigureTexts } from "../../lesson.ts";

const [WIDTH, HEIGHT] = [160, 120];
const RANGE: Range = { x: [-4, 4], y: [-1.2, 2.2] };

/** The functions of the figure, in their order. */
export const SHOWN = ["step", "sigmoid", "tanh", "relu"] as const;

/** The value of an activation function and its slope. */
export function curveAt(name: (typeof SHOWN)[number], v: number): { readonly value: number; readonly slope: number } {
  const value = ACTIVATIONS[name].value(NUMBERS, v, {});
  return { value, slope: ACTIVATIONS[name].derivative(NUMBERS, v, value, {}) };
}

/** Four functions side by side: solid the function, dashed its slope. */
export function activationsFigure({ labels, description }: FigureTexts<(typeof SHOWN)[number]>): Html {
  const place = placeIn(RANGE, WIDTH, HEIGHT);
  const panels = SHOWN.map((name) =>
    markup`<div class="panel">
<p class="panel-title">${labels[name]}</p>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">
<polyline points="${place(-4, 0)} ${place(4, 0)}" stroke="var(--rule)"/>
<polyline points="${place(0, -1.2)} ${place(0, 2.2)}" stroke="var(--rule)"/>
<polyline points="${place(-4, 1)} ${place(4, 1)}" stroke="var(--rule)" stroke-dasharray="3 3"/>
${
      piecesOf(name).map((x) =>
        ["value", "slope"].map((of) => curveHtml(name, of as "value" | "slope", { ...RANGE, x }, place))
      )
    }</svg>
</div>
`
  );
  return markup`<div class="panels curves-figure" role="img" aria-label="${description}">
${panels}</div>
`;
}

/** The intervals between the places where a function or its slope jumps. */
function piecesOf(name: (typeof SHOWN)[number]): readonly (readonly [number, number])[] {
  const isSmooth = name === "sigmoid" || name === "tanh";
  return isSmooth ? [RANGE.x] : [[RANGE.x[0], -1e-9], [1e-9, RANGE.x[1]]];
}

function curveHtml(
  name: (typeof SHOWN)[number],
  of: "value" | "slope",
  range: Range,
  place: (x: number, y: number) => string,
): Html {
  const points = curveOf((v) => curveAt(name, v)[of], range, place);
  return of === "value"
    ? markup`<polyline points="${points}" stroke="var(--high)" stroke-width="2.5" fill="none"/>
`
    : markup`<polyline points="${points}" stroke="var(--vermillion)" stroke-width="2" stroke-dasharray="5 3" fill="none"/>
`;
}
