/** The figure of both losses, and of the δ that they give, over the output. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { type Html, markup } from "../../../html.ts";
import { curveOf, placeIn, type Range } from "../../figures/curves.ts";
import type { FigureTexts } from "../../lesson.ts";
import { DELTAS } from "./loss_values.ts";

const [WIDTH, HEIGHT] = [300, 200];

/** A curve with its label, which begins at a point. */
interface Curve {
  readonly of: (y: number) => number;
  readonly color: string;
  readonly dash?: string;
  readonly label: string;
  readonly at: readonly [number, number];
}

/** Two panels for the target 0: the losses, and the sizes of δ. */
export function lossesFigure(
  { labels, description }: FigureTexts<"loss" | "delta" | "squared" | "cross" | "output">,
): Html {
  const squared = { color: "vermillion", dash: "6 4", label: labels.squared };
  const cross = { color: "high", label: labels.cross };
  return markup`<div class="panels loss-figure" role="img" aria-label="${description}">
${
    panel(labels.loss, labels.output, { x: [0, 1.02], y: [-0.5, 4] }, [
      { ...squared, of: (y) => y * y / 2, at: [0.6, 0.5] },
      { ...cross, of: (y) => -NUMBERS.log(1 - Math.min(y, 0.99)), at: [0.34, 1.3] },
    ])
  }${
    panel(labels.delta, labels.output, { x: [0, 1.02], y: [-0.13, 1.04] }, [
      { ...squared, of: (y) => -DELTAS.squared(y), at: [0.5, 0.2] },
      { ...cross, of: (y) => -DELTAS.cross(y), at: [0.14, 0.6] },
    ])
  }</div>
`;
}

function panel(title: string, output: string, range: Range, curves: readonly Curve[]): Html {
  const place = placeIn(range, WIDTH, HEIGHT);
  const text = (x: number, y: number, color: string, words: string) => {
    const [left, top] = place(x, y).split(",");
    return markup`<text x="${left}" y="${top}" fill="var(--${color})">${words}</text>\n`;
  };
  const drawn = curves.map(({ of, color, dash, label, at }) =>
    markup`<polyline points="${
      curveOf(of, { ...range, x: [0, 1] }, place)
    }" stroke="var(--${color})" stroke-width="2.5"${dash && markup` stroke-dasharray="${dash}"`} fill="none"/>
${text(at[0], at[1], color, label)}`
  );
  return markup`<div class="panel">
<p class="panel-title">${title}</p>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">
<polyline points="${place(0, 0)} ${place(1, 0)}" stroke="var(--rule)"/>
${drawn}${text(0, range.y[0] * 0.82, "quiet", "0")}${text(0.5, range.y[0] * 0.82, "quiet", output)}${
    text(0.97, range.y[0] * 0.82, "quiet", "1")
  }</svg>
</div>
`;
}
