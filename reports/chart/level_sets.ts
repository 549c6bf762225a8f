/** Level sets of values on a grid: the regions where a value is at least a threshold, as closed rings. */
import type { Grid } from "./contour.ts";

/** A corner of a ring. */
export type RingPoint = Readonly<Record<"x" | "y", number>>;

/** A node of the grid with its position; a value below every threshold lies beyond the edge. */
interface Node extends RingPoint {
  readonly value: number;
}

/** The lower left and the other corners of a square, counterclockwise. */
const CORNERS = [[0, 0], [1, 0], [1, 1], [0, 1]] as const;

/**
 * The region where the grid's value is at least `threshold`, linear between grid points, up to half a cell beyond them.
 *
 * The region is on the left of its rings, so outer rings run counterclockwise and holes clockwise: with the non-zero
 * rule one path of all rings fills exactly the region. Where a grid point has no finite value there is no region.
 * Source: Lorensen & Cline 1987, "Marching cubes", in two dimensions.
 */
export function levelSetRings(grid: Grid, threshold: number): RingPoint[][] {
  const nodes = paddedNodes(grid);
  const crossings = new Map<string, RingPoint>();
  const next = new Map<string, string>();
  for (let i = 0; i + 1 < nodes.length; i++) {
    for (let j = 0; j + 1 < nodes[0]!.length; j++) {
      const corners = CORNERS.map(([di, dj]) => nodes[i + di]![j + dj]!);
      const isInside = corners.map(({ value }) => value >= threshold);
      const edges = CORNERS.map(([di, dj], k) => {
        const [di2, dj2] = CORNERS[(k + 1) % 4]!;
        return `${i + Math.min(di, di2)} ${j + Math.min(dj, dj2)} ${di === di2}`;
      });
      // a ring leaves the region's boundary at the edge where, counterclockwise, the region begins
      const starts = edges.flatMap((_, k) => isInside[k] && !isInside[(k + 1) % 4] ? [k] : []);
      const ends = edges.flatMap((_, k) => !isInside[k] && isInside[(k + 1) % 4] ? [k] : []);
      for (const k of [...starts, ...ends]) {
        crossings.set(edges[k]!, crossing(corners[k]!, corners[(k + 1) % 4]!, threshold));
      }
      const mean = corners.reduce((sum, { value }) => sum + value / 4, 0);
      for (const start of starts) {
        // where two corners opposite each other are inside, the mean decides whether they are connected
        const after = (start + 1) % 4;
        const before = (start + 3) % 4;
        const end = ends.length === 1 ? ends[0]! : mean >= threshold ? after : before;
        next.set(edges[start]!, edges[end]!);
      }
    }
  }
  return ringsOf(next, crossings);
}

/** The grid's nodes by column, with further ones at the edge of the outer cells, and those beyond the edge. */
function paddedNodes({ xs, ys, value }: Grid): Node[][] {
  const across = paddedAxis(xs);
  const up = paddedAxis(ys);
  return across.map(({ at: x, index: i, isBeyond }) =>
    up.map(({ at: y, index: j, isBeyond: isAbove }): Node => {
      const own = value(i, j);
      const isEmpty = isBeyond || isAbove || own === undefined || !Number.isFinite(own);
      return { x, y, value: isEmpty ? -Infinity : own };
    })
  );
}

function paddedAxis(coordinates: readonly number[]) {
  const last = coordinates.length - 1;
  const half = last > 0 ? (coordinates[last]! - coordinates[0]!) / last / 2 : 0.5;
  const low = { at: coordinates[0]! - half, index: 0 };
  const high = { at: coordinates[last]! + half, index: last };
  const inside = [low, ...coordinates.map((at, index) => ({ at, index })), high];
  return [
    { ...low, isBeyond: true },
    ...inside.map((node) => ({ ...node, isBeyond: false })),
    { ...high, isBeyond: true },
  ];
}

/** Where the threshold is between two nodes; at the finite one if the other has no value. */
function crossing(a: Node, b: Node, threshold: number): RingPoint {
  if (!Number.isFinite(a.value) || !Number.isFinite(b.value)) {
    const { x, y } = Number.isFinite(a.value) ? a : b;
    return { x, y };
  }
  const fraction = (threshold - a.value) / (b.value - a.value);
  return { x: a.x + fraction * (b.x - a.x), y: a.y + fraction * (b.y - a.y) };
}

/** The rings that links between crossings form. */
function ringsOf(next: Map<string, string>, crossings: ReadonlyMap<string, RingPoint>): RingPoint[][] {
  const rings: RingPoint[][] = [];
  for (const first of next.keys()) {
    const ring: RingPoint[] = [];
    for (let key: string | undefined = first; key !== undefined;) {
      ring.push(crossings.get(key)!);
      const following: string | undefined = next.get(key);
      next.delete(key);
      key = following === first ? undefined : following;
    }
    const distinct = ring.filter(({ x, y }, i) => x !== ring.at(i - 1)!.x || y !== ring.at(i - 1)!.y);
    const { length } = distinct;
    rings.push(distinct.filter((point, i) => !isBetween(distinct.at(i - 1)!, point, distinct[(i + 1) % length]!)));
  }
  return rings.filter(({ length }) => length > 2);
}

/** Whether a point is on a horizontal or vertical line with both of its neighbours. */
function isBetween(before: RingPoint, { x, y }: RingPoint, after: RingPoint): boolean {
  return before.x === x && after.x === x || before.y === y && after.y === y;
}
