/** The figure of the sigmoid as a probability: three sums, each with the chances of a 1 and of a 0. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { type Html, markup } from "../../../html.ts";
import { curveOf, placeIn, type Range } from "../../figures/curves.ts";
import type { FigureTexts } from "../../lesson.ts";

const [WIDTH, HEIGHT] = [380, 220];
const RANGE: Range = { x: [-5.2, 5.2], y: [-0.2, 1.12] };
/** From the middle of a bar to a label beside it. */
const BESIDE = 0.35;
const PLACE = placeIn(RANGE, WIDTH, HEIGHT);

/** The sums of the figure: those of the odds 1 : 9, 1 : 1 and 9 : 1. */
export const SHOWN_SUMS = [-NUMBERS.log(9), 0, NUMBERS.log(9)] as const;

/** The words of the figure. */
export type OddsLabel = "one" | "zero" | "sum" | "against" | "even" | "for";

/** The curve, with a bar at each sum: below the curve the chance of a 1, above it that of a 0. */
export function oddsFigure({ labels, description }: FigureTexts<OddsLabel>): Html {
  const odds = [labels.against, labels.even, labels.for];
  return markup`<svg class="net-figure" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
<polyline points="${PLACE(RANGE.x[0], 0)} ${PLACE(RANGE.x[1], 0)}" stroke="var(--rule)"/>
<polyline points="${PLACE(RANGE.x[0], 1)} ${PLACE(RANGE.x[1], 1)}" stroke="var(--rule)" stroke-dasharray="3 3"/>
${SHOWN_SUMS.map((v, i) => barHtml(v, odds[i]!))}<polyline points="${
    curveOf(NUMBERS.sigmoid, RANGE, PLACE)
  }" stroke="var(--ink)" stroke-width="2.5" fill="none"/>
${text(SHOWN_SUMS[0] - BESIDE, 0.6, labels.zero, "ink", "end")}${
    text(SHOWN_SUMS[2] + BESIDE, 0.4, labels.one, "high")
  }${text(RANGE.x[1] - 0.1, -0.08, labels.sum, "quiet", "end")}</svg>
`;
}

function barHtml(v: number, odds: string): Html {
  const y = NUMBERS.sigmoid(v);
  const part = (from: number, to: number, color: string) =>
    markup`<polyline points="${PLACE(v, from)} ${PLACE(v, to)}" stroke="var(--${color})" stroke-width="14"/>
`;
  return markup`${part(0, y, "high")}${part(y, 1, "low")}${text(v, -0.16, odds, "ink", "middle")}`;
}

function text(x: number, y: number, label: string, color: string, anchor = "start"): Html {
  const [left, top] = PLACE(x, y).split(",");
  return markup`<text x="${left}" y="${top}" text-anchor="${anchor}" fill="var(--${color})">${label}</text>
`;
}
