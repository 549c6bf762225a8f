/** The points at which the tiles of the wall are evaluated. */
import type { Training } from "../../../../core/training.ts";
import type { LabState } from "../../../wire/lab_state.ts";
import { labPlane } from "../net/lab_plane.ts";

/**
 * The inputs at the points of a tile, row by row from the bottom.
 *
 * Without two inputs that vary there is no plane: then each row of the data fills a column of the tile.
 */
export function tilePoints(
  state: Pick<LabState, "data">,
  training: Pick<Training, "rows">,
  side: number,
): readonly (readonly number[])[] {
  const { rows } = training;
  const plane = labPlane(state, training, undefined, side);
  const indices = Array.from({ length: side }, (_, i) => i);
  return indices.flatMap((j) =>
    indices.map((i) =>
      plane
        ? plane.inputs(plane.coordinates[i]!, plane.coordinates[j]!)
        : rows[Math.floor(i * rows.length / side)]!.inputs
    )
  );
}
