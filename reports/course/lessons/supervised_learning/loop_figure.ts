/** The figure of the learning loop: forward to the output, and back from the error to the weights. */
import { type Html, markup } from "../../../html.ts";
import { arrow } from "../../figures/arrow.ts";
import type { FigureTexts } from "../../lesson.ts";

const [WIDTH, HEIGHT] = [400, 220];

/** The boxes by their words: left, top and width. */
const BOXES = {
  inputs: [2, 20, 92],
  unit: [150, 20, 100],
  output: [306, 20, 92],
  target: [2, 158, 92],
  error: [306, 158, 92],
} as const;
const BOX_HEIGHT = 44;

/** The words of the figure. */
export type LoopLabel = keyof typeof BOXES | "change";

/** Five boxes; the upper arrows are inference, all of them training. */
export function loopFigure({ labels, description }: FigureTexts<LoopLabel>): Html {
  const boxes = (Object.keys(BOXES) as (keyof typeof BOXES)[]).map((name) => {
    const [x, y, width] = BOXES[name];
    return markup`<rect x="${x}" y="${y}" width="${width}" height="${BOX_HEIGHT}" rx="6" fill="var(--paper)" stroke="var(--ink)"/>
<text x="${x + width / 2}" y="${y + 27}" text-anchor="middle" fill="var(--ink)">${labels[name]}</text>
`;
  });
  return markup`<svg class="net-figure" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
${arrow([94, 42], [150, 42], "high")}${arrow([250, 42], [306, 42], "high")}${
    arrow([352, 64], [352, 158], "vermillion")
  }${arrow([94, 180], [306, 180], "vermillion")}${
    arrow([306, 166], [204, 64], "vermillion")
  }${boxes}<text x="236" y="134" text-anchor="end" fill="var(--vermillion)">${labels.change}</text>
</svg>
`;
}
