/** Finds and reads stored results. */
import { type Action, InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { lineOfField } from "../../core/input/json_lines.ts";
import { fieldPath } from "../../core/input/readers.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import type { Plan } from "../../experiments/plan.ts";
import { hasFile, namesIn, readFile } from "../../experiments/store/files.ts";
import { checkFolder, checkNamed, isLink, statusOf } from "../../experiments/store/plain_files.ts";
import type { Manifest } from "../../experiments/store/manifest.ts";
import { schemasOf } from "../../experiments/records.ts";
import { planSettings } from "../../experiments/store/provenance.ts";
import { readManifest } from "../../experiments/store/read_result.ts";
import { SUITE_EXPERIMENTS } from "../run/known_experiments.ts";
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
 * The folders of the results of some experiments in a folder, in the order of these; throws an InputError that names
 * `verb` if there are none.
 *
 * `suiteFolder` is the folder of a run, which has a front page; undefined if `folder` is that of one result. Links to
 * results are included: reading refuses them.
 */
export function findResults(
  verb: string,
  folder: string,
  experiments: readonly Experiment[] = SUITE_EXPERIMENTS.all,
): { suiteFolder?: string; resultFolders: string[] } {
  checkNamed(folder);
  const path = trimSlashes(folder);
  if (hasFile(path, "manifest.json")) return { resultFolders: [path] };
  const resultFolders = experiments.map(({ id }) => id)
    .filter((id) => isLink(`${path}/${id}`) || hasFile(`${path}/${id}`, "manifest.json"))
    .map((id) => `${path}/${id}`);
  if (resultFolders.length === 0) throw noResultsIn(verb, folder, experiments);
  return { suiteFolder: path, resultFolders };
}

/** The folders of results in the folder of a run that are of none of some experiments. */
export function unknownResults(suiteFolder: string, experiments: readonly Experiment[]): string[] {
  return namesIn(suiteFolder).filter((name) => !experiments.some(({ id }) => id === name))
    .map((name) => `${suiteFolder}/${name}`)
    .filter((path) => statusOf(path)?.isDirectory() && hasFile(path, "manifest.json")).sort();
}

/** The error for a folder that has no result of some experiments. */
export function noResultsIn(verb: string, folder: string, experiments: readonly Experiment[]): InputError {
  const [unknown] = unknownResults(trimSlashes(folder), experiments);
  const advice = `${unknown} is of no known experiment; --module FILE names the module that exports it`;
  return new InputError({ action: { verb, object: folder }, rule: unknown ? advice : "it has no results" });
}

/** The folder to lock before writing to `folder`: its parent if it is named like an experiment, otherwise itself. */
export function folderToLock(folder: string, experiments: readonly Experiment[] = SUITE_EXPERIMENTS.all): string {
  const [, parent, name] = /^(?:(.*)[/\\])?([^/\\]+)$/s.exec(trimSlashes(folder)) ?? [];
  if (!experiments.some(({ id }) => id === name)) return folder;
  return parent === "" ? "/" : parent ?? ".";
}

/** A path without slashes at its end, which would make the system follow a link. */
export function trimSlashes(folder: string): string {
  return folder.replace(/(?<=.)\/+$/, "");
}

/**
 * The result in a folder that the user named, or in one of `suiteFolder`.
 *
 * Throws an InputError if a folder of `suiteFolder` is a link, or holds the result of an experiment of another name.
 */
export async function readStoredResult(folder: string, suiteFolder: string | undefined): Promise<StoredResult> {
  if (suiteFolder !== undefined) checkFolder(folder);
  const manifest = await readManifest(folder);
  const id = suiteFolder === undefined ? manifest.experiment : folder.slice(suiteFolder.length + 1);
  if (manifest.experiment === id) return { folder, manifest };
  throw new InputError({
    ...placeInManifest(folder, "experiment"),
    field: "experiment",
    rule: `must be "${id}"`,
    value: manifest.experiment,
  });
}

function placeInManifest(folder: string, field: string): { readonly file: string; readonly line: number } {
  return { file: `${folder}/manifest.json`, line: lineOfField(readFile(folder, "manifest.json"), field) };
}

/** The result with its plan; throws an InputError if it is of no such experiment, or if that rejects the settings. */
export async function readPlannedResult(
  folder: string,
  suiteFolder: string | undefined,
  experiments: readonly Experiment[] = SUITE_EXPERIMENTS.all,
): Promise<PlannedResult> {
  const result = await readStoredResult(folder, suiteFolder);
  const { manifest } = result;
  const locatedAt = (field: string) => (error: InputError) =>
    error.within(placeInManifest(folder, levelPath(manifest, error.fault.action) ?? field));
  const experiment = mapInputErrors(
    locatedAt("experiment"),
    () => findExperiment("plan", manifest.experiment, experiments),
  );
  const plan = mapInputErrors(
    locatedAt("settings"),
    () => planExperiment("plan", experiment, planSettings(manifest)),
  );
  checkRunCount(folder, plan);
  return { ...result, plan };
}

/** The most runs that may be listed before their table is read. */
const FEW_RUNS = 1_000_000;

/**
 * Throws an InputError if a manifest stands for many more runs than runs.csv has bytes for: they must not be listed.
 *
 * Of fewer runs, the table itself is where to look for the fault.
 */
function checkRunCount(folder: string, plan: Plan): void {
  if (plan.runCount <= FEW_RUNS) return;
  const file = statusOf(`${folder}/runs.csv`);
  const columns = Object.keys(schemasOf(plan)[0]!.columns).length;
  // a row has a comma or a line feed after each column
  if (!file?.isFile() || plan.runCount * columns <= file.size) return;
  throw new InputError({
    ...placeInManifest(folder, "settings.replicates"),
    field: "settings.replicates",
    rule: `gives ${plan.runCount} runs, but runs.csv has ${file.size} bytes`,
  });
}

/** The path in the manifest of the level, or of the factor, that an action failed to set. */
function levelPath({ settings: { levels } }: Manifest, action: Action | undefined): string | undefined {
  const path = "settings.levels";
  for (const [factor, names] of Object.entries(levels)) {
    if (action?.object === factor) return fieldPath(path, factor);
    const i = names.findIndex((name) => name === action?.object);
    if (i >= 0) return `${fieldPath(path, factor)}[${i}]`;
  }
}
