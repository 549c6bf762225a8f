/** Texts about runs and how they ended. */
import { numeral } from "../chart/scales.ts";
import type { PageData } from "../wire/page_data.ts";
import { csvRowName, expectedDigest, rowDigest, runName } from "../wire/page_runs.ts";
import { html } from "./dom.ts";
import type { PageState } from "./state.ts";
import { outputActivationFor } from "./worker/changed_config.ts";
import type { TrainingRecording } from "./worker/recording.ts";

const FIELD_NAMES: Readonly<Record<string, string>> = {
  cell: "setting",
  replicate: "start",
  learningRate: "learning rate",
  width: "hidden units",
};

/** The name of a field of an address, as the page shows it. */
export function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field;
}

/** Says which values of the address are unknown, and what is shown instead. */
export function unknownText(data: PageData, { unknown, cell, replicate }: PageState): string {
  const values = unknown.map(({ field, text }) => `${fieldName(field)} ${text}`);
  return `Not on this page: ${values.join(", ")}; shown instead: ${runName(data, cell, replicate)}.`;
}

/** A check mark or a cross, with a text. */
export function verdictSign(isPositive: boolean, text: string): HTMLElement {
  const [name, sign] = isPositive ? ["supported", "✓"] : ["refuted", "✗"];
  return html("span", { class: `verdict ${name}` }, `${sign} ${text}`);
}

/** Says how the suite's own training ended, whether it equals the CSV, and how the changed one ended. */
export function outcomeTexts(
  data: PageData,
  { cell, replicate }: PageState,
  [original, changed]: readonly TrainingRecording[],
): HTMLElement[] {
  const { milliseconds, line } = original!;
  const isEqual = rowDigest(line) === expectedDigest(data, cell, replicate);
  const row = csvRowName(data, cell, replicate);
  const ownText = ` Trained again in ${Math.max(1, Math.round(milliseconds))}\u00a0ms: ${endText(original!)}. ` +
    `Its result ${isEqual ? "is" : "is not"} ${row} to the last bit, by that row's digest.`;
  const own = html("p", {}, verdictSign(isEqual, isEqual ? "Equal to the CSV." : "Differs from the CSV."), ownText);
  if (!changed) return [own];
  const changedText = `With your settings, from the same weights: ${endText(changed)}.`;
  return [own, html("p", {}, changedText + outputChangeText(original!, changed))];
}

/** Says that the output activation changed along with the loss. */
function outputChangeText(original: TrainingRecording, { config: { loss } }: TrainingRecording): string {
  const activation = loss ? outputActivationFor(original.config, loss.name) : undefined;
  const why = activation === "identity" ? "applies the sigmoid itself" : "expects a sigmoid output";
  return activation === undefined ? "" : ` Its output unit is now ${activation}: ${loss!.name} ${why}.`;
}

/** Says how a training ended. If it is first solved at its last check, nobody knows whether it would remain solved. */
export function endText(
  { status, solved, solvedEpoch, frames }: Pick<TrainingRecording, "status" | "solved" | "solvedEpoch" | "frames">,
): string {
  const lastEpoch = frames.at(-1)!.epoch;
  if (status === "diverged") return `it diverged by epoch ${numeral(lastEpoch)}`;
  if (!solved) return `not solved within ${numeral(lastEpoch)} epochs`;
  return solvedEpoch === lastEpoch
    ? `solved at epoch ${numeral(lastEpoch)}, its last`
    : `solved from epoch ${numeral(solvedEpoch!)} on`;
}
