/** The course in English. */
import type { CourseTexts } from "../course_texts.ts";
import { BACK_PROPAGATION_EN } from "./back_propagation_en.ts";
import { DELTA_RULE_EN } from "./delta_rule_en.ts";
import { UNIT_EN } from "./unit_en.ts";
import { ONE_LAYER_EN } from "./one_layer_en.ts";
import { PAGE_EN } from "./page_en.ts";
import { TERMS_EN } from "./terms_en.ts";

/** All texts in English. */
export const COURSE_EN: CourseTexts = {
  page: PAGE_EN,
  terms: TERMS_EN,
  lessons: {
    "unit": UNIT_EN,
    "delta-rule": DELTA_RULE_EN,
    "one-layer": ONE_LAYER_EN,
    "back-propagation": BACK_PROPAGATION_EN,
  },
};
