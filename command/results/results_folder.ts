/** The results that a folder holds. */
import { InputError } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { type Manifest, settingsOf } from "../../experiments/store/manifest.ts";
import type { Plan } from "../../experiments/plan.ts";
import { readManifest } from "../../experiments/store/read_result.ts";
import { hasFile } from "../../experiments/store/files.ts";
import { planFrom } from "../run/plans.ts";
import { experimentOf } from "../run/select.ts";

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
export interface Holding {
  /** The folder of a run, which has a front page; undefined where it is that of one experiment. */
  readonly suite: string | undefined;
  /** The folders of the results, at least one. */
  readonly folders: readonly string[];
}

/** The results in a folder; throws an InputError where there are none. */
export function resultsIn(act: string, folder: string): Holding {
  Deno.statSync(folder);
  const at = withoutSlash(folder), suite = hasFile(at, "manifest.json") ? undefined : at;
  const folders = suite ? CATALOG.map(({ id }) => `${at}/${id}`).filter((it) => hasFile(it, "manifest.json")) : [at];
  if (folders.length === 0) throw new InputError({ action: { verb: act, object: folder }, rule: "no result is there" });
  return { suite, folders };
}

/** The folder that whoever writes to `folder` must lock: the run's, where it is called like an experiment. */
export function lockedFor(folder: string): string {
  const [, above, name] = /^(?:(.*)[/\\])?([^/\\]+)$/s.exec(withoutSlash(folder)) ?? [];
  if (!CATALOG.some(({ id }) => id === name)) return folder;
  return above === "" ? "/" : above ?? ".";
}

function withoutSlash(folder: string): string {
  return folder.replace(/(?<=.)\/+$/, "");
}

/** The result in a folder of its own. */
export async function placeAt(folder: string): Promise<Place> {
  return { folder, manifest: await readManifest(folder) };
}

/** The same with its plan; throws an InputError where the suite has no such experiment, or no such settings. */
export async function resultAt(folder: string): Promise<Result> {
  const place = await placeAt(folder);
  try {
    const experiment = experimentOf("plan", place.manifest.experiment, CATALOG);
    return { ...place, plan: planFrom("plan", experiment, settingsOf(place.manifest)) };
  } catch (error) {
    throw error instanceof InputError ? error.within({ file: `${folder}/manifest.json` }) : error;
  }
}
