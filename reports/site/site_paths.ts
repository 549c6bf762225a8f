/** Where each language has its pages, in the folder of the results. */
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import { type Language, LANGUAGE_CODES } from "../languages/languages.ts";
import { LESSON_IDS } from "../course/course_parts.ts";

/** A page that every language has, by its path in the main language. */
export type SitePage = "index.html" | "lab.html" | `course/${string}`;

/** The path of a page in a language: `ko/lab.html`, `course/ko/unit.html`. */
export function pathOf(page: SitePage, language: Language): string {
  if (language === MAIN_LANGUAGE) return page;
  return page.startsWith("course/") ? page.replace("course/", `course/${language}/`) : `${language}/${page}`;
}

/** The relative address from one path to another. */
export function relativePath(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1), parts = to.split("/");
  const differs = folders.findIndex((folder, i) => folder !== parts[i]);
  const shared = differs < 0 ? folders.length : differs;
  return [...folders.slice(shared).map(() => ".."), ...parts.slice(shared)].join("/");
}

/** The address of a page from another page of the same language. */
export function linkTo(to: SitePage, from: SitePage, language: Language): string {
  return translatedLink(to, from, language, language);
}

/**
 * The address of a page in another language.
 *
 * The front page in the main language opens the reader's own unless its address names one, so links name it.
 */
export function translatedLink(to: SitePage, from: SitePage, language: Language, other: Language): string {
  const path = relativePath(pathOf(from, language), pathOf(to, other));
  return to === "index.html" && other === MAIN_LANGUAGE ? `${path}?lang=${other}` : path;
}

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
