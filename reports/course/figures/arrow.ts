/** Arrows of figures. */
import { type Html, markup } from "../../html.ts";

/** A place in a drawing. */
export type Place = readonly [x: number, y: number];

/** A straight arrow. */
export function arrow([x1, y1]: Place, [x2, y2]: Place, color: string): Html {
  const length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const corner = (side: number) => `${rounded(x2 - 9 * ux - 5 * side * uy)},${rounded(y2 - 9 * uy + 5 * side * ux)}`;
  const [endX, endY] = [rounded(x2 - 8 * ux), rounded(y2 - 8 * uy)];
  return markup`<line x1="${x1}" y1="${y1}" x2="${endX}" y2="${endY}" stroke="var(--${color})" stroke-width="2"/>
<polygon points="${x2},${y2} ${corner(1)} ${corner(-1)}" fill="var(--${color})"/>
`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
