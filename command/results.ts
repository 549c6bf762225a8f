/** The results that a folder holds. */
import { InputError } from "../core/reading.ts";
import { CATALOG } from "../experiments/catalog.ts";
import { type Manifest, settingsOf } from "../experiments/package.ts";
import type { Plan } from "../experiments/plan.ts";
import { readManifest } from "../experiments/read_result.ts";
import { hasFile } from "../experiments/store.ts";
import { planFrom } from "./plans.ts";
import { experimentOf } from "./select.ts";

/** A result on disk. */
export interface Place {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A result on disk, and the plan that its settings lead to. */
export interface Result extends Place {
  readonly plan: Plan;
}

/** What a folder holds: one experiment's result, or those of the suite's experiments in the order of the course. */
export interface Holding<P extends Place> {
  /** The folder of a run, which has a front page; undefined where it is that of one experiment. */
  readonly suite: string | undefined;
  readonly results: readonly P[];
}

/** The results in a folder; throws an InputError where there are none. */
export async function placesIn(act: string, folder: string): Promise<Holding<Place>> {
  Deno.statSync(folder);
  const at = folder.replace(/(?<=.)\/+$/, ""), suite = hasFile(at, "manifest.json") ? undefined : at;
  const folders = suite ? CATALOG.map(({ id }) => `${at}/${id}`).filter((it) => hasFile(it, "manifest.json")) : [at];
  if (folders.length === 0) throw new InputError(`Cannot ${act} "${folder}": no result is there`);
  const places = folders.map(async (folder) => ({ folder, manifest: await readManifest(folder) }));
  return { suite, results: await Promise.all(places) };
}

/** The same with the plans; throws an InputError where the suite has no such experiment, or no such settings. */
export async function resultsIn(act: string, folder: string): Promise<Holding<Result>> {
  const { suite, results } = await placesIn(act, folder);
  const planned = results.map((place) => {
    const experiment = experimentOf(act, place.manifest.experiment, CATALOG);
    return { ...place, plan: planFrom(act, experiment, settingsOf(place.manifest)) };
  });
  return { suite, results: planned };
}
