/** Contour lines of values on a grid. */

/** A straight line from (x, y) to (x2, y2). */
export type LineSegment = Readonly<Record<"x" | "y" | "x2" | "y2", number>>;

/** Values on a grid: `value(i, j)` at `xs[i]`, `ys[j]`, undefined or not finite where there is none. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly value: (i: number, j: number) => number | undefined;
}

/**
 * The contour line of one value, segment by segment, linear between grid points.
 *
 * In a square that is a saddle, the mean of its corners decides how the two segments run. A region that has the value
 * itself, such as where all ReLU units are off, has no line at its edge: values do not cross there. Source: Lorensen &
 * Cline 1987, "Marching cubes", in two dimensions.
 */
export function contourLines(grid: Grid, contour: number): LineSegment[] {
  const { xs, ys, value } = grid, segments: LineSegment[] = [];
  for (let i = 0; i + 1 < xs.length; i++) {
    for (let j = 0; j + 1 < ys.length; j++) {
      // most squares: a page draws surfaces many times a second
      const isBelow = value(i, j)! < contour;
      if (
        value(i + 1, j)! < contour === isBelow && value(i + 1, j + 1)! < contour === isBelow &&
        value(i, j + 1)! < contour === isBelow
      ) continue;
      const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]] as const;
      const values = corners.map(([i, j]) => value(i, j));
      if (!values.every(Number.isFinite)) continue;
      const highest = corners.filter((_, k) => values[k]! >= contour);
      const isEdge = values.every((value) => value! <= contour) &&
        highest.some(([i, j]) => isFlat(grid, contour, i, j));
      if (isEdge) continue;
      const crossings = corners.flatMap(([i, j], k) => {
        const next = (k + 1) % 4;
        const [i2, j2] = corners[next]!;
        const a = values[k]! - contour;
        const b = values[next]! - contour;
        if (a < 0 === b < 0) return [];
        const fraction = a / (a - b);
        return [[xs[i]! + fraction * (xs[i2]! - xs[i]!), ys[j]! + fraction * (ys[j2]! - ys[j]!)] as const];
      });
      if (crossings.length === 0) continue;
      const mean = values.reduce((sum: number, value) => sum + value! / 4, 0);
      // if the middle of a saddle is on the first corner's side, the segments cut off the other two corners
      const cutsFirst = crossings.length === 4 && (mean < contour) !== (values[0]! < contour);
      const ends = cutsFirst ? [3, 0, 1, 2] : [0, 1, 2, 3];
      for (let end = 0; end < crossings.length; end += 2) {
        const [[x, y], [x2, y2]] = [crossings[ends[end]!]!, crossings[ends[end + 1]!]!];
        segments.push({ x, y, x2, y2 });
      }
    }
  }
  return segments;
}

/** Whether a grid point is a corner of a square whose corners all have this value. */
function isFlat({ xs, ys, value }: Grid, flat: number, i: number, j: number): boolean {
  const isInside = (i: number, j: number) => i >= 0 && j >= 0 && i < xs.length && j < ys.length;
  return [i - 1, i].some((left) =>
    [j - 1, j].some((low) =>
      [left, left + 1].every((i) => [low, low + 1].every((j) => isInside(i, j) && value(i, j) === flat))
    )
  );
}
