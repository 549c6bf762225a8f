/** English. */
import { NAMES_EN } from "../../experiments/names/names_en.ts";
import { EN } from "../texts/en.ts";
import { LESSON_EN } from "../texts/lesson_texts.ts";
import type { LanguageTexts } from "./language_texts.ts";

/** All texts in English. */
export const ENGLISH: LanguageTexts = {
  name: "English",
  setting: {},
  names: NAMES_EN,
  site: {
    skip: "Skip to the content",
    course: "Course",
    lab: "Lab",
    results: "Results",
    glossary: "Glossary",
    verdicts: { supported: "supported", refuted: "refuted", undecided: "undecided" },
  },
  lab: EN,
  lesson: LESSON_EN,
  printed: async () => (await import("./english_printed.ts")).ENGLISH_PRINTED,
};
