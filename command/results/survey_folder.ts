/** Finds the results to verify in a folder, what is missing there, and what does not belong. */
import { InputError } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Plan } from "../../experiments/plan.ts";
import { hasFile, namesIn } from "../../experiments/store/files.ts";
import { LOCK_FILE } from "../../experiments/store/lock.ts";
import { REPLICATION_FILE, resultFilesOf } from "../../experiments/store/manifest.ts";
import { checkNamed, statusOf } from "../../experiments/store/plain_files.ts";
import { JOURNAL_FILE } from "../../experiments/training/journal.ts";
import type { Terminal } from "../cli/terminal.ts";
import { trimSlashes } from "./results_folder.ts";
import { strayInCourse, SUITE_PAGES } from "./suite_pages.ts";

const IDS = CATALOG.map(({ id }) => id);

const MANIFEST_FILE = "manifest.json";

/**
 * The folders of results in a folder, whole or not, in catalog order; throws an InputError if there are none.
 *
 * `suiteFolder` is the folder of a run; undefined if `folder` is that of one result.
 */
export function findParts(folder: string): { suiteFolder?: string; resultFolders: string[] } {
  checkNamed(folder);
  const path = trimSlashes(folder);
  if (hasFile(path, MANIFEST_FILE)) return { resultFolders: [path] };
  const resultFolders = IDS.map((id) => `${path}/${id}`).filter((each) => isFolderOrLink(each));
  if (resultFolders.length > 0) return { suiteFolder: path, resultFolders };
  if (hasFile(path, "runs.csv")) return { resultFolders: [path] };
  throw new InputError({ action: { verb: "verify", object: folder }, rule: "it has no results" });
}

function isFolderOrLink(path: string): boolean {
  const status = statusOf(path);
  return status !== undefined && (status.isDirectory() || status.isSymbolicLink());
}

/** Warns of whatever has the name of an experiment in the folder of a run, but is neither a folder nor a link. */
export function warnOfMisnamed(suiteFolder: string, terminal: Terminal): void {
  IDS.map((id) => `${suiteFolder}/${id}`)
    .filter((path) => statusOf(path) && !isFolderOrLink(path))
    .forEach((path) => warnOfStray(path, terminal));
}

/** Warns of something that is no part of a result. */
export function warnOfStray(path: string, { printMessage }: Terminal): void {
  printMessage(`${path} is not part of a result`);
}

/** The experiments of the catalogue that have no folder. */
export function absentExperiments(suiteFolder: string): string[] {
  return IDS.filter((id) => !isFolderOrLink(`${suiteFolder}/${id}`));
}

/** Whether the folder of a result has no manifest. */
export function lacksManifest(folder: string): boolean {
  return !hasFile(folder, MANIFEST_FILE);
}

/** The paths of whatever is in the folder of a run but is no part of it. */
export function strayInSuite(suiteFolder: string): string[] {
  const isPart = (name: string) =>
    SUITE_PAGES.includes(name) || name === LOCK_FILE ||
    (IDS.includes(name) && isFolderOrLink(`${suiteFolder}/${name}`));
  return [...pathsExcept(suiteFolder, isPart), ...strayInCourse(suiteFolder)];
}

/** The paths of whatever is in the folder of a result but is no part of it. */
export function strayInResult(folder: string, plan: Plan): string[] {
  const parts = new Set([...resultFilesOf(plan), REPLICATION_FILE, MANIFEST_FILE, JOURNAL_FILE, LOCK_FILE]);
  return pathsExcept(folder, (name) => parts.has(name));
}

function pathsExcept(folder: string, isPart: (name: string) => boolean): string[] {
  return namesIn(folder).filter((name) => !isPart(name)).sort().map((name) => `${folder}/${name}`);
}
