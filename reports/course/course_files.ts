/** The files of the course: where each language has its pages, and their names. */
import { LESSON_IDS } from "./lesson.ts";

/** The languages of the course; the pages of the first are in the folder itself, others have a folder in it. */
export const LANGUAGE_CODES = ["en", "ko"] as const;

/** The code of a language. */
export type Language = (typeof LANGUAGE_CODES)[number];

/** The folder of the course, in the folder of the results. */
export const COURSE_FOLDER = "course";

/** The folder of a language, from that of the results. */
export function folderOf(language: Language): string {
  return language === LANGUAGE_CODES[0] ? COURSE_FOLDER : `${COURSE_FOLDER}/${language}`;
}

/** The path from a page in a language to the folder of the results. */
export function pathToResults(language: Language): string {
  return language === LANGUAGE_CODES[0] ? ".." : "../..";
}

/** The folders of the course in the folder of the results, the outer one first. */
export const COURSE_FOLDERS: readonly string[] = LANGUAGE_CODES.map(folderOf);

/** The names of the files of each of these folders. */
export const COURSE_FILES: readonly string[] = ["index.html", "glossary.html", ...LESSON_IDS.map((id) => `${id}.html`)];
