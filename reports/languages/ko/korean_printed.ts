/** What is printed in Korean. */
import { BACK_PROPAGATION_KO } from "../../course/lessons/back_propagation/back_propagation_ko.ts";
import { DELTA_RULE_KO } from "../../course/lessons/delta_rule/delta_rule_ko.ts";
import { UNIT_KO } from "../../course/lessons/unit/unit_ko.ts";
import { ONE_LAYER_KO } from "../../course/lessons/one_layer/one_layer_ko.ts";
import { HIDDEN_UNITS_KO } from "../../course/lessons/hidden_units/hidden_units_ko.ts";
import { LOSSES_KO } from "../../course/lessons/losses/losses_ko.ts";
import { CHOICES_KO } from "../../course/lessons/choices/choices_ko.ts";
import { LINEAR_LAYERS_KO } from "../../course/lessons/linear_layers/linear_layers_ko.ts";
import { ACTIVATION_FUNCTIONS_KO } from "../../course/lessons/activation_functions/activation_functions_ko.ts";
import { PROBABILITY_KO } from "../../course/lessons/probability/probability_ko.ts";
import { XOR_BY_HAND_KO } from "../../course/lessons/xor_by_hand/xor_by_hand_ko.ts";
import { SUPERVISED_LEARNING_KO } from "../../course/lessons/supervised_learning/supervised_learning_ko.ts";
import { GRADIENT_DESCENT_KO } from "../../course/lessons/gradient_descent/gradient_descent_ko.ts";
import { TRAINING_KO } from "../../course/lessons/training/training_ko.ts";
import { COURSE_KO } from "./course_ko.ts";
import { EXPERIMENTS_KO } from "./experiments_ko.ts";
import { FRONT_KO } from "./front_ko.ts";
import { SYNONYMS_KO } from "./synonyms_ko.ts";
import { TERMS_KO } from "./terms_ko.ts";
import type { PrintedTexts } from "../language_texts.ts";

/** The texts that no script shows. */
export const KOREAN_PRINTED: PrintedTexts = {
  front: FRONT_KO,
  course: {
    page: COURSE_KO,
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
  },
  experiments: EXPERIMENTS_KO,
  synonyms: SYNONYMS_KO,
};
