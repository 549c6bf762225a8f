/** The figure of a net of three units, with the numbers that flow forward and back. */
import { type Html, markup } from "../../../html.ts";
import type { Values } from "../../formula/expression.ts";
import { decimal, type FigureTexts } from "../../lesson.ts";

const [WIDTH, HEIGHT] = [360, 280];
const INPUTS = [[32, 80], [32, 200]] as const;
const HIDDEN = [[176, 80], [176, 200]] as const;
const OUTPUT = [300, 140] as const;
const RADIUS = 24;

/** Inputs, two hidden units and an output, with outputs above and δ below each unit. */
export function netFigure({ labels, description }: FigureTexts<"forward" | "back">, values: Values): Html {
  const number = (name: string) => decimal(values[name]!, 2);
  const edges = [
    ...HIDDEN.flatMap((unit, i) =>
      INPUTS.map((input, j) => edge(input, unit, number(`w_${i + 1}${j + 1}`), i === j ? 0.5 : 0.3))
    ),
    ...HIDDEN.map((unit, i) => edge(unit, OUTPUT, number(`u_${i + 1}`), 0.42)),
  ];
  const units = [
    ...HIDDEN.map((place, i) => unit(place, "₁₂"[i]!, values[`h_${i + 1}`]!, values[`δ_${i + 1}`]!)),
    unit(OUTPUT, "", values.y!, values.δ!),
  ];
  return markup`<svg class="net-figure" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
${edges}${
    INPUTS.map(([x, y], i) => node(x, y, `x${"₁₂"[i]}`, 18))
  }${units}<text x="8" y="16" fill="var(--high)">→ ${labels.forward}</text>
<text x="${WIDTH - 8}" y="${HEIGHT - 8}" text-anchor="end" fill="var(--vermillion)">${labels.back} ←</text>
</svg>
`;
}

function edge(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  weight: string,
  at: number,
): Html {
  const [x, y] = [x1 + (x2 - x1) * at, y1 + (y2 - y1) * at].map(Math.round);
  return markup`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="var(--quiet)"/>
<text class="weight" x="${x}" y="${y! + 4}" text-anchor="middle">${weight}</text>
`;
}

/** A circle with a name. */
export function node(x: number, y: number, name: string, radius: number): Html {
  return markup`<circle cx="${x}" cy="${y}" r="${radius}" fill="var(--paper)" stroke="var(--ink)"/>
<text x="${x}" y="${y + 5}" text-anchor="middle" fill="var(--ink)">${name}</text>
`;
}

/** A unit with its output above, and below it δ or, in the other notation, the derivative. */
function unit([x, y]: readonly [number, number], index: string, output: number, delta: number): Html {
  const below = (notation: string, symbol: string, value: number) =>
    markup`<text class="${notation}" x="${x}" y="${
      y + RADIUS + 18
    }" text-anchor="middle" fill="var(--vermillion)">${symbol}${index} = ${decimal(value, 2)}</text>
`;
  return markup`${node(x, y, `${index === "" ? "y" : "h"}${index}`, RADIUS)}<text x="${x}" y="${
    y - RADIUS - 8
  }" text-anchor="middle" fill="var(--high)">${decimal(output, 2)}</text>
${below("plus", "δ", delta)}${below("minus", "∂E/∂v", -delta)}`;
}
