/** The pages in the folder of a run, beside the results: the front page, the lab and the course. */
import { namesIn, prepareFolder } from "../../experiments/store/files.ts";
import { plainFileAt } from "../../experiments/store/plain_files.ts";
import { COURSE_FILES, COURSE_FOLDER, COURSE_FOLDERS } from "../../reports/course/course_files.ts";

/** The front page and the lab. */
const SINGLE_PAGES: readonly string[] = ["index.html", "lab.html"];

/** The names in the folder of a run that are no results: single pages, and the folder of the course. */
export const SUITE_PAGES: readonly string[] = [...SINGLE_PAGES, COURSE_FOLDER];

/** Prepares the locked folder of a run for writing its pages; throws an InputError if one is a link or a special file. */
export function prepareSuitePages(suiteFolder: string): void {
  SINGLE_PAGES.forEach((page) => plainFileAt(`${suiteFolder}/${page}`));
  COURSE_FOLDERS.forEach((folder) => prepareFolder(`${suiteFolder}/${folder}`));
}

/** The paths of whatever is in the folders of the course but is no part of it. */
export function strayInCourse(suiteFolder: string): string[] {
  return COURSE_FOLDERS.flatMap((folder) =>
    namesIn(`${suiteFolder}/${folder}`)
      .filter((name) => !COURSE_FILES.includes(name) && !COURSE_FOLDERS.includes(`${folder}/${name}`))
      .sort().map((name) => `${suiteFolder}/${folder}/${name}`)
  );
}
