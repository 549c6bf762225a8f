/** The course in English. */
import type { CourseTexts } from "../course_texts.ts";
import { BACK_PROPAGATION_EN } from "../lessons/back_propagation/back_propagation_en.ts";
import { DELTA_RULE_EN } from "../lessons/delta_rule/delta_rule_en.ts";
import { UNIT_EN } from "../lessons/unit/unit_en.ts";
import { ONE_LAYER_EN } from "../lessons/one_layer/one_layer_en.ts";
import { HIDDEN_UNITS_EN } from "../lessons/hidden_units/hidden_units_en.ts";
import { LOSSES_EN } from "../lessons/losses/losses_en.ts";
import { CHOICES_EN } from "../lessons/choices/choices_en.ts";
import { LINEAR_LAYERS_EN } from "../lessons/linear_layers/linear_layers_en.ts";
import { ACTIVATION_FUNCTIONS_EN } from "../lessons/activation_functions/activation_functions_en.ts";
import { PROBABILITY_EN } from "../lessons/probability/probability_en.ts";
import { XOR_BY_HAND_EN } from "../lessons/xor_by_hand/xor_by_hand_en.ts";
import { SUPERVISED_LEARNING_EN } from "../lessons/supervised_learning/supervised_learning_en.ts";
import { GRADIENT_DESCENT_EN } from "../lessons/gradient_descent/gradient_descent_en.ts";
import { TRAINING_EN } from "../lessons/training/training_en.ts";
import { PAGE_EN } from "./page_en.ts";
import { TERMS_EN } from "./terms_en.ts";

/** All texts in English. */
export const COURSE_EN: CourseTexts = {
  page: PAGE_EN,
  terms: TERMS_EN,
  lessons: {
    "unit": UNIT_EN,
    "activation-functions": ACTIVATION_FUNCTIONS_EN,
    "probability": PROBABILITY_EN,
    "supervised-learning": SUPERVISED_LEARNING_EN,
    "gradient-descent": GRADIENT_DESCENT_EN,
    "delta-rule": DELTA_RULE_EN,
    "training": TRAINING_EN,
    "one-layer": ONE_LAYER_EN,
    "linear-layers": LINEAR_LAYERS_EN,
    "xor-by-hand": XOR_BY_HAND_EN,
    "back-propagation": BACK_PROPAGATION_EN,
    "hidden-units": HIDDEN_UNITS_EN,
    "losses": LOSSES_EN,
    "choices": CHOICES_EN,
  },
};
