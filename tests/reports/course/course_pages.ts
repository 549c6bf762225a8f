/** The pages of all lessons in every language, each with the same made-up finding. */
import { LESSON_IDS, type LessonId } from "../../../reports/course/course_parts.ts";
import type { Finding } from "../../../reports/course/finding.ts";
import type { Lesson } from "../../../reports/course/lesson.ts";
import { renderLesson } from "../../../reports/course/lesson_page.ts";
import { LESSONS } from "../../../reports/course/lessons.ts";
import { publishCourse } from "../../../reports/course/publish_course.ts";
import { LANGUAGE_CODES } from "../../../reports/languages/languages.ts";

/** What every quoted claim is said to have found. */
export const FINDING: Finding = {
  verdict: "refuted",
  values: {
    starts: "600",
    count: "571",
    others: "29",
    estimate: "0.952",
    percent: "95.2",
    interval: " [0.93, 0.97]",
    percentInterval: " [93, 97]",
  },
};

/** A lesson by its id. */
export const lessonOf = (id: LessonId): Lesson => LESSONS[id];

/** The pages. */
export const pages = LANGUAGE_CODES.flatMap((language) =>
  LESSON_IDS.map((id) => ({ id, language, html: renderLesson(id, language, { quote: () => FINDING }) }))
);

/** The files of the course where no experiment was run, by path. */
export const files = publishCourse("/nowhere", new Map());
