/** The page of a lesson. */
import { type Html, markup } from "../html.ts";
import { sectionOf } from "../page/document.ts";
import { labAddress } from "../wire/lab_address.ts";
import { DEFAULT_STATE } from "../wire/lab_state.ts";
import { type Language, pathToResults } from "./course_files.ts";
import { renderCoursePage } from "./course_shell.ts";
import type { PageTexts } from "./course_texts.ts";
import type { Finding } from "./finding.ts";
import { lineHtml } from "./formula/mathml.ts";
import { LANGUAGES } from "./languages.ts";
import { type Lesson, LESSON_IDS, type LessonId, type LessonTexts, type Step } from "./lesson.ts";
import { LESSONS } from "./lessons.ts";
import type { Term, TermId } from "./terms.ts";

/** The texts of a lesson in a language, with its numbers. */
export function textsOf(id: LessonId, language: Language): LessonTexts {
  const fill = LANGUAGES[language].lessons[id] as (numbers: unknown) => LessonTexts;
  return fill(LESSONS[id].numbers);
}

/** The HTML of a lesson; without `finding` it says that its experiment was not run. */
export function renderLesson(id: LessonId, language: Language, finding: Finding | undefined): string {
  const lesson: Lesson = LESSONS[id];
  const texts = textsOf(id, language);
  const { page } = LANGUAGES[language];
  const parts = Object.entries(lesson.parts).map(([name, steps]) =>
    sectionOf(name, texts.parts[name]!.title, stepsHtml(steps, texts.parts[name]!.steps)).html
  );
  const main = markup`${guessSection(texts, page)}${labSection(lesson, texts, page, language)}${
    sectionOf("idea", page.idea, markup`${texts.idea.map(paragraph)}${figureOf(lesson, texts)}`).html
  }${parts}${findingSection(lesson, texts, page, language, finding)}${
    sectionOf("update", page.update, stepHtml(lesson.update, texts.update)).html
  }${exercisesSection(lesson, texts, page)}${
    sectionOf(
      "code",
      page.code,
      markup`${paragraph(texts.code)}<pre class="program" tabindex="0"><code>${lesson.code}</code></pre>\n`,
    ).html
  }${sectionOf("terms", page.terms, termList(lesson.terms, LANGUAGES[language].terms)).html}${
    sectionOf(
      "sources",
      page.sources,
      markup`<ul class="sources" lang="en">\n${lesson.sources.map((source) => markup`<li>${source}</li>\n`)}</ul>\n`,
    ).html
  }`;
  const header = markup`<p class="answer">${texts.lead}</p>
<p class="note">${page.minutes(lesson.minutes)} · ${prerequisitesOf(lesson, page, language)}</p>
${dependsOnNotation(lesson) ? notationSwitch(page) : undefined}`;
  const { title, question: description } = texts;
  const footer = neighbours(id, page, language);
  return renderCoursePage({ language, file: `${id}.html`, title, description, header, main, footer });
}

/** The terms with their meanings; each can be linked to. */
export function termList(ids: readonly TermId[], terms: Readonly<Record<TermId, Term>>): Html {
  const items = ids.map((id) => markup`<dt id="term-${id}">${terms[id].name}</dt><dd>${terms[id].meaning}</dd>\n`);
  return markup`<dl class="terms">\n${items}</dl>\n`;
}

function paragraph(text: Html): Html {
  return markup`<p class="text">${text}</p>\n`;
}

function prerequisitesOf({ prerequisites }: Lesson, page: PageTexts, language: Language): Html {
  if (prerequisites.length === 0) return markup`${page.noPrerequisites}`;
  const links = prerequisites.map((id) => markup` <a href="${id}.html">${textsOf(id, language).title}</a>`);
  return markup`${page.prerequisites}${links}`;
}

function dependsOnNotation({ parts, update }: Lesson): boolean {
  const steps: readonly Step[] = [update, ...Object.values(parts).flatMap((steps) => Object.values(steps))];
  return steps.some(({ lines = [] }) => lines.some(({ notation }) => notation !== undefined));
}

/** The reader's choice between the two notations; rules of course.css show and hide what depends on it. */
function notationSwitch(page: PageTexts): Html {
  return markup`<fieldset class="notation">
<legend>${page.notation}</legend>
<label><input type="radio" name="notation" id="notation-plus" checked> <span>${page.plusNotation}</span></label>
<label><input type="radio" name="notation" id="notation-minus"> <span>${page.minusNotation}</span></label>
</fieldset>
`;
}

function unfold(summary: string, content: Html): Html {
  return markup`<details>
<summary>${summary}</summary>
${content}</details>
`;
}

function guessSection({ guess }: LessonTexts, page: PageTexts): Html {
  const content = markup`${paragraph(guess.question)}${unfold(page.showAnswer, paragraph(guess.answer))}`;
  return sectionOf("guess", page.guess, content).html;
}

function labSection({ lab }: Lesson, texts: LessonTexts, page: PageTexts, language: Language): Html {
  const address = `${pathToResults(language)}/lab.html${labAddress({ ...DEFAULT_STATE, ...lab })}`;
  const content = markup`${paragraph(texts.lab)}<p><a class="open-lab" href="${address}">${page.openLab}</a></p>\n`;
  return sectionOf("try", page.tryIt, content).html;
}

function figureOf(lesson: Lesson, { figure }: LessonTexts): Html {
  return markup`<figure>
${lesson.figure(figure)}<figcaption><p>${figure.caption}</p></figcaption>
</figure>
`;
}

function stepsHtml(steps: Readonly<Record<string, Step>>, texts: Readonly<Record<string, Html>>): Html {
  return markup`${Object.entries(steps).map(([name, step]) => stepHtml(step, texts[name]!))}`;
}

function stepHtml({ lines = [], values = {}, table }: Step, text: Html): Html {
  const formulas = lines.length === 0
    ? undefined
    : markup`<div class="formulas">\n${lines.map((line) => lineHtml(line, values))}</div>\n`;
  return markup`${paragraph(text)}${formulas}${table}`;
}

function findingSection(
  { finding: { experiment, claim } }: Lesson,
  texts: LessonTexts,
  page: PageTexts,
  language: Language,
  finding: Finding | undefined,
): Html {
  if (!finding) return sectionOf("finding", page.finding, paragraph(markup`${page.notRun}`)).html;
  const address = `${pathToResults(language)}/${experiment}/report.html#claim-${claim}`;
  const text = texts.finding[finding.verdict](finding.values);
  const content = markup`<p class="text finding">${text} <a href="${address}">${page.toExperiment}</a></p>\n`;
  return sectionOf("finding", page.finding, content).html;
}

function exercisesSection({ exercises }: Lesson, texts: LessonTexts, page: PageTexts): Html {
  const items = exercises.map((name) => {
    const { question, answer } = texts.exercises[name]!;
    return markup`<li>${paragraph(question)}${unfold(page.answer, paragraph(answer))}</li>\n`;
  });
  return sectionOf("exercises", page.exercises, markup`<ol class="exercises">\n${items}</ol>\n`).html;
}

/** Links to the lessons before and after. */
function neighbours(id: LessonId, page: PageTexts, language: Language): Html {
  const at = LESSON_IDS.indexOf(id);
  const link = (rel: string, text: string, other: LessonId | undefined) =>
    other && markup`<a rel="${rel}" href="${other}.html"><span>${text}</span> ${textsOf(other, language).title}</a>\n`;
  return markup`<footer>
<nav aria-label="${page.course}">
${link("prev", page.previous, LESSON_IDS[at - 1])}${link("next", page.next, LESSON_IDS[at + 1])}</nav>
</footer>
`;
}
