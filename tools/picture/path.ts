/** Paths of SVG with few bytes: whole coordinates, and no point that a straight line can spare. */

/** A point in the units of the path. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A path of straight lines, each step relative to the point before it; coordinates are rounded. */
export function pathOf(points: readonly Point[], isClosed = false): string {
  let from = { x: 0, y: 0 }, path = "";
  for (const [i, point] of points.entries()) {
    const to = { x: Math.round(point.x), y: Math.round(point.y) };
    const dx = to.x - from.x, dy = to.y - from.y;
    if (i > 0 && dx === 0 && dy === 0) continue;
    path += `${i === 0 ? "M" : "l"}${dx}${dy < 0 ? "" : " "}${dy}`;
    from = to;
  }
  return isClosed ? `${path}z` : path;
}

/**
 * The points of a line without those that lie within `tolerance` of the line through the others.
 *
 * Source: Douglas & Peucker 1973, "Algorithms for the reduction of the number of points required to represent a
 * digitized line or its caricature".
 */
export function simplify(points: readonly Point[], tolerance: number): readonly Point[] {
  if (points.length < 3) return points;
  const first = points[0]!, last = points.at(-1)!;
  const distances = points.map((point) => distance(point, first, last));
  const largest = Math.max(...distances), at = distances.indexOf(largest);
  if (largest <= tolerance) return [first, last];
  return [...simplify(points.slice(0, at + 1), tolerance), ...simplify(points.slice(at), tolerance).slice(1)];
}

/** The distance of a point from the line through two others. */
function distance({ x, y }: Point, a: Point, b: Point): number {
  const dx = b.x - a.x, dy = b.y - a.y;
  return Math.abs(dx * (y - a.y) - dy * (x - a.x)) / Math.sqrt(dx * dx + dy * dy);
}
