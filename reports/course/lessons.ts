/** The lessons by id, in the order of the course. */
import type { LessonId } from "./lesson.ts";
import { backPropagation } from "./lessons/back_propagation.ts";
import { deltaRule } from "./lessons/delta_rule_lesson.ts";
import { oneLayer } from "./lessons/one_layer.ts";
import { unit } from "./lessons/unit.ts";

/** All lessons. */
export const LESSONS = {
  "unit": unit,
  "delta-rule": deltaRule,
  "one-layer": oneLayer,
  "back-propagation": backPropagation,
} as const satisfies Readonly<Record<LessonId, unknown>>;
