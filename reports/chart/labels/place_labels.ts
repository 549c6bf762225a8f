/** Placement of labels: each takes one of its candidate places, so that they overlap as little as possible. */

/** A rectangle around its middle (x, y). */
export type Box = Readonly<Record<"x" | "y" | "halfWidth" | "halfHeight", number>>;

/** Rounds in which each label in turn takes its best place; after a few none moves. */
const ROUNDS = 8;
/** Smallest improvement that counts, against rounding. */
const TOLERANCE = 1e-6;

/**
 * Places labels by local search: in turn each moves to its least crowded candidate.
 *
 * `start` is the fraction of each list of candidates at which the search begins. `obstruction` is the overlap of the
 * i-th label with fixed obstacles; an overlap of two labels counts `labelWeight` times its area. Returns the places and
 * how much each label overlaps others and obstacles there.
 */
export function placeBoxes<B extends Box>(
  candidates: readonly (readonly B[])[],
  obstruction: (i: number, box: B) => number,
  { start = 0, labelWeight = 1 }: { readonly start?: number; readonly labelWeight?: number } = {},
): { readonly boxes: readonly B[]; readonly overlaps: readonly number[] } {
  const boxes = candidates.map((places) => places[Math.floor(start * places.length)]!);
  const overlapOf = (i: number, box: B) =>
    boxes.reduce((sum, other, j) => i === j ? sum : sum + labelWeight * commonArea(box, other), obstruction(i, box));
  for (let round = 0; round < ROUNDS; round++) {
    candidates.forEach((places, i) => {
      let least = overlapOf(i, boxes[i]!);
      for (const place of places) {
        const overlap = overlapOf(i, place);
        if (overlap >= least - TOLERANCE) continue;
        least = overlap;
        boxes[i] = place;
      }
    });
  }
  return { boxes, overlaps: boxes.map((box, i) => overlapOf(i, box)) };
}

/** The area that two boxes have in common. */
export function commonArea(a: Box, b: Box): number {
  const width = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
  const height = a.halfHeight + b.halfHeight - Math.abs(a.y - b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
