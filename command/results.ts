/** The results that a folder holds. */
import { InputError } from "../core/reading.ts";
import { CATALOG } from "../experiments/catalog.ts";
import { type Manifest, settingsOf } from "../experiments/package.ts";
import type { Plan } from "../experiments/plan.ts";
import { readManifest } from "../experiments/read_result.ts";
import { planFrom } from "./plans.ts";
import { experimentOf } from "./select.ts";

/** A result on disk: its manifest, and the plan that the manifest's settings lead to. */
export interface Result {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly plan: Plan;
}

/** What a folder holds: one experiment's result, or those of a suite in the order of the course. */
export interface Holding {
  /** Whether it is a suite's folder, with a front page. */
  readonly isSuite: boolean;
  readonly results: readonly Result[];
}

/** The results in a folder; throws an InputError where there are none. */
export async function resultsIn(act: string, folder: string): Promise<Holding> {
  const place = folder.replace(/(?<=.)\/+$/, ""), names = namesIn(place);
  if (names.has("manifest.json")) return { isSuite: false, results: [await resultOf(act, place)] };
  const places = CATALOG.filter(({ id }) => names.has(id)).map(({ id }) => `${place}/${id}`)
    .filter((within) => namesIn(within).has("manifest.json"));
  if (places.length === 0) throw new InputError(`Cannot ${act} "${folder}": no result is there`);
  return { isSuite: true, results: await Promise.all(places.map((within) => resultOf(act, within))) };
}

async function resultOf(act: string, folder: string): Promise<Result> {
  const manifest = await readManifest(folder);
  const experiment = experimentOf(act, manifest.experiment, CATALOG);
  return { folder, manifest, plan: planFrom(act, experiment, settingsOf(manifest)) };
}

function namesIn(folder: string): Set<string> {
  return new Set([...Deno.readDirSync(folder)].map(({ name }) => name));
}
