/** What is printed in Korean. */
import { COURSE_KO } from "../course/ko/course_ko.ts";
import { EXPERIMENTS_KO } from "../texts/experiments_ko.ts";
import { FRONT_KO } from "../texts/front_ko.ts";
import { SYNONYMS_KO } from "../texts/synonyms_ko.ts";
import type { PrintedTexts } from "./language_texts.ts";

/** The texts that no script shows. */
export const KOREAN_PRINTED: PrintedTexts = {
  front: FRONT_KO,
  course: COURSE_KO,
  experiments: EXPERIMENTS_KO,
  synonyms: SYNONYMS_KO,
};
