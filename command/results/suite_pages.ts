/** The pages in the folder of a run, beside the results: the front page, the lab and the course in every language. */
import { foldersOf, namesIn, prepareFolder } from "../../experiments/store/files.ts";
import { plainFileAt } from "../../experiments/store/plain_files.ts";
import { SITE_FILES } from "../../reports/site/site_paths.ts";

/** The folders that hold pages alone, each after the folder that it is in. */
const PAGE_FOLDERS: readonly string[] = foldersOf(SITE_FILES);

/** The names in the folder of a run that are no results: single pages, and folders of pages. */
export const SUITE_PAGES: readonly string[] = [...new Set(SITE_FILES.map((file) => file.split("/")[0]!))];

/** Prepares the locked folder of a run for writing its pages; throws an InputError if one is a link or a special file. */
export function prepareSuitePages(suiteFolder: string): void {
  SITE_FILES.filter((file) => !file.includes("/")).forEach((page) => plainFileAt(`${suiteFolder}/${page}`));
  PAGE_FOLDERS.forEach((folder) => prepareFolder(`${suiteFolder}/${folder}`));
}

/** The paths of whatever is in the folders of pages but is no page. */
export function strayInPages(suiteFolder: string): string[] {
  const known = new Set([...SITE_FILES, ...PAGE_FOLDERS]);
  return PAGE_FOLDERS.flatMap((folder) =>
    namesIn(`${suiteFolder}/${folder}`)
      .filter((name) => !known.has(`${folder}/${name}`))
      .sort().map((name) => `${suiteFolder}/${folder}/${name}`)
  );
}
