/** The course in Korean. */
import type { CourseTexts } from "../course_texts.ts";
import { BACK_PROPAGATION_KO } from "../lessons/back_propagation/back_propagation_ko.ts";
import { DELTA_RULE_KO } from "../lessons/delta_rule/delta_rule_ko.ts";
import { UNIT_KO } from "../lessons/unit/unit_ko.ts";
import { ONE_LAYER_KO } from "../lessons/one_layer/one_layer_ko.ts";
import { HIDDEN_UNITS_KO } from "../lessons/hidden_units/hidden_units_ko.ts";
import { LOSSES_KO } from "../lessons/losses/losses_ko.ts";
import { CHOICES_KO } from "../lessons/choices/choices_ko.ts";
import { LINEAR_LAYERS_KO } from "../lessons/linear_layers/linear_layers_ko.ts";
import { ACTIVATION_FUNCTIONS_KO } from "../lessons/activation_functions/activation_functions_ko.ts";
import { PROBABILITY_KO } from "../lessons/probability/probability_ko.ts";
import { XOR_BY_HAND_KO } from "../lessons/xor_by_hand/xor_by_hand_ko.ts";
import { SUPERVISED_LEARNING_KO } from "../lessons/supervised_learning/supervised_learning_ko.ts";
import { GRADIENT_DESCENT_KO } from "../lessons/gradient_descent/gradient_descent_ko.ts";
import { TRAINING_KO } from "../lessons/training/training_ko.ts";
import { PAGE_KO } from "./page_ko.ts";
import { TERMS_KO } from "./terms_ko.ts";

/** All texts in Korean. */
export const COURSE_KO: CourseTexts = {
  page: PAGE_KO,
  terms: TERMS_KO,
  lessons: {
    "unit": UNIT_KO,
    "activation-functions": ACTIVATION_FUNCTIONS_KO,
    "probability": PROBABILITY_KO,
    "supervised-learning": SUPERVISED_LEARNING_KO,
    "gradient-descent": GRADIENT_DESCENT_KO,
    "delta-rule": DELTA_RULE_KO,
    "training": TRAINING_KO,
    "one-layer": ONE_LAYER_KO,
    "linear-layers": LINEAR_LAYERS_KO,
    "xor-by-hand": XOR_BY_HAND_KO,
    "back-propagation": BACK_PROPAGATION_KO,
    "hidden-units": HIDDEN_UNITS_KO,
    "losses": LOSSES_KO,
    "choices": CHOICES_KO,
  },
};
