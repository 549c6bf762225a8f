/** The figure of a net of three units, with the numbers that flow forward and back. */
import { type Html, markup } from "../../html.ts";
import type { Values } from "../formula/expression.ts";
import { decimal, type FigureTexts } from "../lesson.ts";

const [WIDTH, HEIGHT] = [360, 280];
const INPUTS = [[32, 80], [32, 200]] as const;
const HIDDEN = [[176, 80], [176, 200]] as const;
const OUTPUT = [312, 140] as const;
const RADIUS = 24;

/** Inputs, two hidden units and an output, with outputs above and δ below each unit. */
export function netFigure({ labels, description }: FigureTexts<"forward" | "back">, values: Values): Html {
  const number = (name: string) => decimal(values[name]!, 2);
  const edges = [
    ...HIDDEN.flatMap((unit, i) =>
      INPUTS.map((input, j) => edge(input, unit, number(`w_${i + 1}${j + 1}`), i === j ? 0.5 : 0.3))
    ),
    ...HIDDEN.map((unit, i) => edge(unit, OUTPUT, number(`u_${i + 1}`), 0.5)),
  ];
  return markup`<svg class="net-figure" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${description}">
${edges}${INPUTS.map(([x, y], i) => node(x, y, `x${"₁₂"[i]}`, 18))}${
    HIDDEN.map(([x, y], i) => unit(x, y, `h${"₁₂"[i]}`, number(`h_${i + 1}`), `δ${"₁₂"[i]}`, number(`δ_${i + 1}`)))
  }${
    unit(...OUTPUT, "y", number("y"), "δ", number("δ"))
  }<text x="8" y="16" fill="var(--high)">→ ${labels.forward}</text>
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

function node(x: number, y: number, name: string, radius: number): Html {
  return markup`<circle cx="${x}" cy="${y}" r="${radius}" fill="var(--paper)" stroke="var(--ink)"/>
<text x="${x}" y="${y + 5}" text-anchor="middle" fill="var(--ink)">${name}</text>
`;
}

function unit(x: number, y: number, name: string, output: string, delta: string, value: string): Html {
  return markup`${node(x, y, name, RADIUS)}<text x="${x}" y="${
    y - RADIUS - 8
  }" text-anchor="middle" fill="var(--high)">${output}</text>
<text x="${x}" y="${y + RADIUS + 18}" text-anchor="middle" fill="var(--vermillion)">${delta} = ${value}</text>
`;
}
