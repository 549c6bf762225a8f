/** A square part of the plane as a drawing: regions between lines, and points coloured by their targets. */
import { type Html, markup } from "../../html.ts";

/** A point of the plane. */
export type Point = readonly [x: number, y: number];

/** The side of a line where a·x + b·y + c is positive. */
export interface HalfPlane {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** A row of a table as a point. */
export interface PlanePoint {
  readonly at: Point;
  readonly target: number;
  /** Whether a dashed ring marks it; a text above names the reason. */
  readonly ring?: string | undefined;
}

/** A panel: the square from `low` to `high` in both directions, drawn at a size in pixels. */
export interface Panel {
  readonly size: number;
  readonly low: number;
  readonly high: number;
  /** The regions that are coloured as a 1: each lies on the right side of all its lines. */
  readonly regions?: readonly (readonly HalfPlane[])[];
  readonly points: readonly PlanePoint[];
  /** Drawn between the region and the points. */
  readonly marks?: (place: (point: Point) => string) => Html;
  /** The names of the axes. */
  readonly axes: readonly [string, string];
}

/** The panel with its title above. */
export function planePanel(title: string, panel: Panel): Html {
  const { size, axes: [across, up] } = panel;
  const place = (point: Point) => placed(panel, point).join(",");
  return markup`<div class="panel">
<p class="panel-title">${title}</p>
<svg viewBox="0 0 ${size} ${size + 24}" width="${size}" height="${size + 24}" aria-hidden="true">
<rect width="${size}" height="${size}" fill="var(--low)" fill-opacity=".16"/>
${panel.regions?.map((region) => regionHtml(panel, region))}${panel.marks?.(place)}${
    panel.points.map((point) => pointHtml(panel, point))
  }<text x="0" y="${size + 17}" fill="var(--quiet)">↑ ${up}</text>
<text x="${size}" y="${size + 17}" text-anchor="end" fill="var(--quiet)">${across} →</text>
</svg>
</div>
`;
}

function placed({ size, low, high }: Panel, [x, y]: Point): readonly [number, number] {
  const scaled = (value: number) => Math.round(10 * size * (value - low) / (high - low)) / 10;
  return [scaled(x), size - scaled(y)];
}

function regionHtml(panel: Panel, region: readonly HalfPlane[]): Html {
  const { low, high } = panel;
  const square: readonly Point[] = [[low, low], [high, low], [high, high], [low, high]];
  const text = (points: readonly Point[]) => points.map((point) => placed(panel, point).join(",")).join(" ");
  const edges = region.map((half) => clipped(square, half).filter((point) => Math.abs(valueAt(half, point)) < 1e-9));
  return markup`<polygon points="${text(region.reduce(clipped, square))}" fill="var(--high)" fill-opacity=".22"/>
${edges.map((edge) => markup`<polyline points="${text(edge)}" stroke="var(--ink)" stroke-width="2" fill="none"/>\n`)}`;
}

function valueAt({ a, b, c }: HalfPlane, [x, y]: Point): number {
  return a * x + b * y + c;
}

/** The part of a convex polygon in a half-plane. */
function clipped(polygon: readonly Point[], half: HalfPlane): readonly Point[] {
  return polygon.flatMap((point, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    const [value, nextValue] = [valueAt(half, point), valueAt(half, next)];
    const kept = value >= 0 ? [point] : [];
    if (value * nextValue >= 0) return kept;
    const t = value / (value - nextValue);
    return [...kept, [point[0] + t * (next[0] - point[0]), point[1] + t * (next[1] - point[1])] as const];
  });
}

function pointHtml(panel: Panel, { at, target, ring }: PlanePoint): Html {
  const [x, y] = placed(panel, at);
  const mark = ring === undefined
    ? undefined
    : markup`<circle cx="${x}" cy="${y}" r="18" fill="none" stroke="var(--ink)" stroke-width="2" stroke-dasharray="3 3"/>
<text x="${x}" y="${y - 24}" text-anchor="middle" fill="var(--ink)">${ring}</text>`;
  return markup`${mark}<circle cx="${x}" cy="${y}" r="12" fill="var(--${
    target === 1 ? "high" : "low"
  })" stroke="var(--paper)"/>
<text class="target" x="${x}" y="${y + 5}" text-anchor="middle">${target}</text>
`;
}
