/** The pages beside the results: front page, lab and course. */
import { LESSON_IDS } from "../course/course_parts.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { pathOf, type SitePage } from "./site_paths.ts";

/** The pages of the course. */
export const COURSE_PAGES: readonly SitePage[] = ["index", "glossary", ...LESSON_IDS].map((name) =>
  `course/${name}.html` as const
);

/** All pages. */
export const SITE_PAGES: readonly SitePage[] = ["index.html", "lab.html", ...COURSE_PAGES];

/** Their paths in every language, in the folder of the results. */
export const SITE_FILES: readonly string[] = LANGUAGE_CODES.flatMap((language) =>
  SITE_PAGES.map((page) => pathOf(page, language))
);
