/** The figure of one line and four points: AND, OR and XOR. */
import { type Html, markup } from "../../html.ts";
import type { FigureTexts } from "../lesson.ts";

const SIZE = 208;
const [LOW, HIGH] = [-0.4, 1.4];

const across = (x: number) => Math.round(SIZE * (x - LOW) / (HIGH - LOW));
const down = (y: number) => SIZE - across(y);
const place = ([x, y]: readonly [number, number]) => `${across(x)},${down(y)}`;

/** The targets of the rows 00 01 10 11, and c of the line x₁ + x₂ = c. */
const PANELS = {
  and: { targets: [0, 0, 0, 1], line: 1.5 },
  or: { targets: [0, 1, 1, 1], line: 0.5 },
  xor: { targets: [0, 1, 1, 0], line: 0.5 },
} as const;

/** Three tables with one line each; the line for XOR leaves a point on the wrong side. */
export function linesFigure({ labels, description }: FigureTexts<"and" | "or" | "xor" | "wrong">): Html {
  const panels = (["and", "or", "xor"] as const).map((name) =>
    markup`<div class="panel">
<p class="panel-title">${labels[name]}</p>
${panelSvg(PANELS[name], labels.wrong)}</div>
`
  );
  return markup`<div class="panels lines-figure" role="img" aria-label="${description}">
${panels}</div>
`;
}

function panelSvg({ targets, line }: (typeof PANELS)[keyof typeof PANELS], wrong: string): Html {
  const points = targets.map((target, row) => {
    const [x, y] = [row >> 1, row & 1];
    const isWrong = (x + y > line) !== (target === 1);
    return markup`${
      isWrong
        ? markup`<circle cx="${across(x)}" cy="${
          down(y)
        }" r="18" fill="none" stroke="var(--ink)" stroke-width="2" stroke-dasharray="3 3"/>
<text x="${across(x)}" y="${down(y) - 24}" text-anchor="middle" fill="var(--ink)">${wrong}</text>`
        : undefined
    }<circle cx="${across(x)}" cy="${down(y)}" r="12" fill="var(--${
      target === 1 ? "high" : "low"
    })" stroke="var(--paper)"/>
<text class="target" x="${across(x)}" y="${down(y) + 5}" text-anchor="middle">${target}</text>
`;
  });
  return markup`<svg viewBox="0 0 ${SIZE} ${SIZE + 24}" width="${SIZE}" height="${SIZE + 24}" aria-hidden="true">
<rect width="${SIZE}" height="${SIZE}" fill="var(--low)" fill-opacity=".16"/>
<polygon points="${sideOf(line)}" fill="var(--high)" fill-opacity=".22"/>
<polyline points="${edgeOf(line)}" stroke="var(--ink)" stroke-width="2" fill="none"/>
${points}<text x="${across(0.5)}" y="${SIZE + 17}" text-anchor="middle" fill="var(--quiet)">x₁</text>
<text x="8" y="${down(0.5) + 4}" fill="var(--quiet)">x₂</text>
</svg>
`;
}

/** The two ends of the line x + y = c. */
function endsOf(line: number): readonly [readonly [number, number], readonly [number, number]] {
  return line < LOW + HIGH ? [[LOW, line - LOW], [line - LOW, LOW]] : [[line - HIGH, HIGH], [HIGH, line - HIGH]];
}

function edgeOf(line: number): string {
  return endsOf(line).map(place).join(" ");
}

/** The part of the square where x + y > c. */
function sideOf(line: number): string {
  const corners = line < LOW + HIGH ? [[HIGH, LOW], [HIGH, HIGH], [LOW, HIGH]] as const : [[HIGH, HIGH]] as const;
  return [...endsOf(line), ...corners].map(place).join(" ");
}
