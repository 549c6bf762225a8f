/** What is printed in English. */
import { COURSE_EN } from "../course/en/course_en.ts";
import { FRONT_EN } from "../texts/front_en.ts";
import { SYNONYMS_EN } from "../texts/synonyms_en.ts";
import type { PrintedTexts } from "./language_texts.ts";

/** The texts that no script shows. */
export const ENGLISH_PRINTED: PrintedTexts = {
  front: FRONT_EN,
  course: COURSE_EN,
  experiments: null,
  synonyms: SYNONYMS_EN,
};
