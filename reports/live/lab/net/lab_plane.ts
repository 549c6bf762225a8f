/** The plane over which the lab draws a net. */
import type { Training } from "../../../../core/training.ts";
import type { LabState } from "../../../wire/lab_state.ts";
import { planeOf } from "../../pictures/plane.ts";

/** A plane; undefined if fewer than two inputs vary. That of placed points has room for further ones. */
export function labPlane(
  { data }: Pick<LabState, "data">,
  training: Pick<Training, "rows">,
  held?: ReadonlyMap<number, number>,
  side?: number,
) {
  if (data.kind !== "placed") return planeOf(training, held, side);
  const coordinates = data.points.flatMap(({ x, y }) => [x, y]);
  const extent = [Math.min(-1, Math.floor(Math.min(...coordinates))), Math.max(1, Math.ceil(Math.max(...coordinates)))];
  return planeOf(training, held, side, extent);
}
