/** The lessons of the course on the front page. */
import { COURSE_PARTS, type LessonId, type PartId } from "../course/course_parts.ts";
import type { Lesson } from "../course/lesson.ts";
import { textsOf } from "../course/lesson_page.ts";
import { LESSONS } from "../course/lessons.ts";
import { type Html, markup } from "../html.ts";
import { type Language, LANGUAGE_CODES } from "../languages/languages.ts";
import { PRINTED } from "../languages/printed_texts.ts";
import { linkTo } from "../site/site_paths.ts";
import type { FrontLanguage } from "./front_language.ts";
import { plainWords } from "./search.ts";

/** The parts of the course side by side, with links to their lessons. */
export function courseSection({ code, texts: { course } }: FrontLanguage): Html {
  const { page } = PRINTED[code].course;
  const parts = (Object.keys(COURSE_PARTS) as PartId[]).map((part, i) =>
    markup`<div>
<h3><span class="place">${i + 1}</span> ${page.parts[part].title}</h3>
<ul>
${COURSE_PARTS[part].map((id) => lessonItem(id, code))}</ul>
</div>
`
  );
  return markup`<section class="part" id="course">
<h2><a href="${linkTo("course/index.html", "index.html", code)}">${course.title}</a></h2>
<p class="lead">${course.lead}</p>
<div class="course-parts">
${parts}</div>
</section>
`;
}

function lessonItem(id: LessonId, code: Language): Html {
  const { title, question } = textsOf(id, code);
  const address = linkTo(`course/${id}.html`, "index.html", code);
  return markup`<li><a data-words="${lessonWords(id)}" href="${address}" title="${question}">${title}</a></li>\n`;
}

/** The words of a lesson in every language, for the search: its title, its question, its headings and its terms. */
function lessonWords(id: LessonId): string {
  const { terms }: Lesson = LESSONS[id];
  const texts = LANGUAGE_CODES.flatMap((language) => {
    const { title, question, parts } = textsOf(id, language);
    const names = terms.flatMap((term) => PRINTED[language].course.terms[term].forms);
    return [title, question, ...Object.values(parts).map((part) => part.title), ...names];
  });
  return [...new Set(plainWords(texts.join(" ")))].join(" ");
}
