/** The command that trains the nets of a setting. */
import { labAddress } from "../../../wire/lab_address.ts";
import type { LabState } from "../../../wire/lab_state.ts";

/** The command that prints what the lab counts, from the same bits. */
export function commandLine(state: LabState): string {
  return `deno task experiment lab '${labAddress(state) || "#"}'`;
}
