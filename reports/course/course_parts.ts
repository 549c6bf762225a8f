/** The parts of the course and the order of its lessons. */

/** The lessons of each part, in the order of the course. */
export const COURSE_PARTS = {
  "unit": ["unit", "activation-functions", "probability"],
  "learning": ["supervised-learning", "gradient-descent", "delta-rule", "training"],
  "one-layer": ["one-layer", "linear-layers"],
  "hidden-layers": ["xor-by-hand", "back-propagation", "hidden-units", "losses", "choices"],
} as const;

/** The id of a part. */
export type PartId = keyof typeof COURSE_PARTS;

/** The id of a lesson, which is the name of its file. */
export type LessonId = (typeof COURSE_PARTS)[PartId][number];

/** All lessons in the order of the course. */
export const LESSON_IDS: readonly LessonId[] = Object.values(COURSE_PARTS).flat();
