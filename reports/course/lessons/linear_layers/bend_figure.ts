/** The figure of what layers do to the four points of XOR: two linear ones, and one with ReLU. */
import { type Html, markup } from "../../../html.ts";
import { planePanel, type Point } from "../../figures/plane_panel.ts";
import type { FigureTexts } from "../../lesson.ts";
import { bentValues, linearValues, ROWS } from "./linear_net.ts";

const SQUARE = { size: 160, low: -2.6, high: 1.8 } as const;
const [ZERO, ONE] = ["low", "high"] as const;

/** The outputs of the hidden layer for the four rows. */
function hiddenPoints(valuesOf: typeof linearValues): Point[] {
  return ROWS.map(([x_1, x_2]) => {
    const { h_1, h_2 } = valuesOf(x_1, x_2);
    return [h_1!, h_2!];
  });
}

/** Four panels: inputs, one linear layer, two of them, and one with ReLU. */
export function bendFigure(
  { labels, description }: FigureTexts<"inputs" | "linear" | "second" | "relu">,
): Html {
  const linear = hiddenPoints(linearValues);
  const second = linear.map(([x, y]): Point => [x, x + y]);
  return markup`<div class="panels plane-figure of-four" role="img" aria-label="${description}">
${panelOf(labels.inputs, ROWS, ["x₁", "x₂"])}${panelOf(labels.linear, linear)}${panelOf(labels.second, second)}${
    planePanel(labels.relu, {
      ...SQUARE,
      axes: ["h₁", "h₂"],
      regions: [[{ a: 2, b: 2, c: -1 }]],
      points: pointsOf(hiddenPoints(bentValues)),
    })
  }</div>
`;
}

function pointsOf(points: readonly Point[]) {
  return points.map((at, row) => ({ at, target: row === 1 || row === 2 ? 1 : 0 }));
}

/** The square of the inputs as a layer moves it, with its two diagonals. */
function panelOf(title: string, points: readonly Point[], axes: readonly [string, string] = ["h₁", "h₂"]): Html {
  const [p00, p01, p10, p11] = points as [Point, Point, Point, Point];
  return planePanel(title, {
    ...SQUARE,
    axes,
    points: pointsOf(points),
    marks: (place) =>
      markup`<polygon points="${[p00, p01, p11, p10].map(place).join(" ")}" fill="none" stroke="var(--quiet)"/>
${diagonal([p00, p11], ZERO, place)}${diagonal([p01, p10], ONE, place)}`,
  });
}

function diagonal(points: readonly Point[], color: string, place: (point: Point) => string): Html {
  return markup`<polyline points="${
    points.map(place).join(" ")
  }" stroke="var(--${color})" stroke-width="2" fill="none"/>\n`;
}
