/** Makes the pages of the course: the lessons in every language, an overview and a glossary. */
import type { Files } from "../../experiments/store/files.ts";
import type { Manifest } from "../../experiments/store/manifest.ts";
import { markup } from "../html.ts";
import { COURSE_FILES, folderOf, type Language, LANGUAGE_CODES } from "./course_files.ts";
import { renderCoursePage } from "./course_shell.ts";
import { type Finding, readFinding } from "./finding.ts";
import { LANGUAGES } from "./languages.ts";
import { LESSON_IDS, type LessonId } from "./lesson.ts";
import { LESSONS } from "./lessons.ts";
import { renderLesson, termList, textsOf } from "./lesson_page.ts";
import { TERM_IDS } from "./terms.ts";

/** The files of the course by path; they quote the results in `folder` whose manifests are given by experiment. */
export function publishCourse(folder: string, manifests: ReadonlyMap<string, Manifest>): Files {
  const findings = new Map(LESSON_IDS.map((id) => {
    const { experiment, claim } = LESSONS[id].finding;
    const manifest = manifests.get(experiment);
    return [id, manifest && readFinding(`${folder}/${experiment}`, manifest, claim)] as const;
  }));
  return new Map(
    LANGUAGE_CODES.flatMap((language) =>
      COURSE_FILES.map((file) => [`${folderOf(language)}/${file}`, pageOf(file, language, findings)] as const)
    ),
  );
}

function pageOf(file: string, language: Language, findings: ReadonlyMap<LessonId, Finding | undefined>): string {
  if (file === "index.html") return overview(language);
  if (file === "glossary.html") return glossary(language);
  const id = LESSON_IDS.find((id) => file === `${id}.html`)!;
  return renderLesson(id, language, findings.get(id));
}

/** The list of lessons. */
function overview(language: Language): string {
  const { page } = LANGUAGES[language];
  const items = LESSON_IDS.map((id) => {
    const { title, question } = textsOf(id, language);
    return markup`<li><h2><a href="${id}.html">${title}</a></h2>
<p class="text">${question} <span class="note">${page.minutes(LESSONS[id].minutes)}</span></p></li>
`;
  });
  return renderCoursePage({
    language,
    file: "index.html",
    title: page.courseTitle,
    description: page.courseTitle,
    header: markup`<p class="answer">${page.courseLead}</p>\n`,
    main: markup`<ol class="lessons">\n${items}</ol>\n`,
  });
}

function glossary(language: Language): string {
  const { page, terms } = LANGUAGES[language];
  return renderCoursePage({
    language,
    file: "glossary.html",
    title: page.glossary,
    description: page.glossaryLead,
    header: markup`<p class="answer">${page.glossaryLead}</p>\n`,
    main: termList(TERM_IDS, terms),
  });
}
