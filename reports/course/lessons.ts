/** The lessons by id. */
import type { LessonId } from "./course_parts.ts";
import { backPropagation } from "./lessons/back_propagation/back_propagation.ts";
import { choices } from "./lessons/choices/choices.ts";
import { deltaRule } from "./lessons/delta_rule/delta_rule_lesson.ts";
import { hiddenUnits } from "./lessons/hidden_units/hidden_units_lesson.ts";
import { linearLayers } from "./lessons/linear_layers/linear_layers.ts";
import { lossesLesson } from "./lessons/losses/losses_lesson.ts";
import { oneLayer } from "./lessons/one_layer/one_layer.ts";
import { unit } from "./lessons/unit/unit.ts";
import { activationFunctions } from "./lessons/activation_functions/activation_functions.ts";
import { probability } from "./lessons/probability/probability.ts";
import { xorByHand } from "./lessons/xor_by_hand/xor_by_hand.ts";
import { supervisedLearning } from "./lessons/supervised_learning/supervised_learning.ts";
import { gradientDescent } from "./lessons/gradient_descent/gradient_descent.ts";
import { training } from "./lessons/training/training_lesson.ts";

/** All lessons. */
export const LESSONS = {
  "unit": unit,
  "activation-functions": activationFunctions,
  "probability": probability,
  "supervised-learning": supervisedLearning,
  "gradient-descent": gradientDescent,
  "delta-rule": deltaRule,
  "training": training,
  "one-layer": oneLayer,
  "linear-layers": linearLayers,
  "xor-by-hand": xorByHand,
  "back-propagation": backPropagation,
  "hidden-units": hiddenUnits,
  "losses": lossesLesson,
  "choices": choices,
} as const satisfies Readonly<Record<LessonId, unknown>>;
