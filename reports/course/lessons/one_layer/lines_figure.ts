/** The figure of one line and four points: AND, OR and XOR. */
import { type Html, markup } from "../../../html.ts";
import { planePanel } from "../../figures/plane_panel.ts";
import type { FigureTexts } from "../../lesson.ts";

/** The targets of the rows 00 01 10 11, and c of the line x₁ + x₂ = c. */
const PANELS = {
  and: { targets: [0, 0, 0, 1], line: 1.5 },
  or: { targets: [0, 1, 1, 1], line: 0.5 },
  xor: { targets: [0, 1, 1, 0], line: 0.5 },
} as const;

/** Three tables with one line each; the line for XOR leaves a point on the wrong side. */
export function linesFigure({ labels, description }: FigureTexts<"and" | "or" | "xor" | "wrong">): Html {
  const panels = (["and", "or", "xor"] as const).map((name) => {
    const { targets, line } = PANELS[name];
    const points = targets.map((target, row) => {
      const [x, y] = [row >> 1, row & 1];
      const isWrong = (x + y > line) !== (target === 1);
      return { at: [x, y] as const, target, ring: isWrong ? labels.wrong : undefined };
    });
    const regions = [[{ a: 1, b: 1, c: -line }]];
    return planePanel(labels[name], { size: 208, low: -0.4, high: 1.4, regions, points, axes: ["x₁", "x₂"] });
  });
  return markup`<div class="panels plane-figure" role="img" aria-label="${description}">
${panels}</div>
`;
}
