/** The languages of the course. */
import type { Language } from "../../experiments/names/languages.ts";
import type { CourseTexts } from "./course_texts.ts";
import { COURSE_EN } from "./en/english.ts";
import { COURSE_KO } from "./ko/korean.ts";

/** All texts by language code. */
export const LANGUAGES: Readonly<Record<Language, CourseTexts>> = { en: COURSE_EN, ko: COURSE_KO };
