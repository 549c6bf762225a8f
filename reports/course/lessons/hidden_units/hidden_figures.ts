/** The figures of what hidden units learn: a net's hidden space through training, and the lines of two nets. */
import { type Html, markup } from "../../../html.ts";
import { type HalfPlane, planePanel } from "../../figures/plane_panel.ts";
import type { Values } from "../../formula/expression.ts";
import { forwardValues, ROWS } from "../../formula/two_hidden_units.ts";
import type { FigureTexts } from "../../lesson.ts";
import { NAND_NET, SIDES_NET, STARTS, trained, TRAINING, XOR } from "./trained_nets.ts";

/** The side of a unit's line where its sum is positive; `turned` is the other. */
function sideOf(weights: Values, names: readonly [string, string, string], turned = false): HalfPlane {
  const [a, b, c] = names.map((name) => turned ? -weights[name]! : weights[name]!) as [number, number, number];
  return { a, b, c };
}

/** The hidden space of one net before, during and after training. */
export function spaceFigure({ labels, description }: FigureTexts<"before" | "during" | "after">): Html {
  const epochs = { before: 0, during: TRAINING.middle, after: TRAINING.epochs };
  const panels = (["before", "during", "after"] as const).map((name) => {
    const weights = trained(STARTS.nand, epochs[name]);
    const points = ROWS.map((row, i) => {
      const { h_1, h_2 } = forwardValues(weights, row);
      return { at: [h_1!, h_2!] as const, target: XOR[i]! };
    });
    const regions = [[sideOf(weights, ["u_1", "u_2", "c"])]];
    return planePanel(labels[name], { size: 208, low: -0.1, high: 1.1, regions, points, axes: ["h₁", "h₂"] });
  });
  return markup`<div class="panels plane-figure" role="img" aria-label="${description}">
${panels}</div>
`;
}

const FIRST = ["w_11", "w_12", "b_1"] as const;
const SECOND = ["w_21", "w_22", "b_2"] as const;

/** The lines of the hidden units of both nets, and where the output unit says 1. */
export function kindsFigure({ labels, description }: FigureTexts<"nand" | "sides">): Html {
  const points = ROWS.map((at, row) => ({ at, target: XOR[row]! }));
  const panel = (title: string, regions: readonly (readonly HalfPlane[])[]) =>
    planePanel(title, { size: 208, low: -0.4, high: 1.4, regions, points, axes: ["x₁", "x₂"] });
  return markup`<div class="panels plane-figure" role="img" aria-label="${description}">
${panel(labels.nand, [[sideOf(NAND_NET, FIRST), sideOf(NAND_NET, SECOND, true)]])}${
    panel(labels.sides, [[sideOf(SIDES_NET, FIRST)], [sideOf(SIDES_NET, SECOND)]])
  }</div>
`;
}
