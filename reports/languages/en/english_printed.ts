/** What is printed in English. */
import { BACK_PROPAGATION_EN } from "../../course/lessons/back_propagation/back_propagation_en.ts";
import { DELTA_RULE_EN } from "../../course/lessons/delta_rule/delta_rule_en.ts";
import { UNIT_EN } from "../../course/lessons/unit/unit_en.ts";
import { ONE_LAYER_EN } from "../../course/lessons/one_layer/one_layer_en.ts";
import { HIDDEN_UNITS_EN } from "../../course/lessons/hidden_units/hidden_units_en.ts";
import { LOSSES_EN } from "../../course/lessons/losses/losses_en.ts";
import { CHOICES_EN } from "../../course/lessons/choices/choices_en.ts";
import { LINEAR_LAYERS_EN } from "../../course/lessons/linear_layers/linear_layers_en.ts";
import { ACTIVATION_FUNCTIONS_EN } from "../../course/lessons/activation_functions/activation_functions_en.ts";
import { PROBABILITY_EN } from "../../course/lessons/probability/probability_en.ts";
import { XOR_BY_HAND_EN } from "../../course/lessons/xor_by_hand/xor_by_hand_en.ts";
import { SUPERVISED_LEARNING_EN } from "../../course/lessons/supervised_learning/supervised_learning_en.ts";
import { GRADIENT_DESCENT_EN } from "../../course/lessons/gradient_descent/gradient_descent_en.ts";
import { TRAINING_EN } from "../../course/lessons/training/training_en.ts";
import { COURSE_EN } from "./course_en.ts";
import { FRONT_EN } from "./front_en.ts";
import { SYNONYMS_EN } from "./synonyms_en.ts";
import { TERMS_EN } from "./terms_en.ts";
import type { PrintedTexts } from "../language_texts.ts";

/** The texts that no script shows. */
export const ENGLISH_PRINTED: PrintedTexts = {
  front: FRONT_EN,
  course: {
    page: COURSE_EN,
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
  },
  experiments: null,
  synonyms: SYNONYMS_EN,
};
