/** What the explorer says of runs and how they ended. */
import { numeral as number } from "../chart/scales.ts";
import { outputFor } from "./explorer/changes.ts";
import { html } from "./dom.ts";
import type { Film } from "./explorer/film.ts";
import type { PageData } from "../wire/page_data.ts";
import { digestAt, digestOf, nameOf, rowNameOf } from "../wire/page_runs.ts";
import type { State } from "./state.ts";
import type { TimedFilm } from "./page_worker.ts";

/** A cell in words. */
export function cellName({ cells }: PageData, cell: number): string {
  return Object.entries(cells[cell]!.levels).map(([factor, level]) => `${factor.replaceAll("_", " ")}: ${level}`).join(
    " · ",
  );
}

/** What is shown instead of what an address named. */
export function missingIn(data: PageData, { missing, cell, replicate }: State): string {
  return `Not on this page: ${missing.join(", ")}; shown instead: ${nameOf(data, cell, replicate)}.`;
}

/** How the trainings ended, and whether the suite's own is the one in the CSV. */
export function endsOf(
  data: PageData,
  { cell, replicate }: State,
  [own, other]: readonly TimedFilm[],
): HTMLElement[] {
  const agrees = digestOf(own!.line) === digestAt(data, cell, replicate);
  const sign = html(
    "span",
    { class: `verdict ${agrees ? "supported" : "refuted"}` },
    agrees ? "✓ Equal to the CSV." : "✗ Differs from the CSV.",
  );
  const row = rowNameOf(data, cell, replicate);
  return [
    html(
      "p",
      {},
      sign,
      ` Trained again in ${Math.max(1, Math.round(own!.milliseconds))}\u00a0ms: ${endOf(own!)}. Its end ${
        agrees ? "is" : "is not"
      } ${row} to the last bit, by that row's digest.`,
    ),
    ...(other
      ? [html("p", {}, `With your settings, from the same weights: ${endOf(other)}.${outputOf(own!, other)}`)]
      : []),
  ];
}

/** Says of what kind the output has become with another loss. */
function outputOf({ config: own }: Film, { config: { loss } }: Film): string {
  const output = loss ? outputFor(own, loss.name) : undefined;
  const why = output === "identity" ? "takes the sigmoid itself" : "is given the sigmoid";
  return output === undefined ? "" : ` Its output unit is ${output}: ${loss!.name} ${why}.`;
}

/** How a training ended. Of one that is solved at its last check it is not known whether it would have stayed so. */
export function endOf(
  { status, solved, solvedEpoch, frames }: Pick<Film, "status" | "solved" | "solvedEpoch" | "frames">,
): string {
  const last = frames.at(-1)!.epoch, end = number(last);
  if (status === "diverged") return `it diverged by epoch ${end}`;
  if (solved && solvedEpoch === last) return `solved at epoch ${end}, its last`;
  return solved ? `solved from epoch ${number(solvedEpoch!)} on` : `not solved within ${end} epochs`;
}
