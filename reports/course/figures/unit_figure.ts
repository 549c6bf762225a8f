/** The figure of one unit: inputs, weights, weighted sum, activation and output, with their numbers. */
import { type Html, markup } from "../../html.ts";
import { formatSignificant } from "../../../experiments/format.ts";
import type { Values } from "../formula/expression.ts";
import type { FigureTexts } from "../lesson.ts";

const [WIDTH, HEIGHT] = [412, 246];
const INPUTS = [[36, 58], [36, 134], [36, 210]] as const;
const SUM = [194, 134] as const;
const OUTPUT = [296, 134] as const;
/** The middle of the arrow from the activation to the output. */
const OUTPUT_X = 366;

/** The words of the figure. */
export type UnitLabel = "inputs" | "weights" | "sum" | "output";

/** Three inputs, the last of them constant, and the output of the unit; `more` is drawn on top. */
export function unitFigure({ labels, description }: FigureTexts<UnitLabel>, values: Values, more?: Html): Html {
  const number = (name: string) => formatSignificant(values[name]!);
  const arrows = INPUTS.map((input, i) => markup`${line(input, SUM)}${weight(i, number(`w_${i + 1}`))}`);
  const inputs = INPUTS.map((input, i) => circle(input, 24, number(`x_${i + 1}`)));
  const heading = (x: number, text: string) =>
    markup`<text x="${x}" y="20" text-anchor="middle" fill="var(--quiet)">${text}</text>
`;
  return markup`<svg class="net-figure" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
${heading(INPUTS[0][0], labels.inputs)}${heading(114, labels.weights)}${heading(SUM[0], labels.sum)}${
    heading(OUTPUT_X, labels.output)
  }${arrows}${line(SUM, OUTPUT)}${line(OUTPUT, [WIDTH, OUTPUT[1]])}${inputs}${
    circle(SUM, 32, `v = ${number("v")}`)
  }<rect x="${OUTPUT[0] - 24}" y="${
    OUTPUT[1] - 24
  }" width="48" height="48" rx="8" fill="var(--paper)" stroke="var(--ink)"/>
<text x="${OUTPUT[0]}" y="${OUTPUT[1] + 5}" text-anchor="middle" fill="var(--ink)">σ</text>
<text x="${OUTPUT_X}" y="${OUTPUT[1] - 12}" text-anchor="middle" fill="var(--high)">y = ${number("y")}</text>
${more}</svg>
`;
}

/** What a figure adds to the unit: a number below a weight, the sum or the output. */
export function belowPart(part: number | "sum" | "output", text: string, className: string): Html {
  const [x, y] = part === "sum"
    ? [SUM[0] + 30, SUM[1] + 52]
    : part === "output"
    ? [OUTPUT_X, OUTPUT[1] + 24]
    : weightPlace(part, 18);
  return markup`<text class="${className}" x="${x}" y="${y}" text-anchor="middle">${text}</text>
`;
}

/** The place of a weight's text beside the first half of its arrow. */
function weightPlace(input: number, below = 4): readonly [number, number] {
  const [x, y] = INPUTS[input]!;
  return [Math.round(x + (SUM[0] - x) * 0.45), Math.round(y + (SUM[1] - y) * 0.45) + below];
}

type Place = readonly [x: number, y: number];

function line([x1, y1]: Place, [x2, y2]: Place): Html {
  return markup`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="var(--quiet)"/>
`;
}

function weight(input: number, text: string): Html {
  const [x, y] = weightPlace(input);
  return markup`<text class="weight" x="${x}" y="${y}" text-anchor="middle">${text}</text>
`;
}

function circle([x, y]: Place, radius: number, text: string): Html {
  return markup`<circle cx="${x}" cy="${y}" r="${radius}" fill="var(--paper)" stroke="var(--ink)"/>
<text x="${x}" y="${y + 5}" text-anchor="middle" fill="var(--ink)">${text}</text>
`;
}
