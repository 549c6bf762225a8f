/** The course in Korean. */
import type { CourseTexts } from "../course_texts.ts";
import { BACK_PROPAGATION_KO } from "./back_propagation_ko.ts";
import { DELTA_RULE_KO } from "./delta_rule_ko.ts";
import { UNIT_KO } from "./unit_ko.ts";
import { ONE_LAYER_KO } from "./one_layer_ko.ts";
import { PAGE_KO } from "./page_ko.ts";
import { TERMS_KO } from "./terms_ko.ts";

/** All texts in Korean. */
export const COURSE_KO: CourseTexts = {
  page: PAGE_KO,
  terms: TERMS_KO,
  lessons: {
    "unit": UNIT_KO,
    "delta-rule": DELTA_RULE_KO,
    "one-layer": ONE_LAYER_KO,
    "back-propagation": BACK_PROPAGATION_KO,
  },
};
