/** The figure of two trainings: the error falls with the right sign of δ, and rises with the wrong one. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { type Html, markup } from "../../../html.ts";
import { numeral } from "../../../chart/scales.ts";
import { placeIn, type Range } from "../../figures/curves.ts";
import { FIRST_WEIGHTS } from "../../formula/truth_table.ts";
import type { FigureTexts } from "../../lesson.ts";
import { historyOf, meanSquaredErrorOf } from "./train_unit.ts";

const [WIDTH, HEIGHT] = [400, 250];
/** Powers of ten from 1 to 10,000 epochs, and the mean squared error. */
const RANGE: Range = { x: [-0.35, 4.35], y: [-0.2, 1.06] };
const PLACE = placeIn(RANGE, WIDTH, HEIGHT);

/** Epochs at which a curve has a point: up to fourteen in each power of ten. */
export const POINTS: readonly number[] = [
  ...[1, 10, 100, 1000].flatMap((power) =>
    [1, 1.2, 1.4, 1.7, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9].map((factor) => Math.round(power * factor))
  ),
  10_000,
].filter((epoch, i, all) => epoch !== all[i - 1]);

/** The mean squared error at each of the points; with a negative rate δ has the wrong sign. */
export function errorsAlong(rate: number): readonly number[] {
  return historyOf(FIRST_WEIGHTS, POINTS, rate).map(meanSquaredErrorOf);
}

/** The words of the figure. */
export type CurvesLabel = "right" | "wrong" | "guess" | "epochs" | "error";

/** Both curves over the epochs, on a logarithmic axis. */
export function curvesFigure({ labels, description }: FigureTexts<CurvesLabel>): Html {
  const ticks = [0, 1, 2, 3, 4].map((power) =>
    text(power, -0.09, numeral([1, 10, 100, 1000, 10_000][power]!), "quiet", "middle")
  );
  return markup`<svg class="net-figure" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
<polyline points="${PLACE(0, 0)} ${PLACE(4, 0)}" stroke="var(--rule)"/>
<polyline points="${PLACE(0, 0.25)} ${PLACE(4, 0.25)}" stroke="var(--rule)" stroke-dasharray="3 3"/>
<polyline points="${PLACE(0, 1)} ${PLACE(4, 1)}" stroke="var(--rule)"/>
${text(-0.08, -0.02, "0", "quiet", "end")}${text(-0.08, 0.23, "¼", "quiet", "end")}${
    text(-0.08, 0.98, "1", "quiet", "end")
  }${ticks}${curve(0.9, "high")}${curve(-0.9, "vermillion")}${text(0, 0.9, labels.error, "quiet")}${
    text(2.3, 0.86, labels.wrong, "vermillion")
  }${text(2.3, 0.06, labels.right, "high")}${text(4, 0.28, labels.guess, "quiet", "end")}${
    text(4, -0.18, labels.epochs, "quiet", "end")
  }</svg>
`;
}

function curve(rate: number, color: string): Html {
  const points = errorsAlong(rate).map((error, i) => PLACE(NUMBERS.log(POINTS[i]!) / NUMBERS.log(10), error));
  return markup`<polyline points="${points.join(" ")}" stroke="var(--${color})" stroke-width="2.5" fill="none"/>
`;
}

function text(x: number, y: number, label: string, color: string, anchor = "start"): Html {
  const [left, top] = PLACE(x, y).split(",");
  return markup`<text x="${left}" y="${top}" text-anchor="${anchor}" fill="var(--${color})">${label}</text>
`;
}
