/** The figure of repeated trials: each has an interval of its own, and most of them hold the truth. */
import { type Html, markup } from "../../../html.ts";
import type { FigureTexts } from "../../lesson.ts";
import { holdsTruth, trialIntervals, TRIALS } from "./intervals.ts";

const [WIDTH, ROW] = [480, 9];
const [FROM, TO] = [0.78, 1];

const across = (value: number) => Math.round(10 * WIDTH * (value - FROM) / (TO - FROM)) / 10;

/** One bar for each trial; those that miss the truth are drawn in another colour, with a cross. */
export function trialsFigure({ labels, description }: FigureTexts<"truth" | "solved">): Html {
  const bars = trialIntervals().map((interval, i) => {
    const y = 34 + i * ROW;
    const color = holdsTruth(interval) ? "high" : "vermillion";
    const mark = holdsTruth(interval)
      ? markup`<circle cx="${across(interval.estimate)}" cy="${y}" r="3" fill="var(--${color})"/>`
      : markup`<text x="${across(interval.estimate)}" y="${
        y + 5
      }" text-anchor="middle" fill="var(--${color})">✕</text>`;
    return markup`<line x1="${across(interval.lower)}" y1="${y}" x2="${
      across(interval.upper)
    }" y2="${y}" stroke="var(--${color})" stroke-width="2"/>${mark}
`;
  });
  const bottom = 34 + TRIALS.trials * ROW;
  const ticks = [0.8, 0.85, 0.9, 0.95, 1].map((value) =>
    markup`<text x="${across(value)}" y="${bottom + 14}" text-anchor="${
      value === 1 ? "end" : "middle"
    }" fill="var(--quiet)">${Math.round(100 * value)}</text>
`
  );
  return markup`<svg class="net-figure" viewBox="0 0 ${WIDTH} ${bottom + 36}" width="${WIDTH}" height="${
    bottom + 36
  }" role="img" aria-label="${description}">
<line x1="${across(TRIALS.truth)}" y1="20" x2="${
    across(TRIALS.truth)
  }" y2="${bottom}" stroke="var(--ink)" stroke-dasharray="4 3"/>
<text x="${across(TRIALS.truth)}" y="14" text-anchor="middle" fill="var(--ink)">${labels.truth}</text>
${bars}${ticks}<text x="${WIDTH / 2}" y="${
    bottom + 32
  }" text-anchor="middle" fill="var(--quiet)">${labels.solved}</text>
</svg>
`;
}
