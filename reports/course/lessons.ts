/** The lessons by id, in the order of the course. */
import type { LessonId } from "./lesson.ts";
import { backPropagation } from "./lessons/back_propagation.ts";
import { oneLayer } from "./lessons/one_layer.ts";

/** All lessons. */
export const LESSONS = {
  "one-layer": oneLayer,
  "back-propagation": backPropagation,
} as const satisfies Readonly<Record<LessonId, unknown>>;
