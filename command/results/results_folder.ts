/** Finds and reads stored results. */
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Plan } from "../../experiments/plan.ts";
import { hasFile } from "../../experiments/store/files.ts";
import type { Manifest } from "../../experiments/store/manifest.ts";
import { planSettings } from "../../experiments/store/provenance.ts";
import { readManifest } from "../../experiments/store/read_result.ts";
import { findExperiment, planExperiment } from "../run/plans.ts";

/** A result on disk. */
export interface StoredResult {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A stored result and the plan that its settings give. */
export interface PlannedResult extends StoredResult {
  readonly plan: Plan;
}

/**
 * The folders of the results in a folder, in catalog order; throws an InputError that names `verb` if there are none.
 *
 * `suiteFolder` is the folder of a run, which has a front page; undefined if `folder` is that of one result.
 */
export function findResults(verb: string, folder: string): { suiteFolder?: string; resultFolders: string[] } {
  Deno.statSync(folder); // fails with the reason if the folder cannot be read
  const path = trimSlashes(folder);
  if (hasFile(path, "manifest.json")) return { resultFolders: [path] };
  const resultFolders = CATALOG.map(({ id }) => `${path}/${id}`).filter((each) => hasFile(each, "manifest.json"));
  if (resultFolders.length === 0) throw new InputError({ action: { verb, object: folder }, rule: "it has no results" });
  return { suiteFolder: path, resultFolders };
}

/** The folder to lock before writing to `folder`: its parent if it is named like an experiment, otherwise itself. */
export function folderToLock(folder: string): string {
  const [, parent, name] = /^(?:(.*)[/\\])?([^/\\]+)$/s.exec(trimSlashes(folder)) ?? [];
  if (!CATALOG.some(({ id }) => id === name)) return folder;
  return parent === "" ? "/" : parent ?? ".";
}

function trimSlashes(folder: string): string {
  return folder.replace(/(?<=.)\/+$/, "");
}

/** The result in the folder of one experiment. */
export async function readStoredResult(folder: string): Promise<StoredResult> {
  return { folder, manifest: await readManifest(folder) };
}

/** The result with its plan; throws an InputError if the suite lacks the experiment or rejects the settings. */
export async function readPlannedResult(folder: string): Promise<PlannedResult> {
  const result = await readStoredResult(folder);
  return mapInputErrors((error) => error.within({ file: `${folder}/manifest.json` }), () => {
    const experiment = findExperiment("plan", result.manifest.experiment);
    return { ...result, plan: planExperiment("plan", experiment, planSettings(result.manifest)) };
  });
}
