/** The points at which the tiles of the wall are evaluated. */
import type { Training } from "../../../../core/training.ts";
import { planeOf } from "../../pictures/plane.ts";

/**
 * The inputs at the points of a tile, row by row from the bottom.
 *
 * Without two inputs that vary there is no plane: then each row of the data fills a column of the tile.
 */
export function tilePoints(training: Pick<Training, "rows">, side: number): readonly (readonly number[])[] {
  const { rows } = training;
  const plane = planeOf(training, new Map(), side);
  const indices = Array.from({ length: side }, (_, i) => i);
  return indices.flatMap((j) =>
    indices.map((i) =>
      plane
        ? plane.inputs(plane.coordinates[i]!, plane.coordinates[j]!)
        : rows[Math.floor(i * rows.length / side)]!.inputs
    )
  );
}
