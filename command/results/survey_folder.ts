/** Finds the results to verify in a folder, what is missing there, and what does not belong. */
import type { Experiment } from "../../experiments/experiment.ts";
import type { Plan } from "../../experiments/plan.ts";
import { hasFile, namesIn } from "../../experiments/store/files.ts";
import { LOCK_FILE } from "../../experiments/store/lock.ts";
import { REPLICATION_FILE, resultFilesOf } from "../../experiments/store/manifest.ts";
import { checkNamed, statusOf } from "../../experiments/store/plain_files.ts";
import { JOURNAL_FILE } from "../../experiments/training/journal/journal.ts";
import type { Terminal } from "../cli/terminal.ts";
import { plural } from "../cli/text_output.ts";
import { noResultsIn, trimSlashes, unknownResults } from "./results_folder.ts";
import { strayInPages, SUITE_PAGES } from "./suite_pages.ts";

const MANIFEST_FILE = "manifest.json";

/** The number of skipped results that are listed. */
const MAX_SKIPPED = 20;

/**
 * The folders of results of some experiments in a folder, whole or not, in the order of these; throws an InputError if
 * there are none.
 *
 * `suiteFolder` is the folder of a run; undefined if `folder` is that of one result.
 */
export function findParts(
  folder: string,
  experiments: readonly Experiment[],
): { suiteFolder?: string; resultFolders: string[] } {
  checkNamed(folder);
  const path = trimSlashes(folder);
  if (hasFile(path, MANIFEST_FILE)) return { resultFolders: [path] };
  const resultFolders = experiments.map(({ id }) => `${path}/${id}`).filter((each) => isFolderOrLink(each));
  if (resultFolders.length > 0) return { suiteFolder: path, resultFolders };
  if (hasFile(path, "runs.csv")) return { resultFolders: [path] };
  throw noResultsIn("verify", folder, experiments);
}

function isFolderOrLink(path: string): boolean {
  const status = statusOf(path);
  return status !== undefined && (status.isDirectory() || status.isSymbolicLink());
}

/** Warns of whatever has the name of an experiment in the folder of a run, but is neither a folder nor a link. */
export function warnOfMisnamed(suiteFolder: string, experiments: readonly Experiment[], terminal: Terminal): void {
  experiments.map(({ id }) => `${suiteFolder}/${id}`)
    .filter((path) => statusOf(path) && !isFolderOrLink(path))
    .forEach((path) => warnOfStray(path, terminal));
}

/** Warns of something that is no part of a result. */
export function warnOfStray(path: string, { printMessage }: Terminal): void {
  printMessage(`${path} is not part of a result`);
}

/** The ids of those of some experiments that have no folder. */
export function absentExperiments(suiteFolder: string, experiments: readonly Experiment[]): string[] {
  return experiments.map(({ id }) => id).filter((id) => !isFolderOrLink(`${suiteFolder}/${id}`));
}

/** Names the results in the folder of a run that a command skips, because they are of none of its experiments. */
export function warnOfSkipped(
  suiteFolder: string,
  experiments: readonly Experiment[],
  { printMessage }: Terminal,
): void {
  const skipped = unknownResults(suiteFolder, experiments);
  skipped.slice(0, MAX_SKIPPED).forEach((path) => {
    printMessage(`${path} is skipped: it is of no known experiment; --module FILE names the module that exports it`);
  });
  const more = skipped.length - MAX_SKIPPED;
  if (more > 0) printMessage(`${suiteFolder} has ${plural(more, "more result")} of no known experiment`);
}

/** Whether the folder of a result has no manifest. */
export function lacksManifest(folder: string): boolean {
  return !hasFile(folder, MANIFEST_FILE);
}

/** The paths of whatever is in the folder of a run but is no part of it, other results apart. */
export function strayInSuite(suiteFolder: string, experiments: readonly Experiment[]): string[] {
  const ids = experiments.map(({ id }) => id);
  const others = unknownResults(suiteFolder, experiments);
  const isPart = (name: string) =>
    SUITE_PAGES.includes(name) || name === LOCK_FILE ||
    (ids.includes(name) && isFolderOrLink(`${suiteFolder}/${name}`)) || others.includes(`${suiteFolder}/${name}`);
  return [...pathsExcept(suiteFolder, isPart), ...strayInPages(suiteFolder)];
}

/** The paths of whatever is in the folder of a result but is no part of it. */
export function strayInResult(folder: string, plan: Plan): string[] {
  const parts = new Set([...resultFilesOf(plan), REPLICATION_FILE, MANIFEST_FILE, JOURNAL_FILE, LOCK_FILE]);
  return pathsExcept(folder, (name) => parts.has(name));
}

function pathsExcept(folder: string, isPart: (name: string) => boolean): string[] {
  return namesIn(folder).filter((name) => !isPart(name)).sort().map((name) => `${folder}/${name}`);
}
