/** The pages around the lessons: the contents by part, and the glossary. */
import { type Html, markup } from "../html.ts";
import { type Language, LANGUAGES } from "../languages/languages.ts";
import { PRINTED } from "../languages/printed_texts.ts";
import { COURSE_PARTS, LESSON_IDS, type LessonId, type PartId } from "./course_parts.ts";
import { renderCoursePage } from "./course_shell.ts";
import { termList, textsOf } from "./lesson_page.ts";
import type { Lesson } from "./lesson.ts";
import { LESSONS } from "./lessons.ts";
import { TERM_IDS } from "./terms.ts";

/** The HTML of the contents. */
export function renderContents(language: Language): string {
  const { page } = PRINTED[language].course;
  const parts = (Object.keys(COURSE_PARTS) as PartId[]).map((part) => partSection(part, language));
  return renderCoursePage({
    language,
    page: "course/index.html",
    title: page.courseTitle,
    description: page.courseTitle,
    header: markup`<p class="answer">${page.courseLead}</p>
<p class="note">${page.extent(LESSON_IDS.length, minutesOf(LESSON_IDS))}</p>
`,
    main: markup`${parts}`,
  });
}

/** A part with its lessons, numbered through the course. */
function partSection(part: PartId, language: Language): Html {
  const { page } = PRINTED[language].course;
  const { title, lead } = page.parts[part];
  const number = Object.keys(COURSE_PARTS).indexOf(part) + 1;
  const lessons = COURSE_PARTS[part].map((id) => lessonItem(id, language));
  return markup`<section class="course-part" id="${part}">
<h2><span class="place">${number}</span> ${title}</h2>
<p class="text lead">${lead}</p>
<ol class="lessons">
${lessons}</ol>
</section>
`;
}

function lessonItem(id: LessonId, language: Language): Html {
  const { page } = PRINTED[language].course;
  const { title, question } = textsOf(id, language);
  const { minutes, prerequisites }: Lesson = LESSONS[id];
  const number = LESSON_IDS.indexOf(id) + 1;
  const links = prerequisites.map((other, i) =>
    markup`${i > 0 ? ", " : ""}<a href="${other}.html">${textsOf(other, language).title}</a>`
  );
  const needs = links.length > 0 ? markup` · ${page.prerequisites} ${links}` : undefined;
  return markup`<li value="${number}"><h3><a href="${id}.html">${title}</a></h3>
<p>${question}</p>
<p class="note">${page.minutes(minutes)}${needs}</p></li>
`;
}

function minutesOf(ids: readonly LessonId[]): number {
  return ids.reduce((sum, id) => sum + LESSONS[id].minutes, 0);
}

/** The HTML of the glossary. */
export function renderGlossary(language: Language): string {
  const { page, terms } = PRINTED[language].course;
  return renderCoursePage({
    language,
    page: "course/glossary.html",
    title: LANGUAGES[language].site.glossary,
    description: page.glossaryLead,
    header: markup`<p class="answer">${page.glossaryLead}</p>\n`,
    main: termList(TERM_IDS, terms),
  });
}
