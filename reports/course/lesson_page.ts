/** The page of a lesson. */
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import { type Html, markup, trusted } from "../html.ts";
import { type Language, LANGUAGES } from "../languages/languages.ts";
import { PRINTED } from "../languages/printed_texts.ts";
import { sectionOf } from "../page/document.ts";
import { linkTo, pathOf, relativePath, type SitePage } from "../site/site_paths.ts";
import { labAddress } from "../wire/lab_address.ts";
import { DEFAULT_STATE, type LabSeeds } from "../wire/lab_state.ts";
import { LESSON_DATA_ID, LESSON_LAB_ID, type LessonData } from "../wire/lesson_data.ts";
import { inlineJson } from "../wire/page_data.ts";
import { COURSE_PARTS, LESSON_IDS, type LessonId, type PartId } from "./course_parts.ts";
import { renderCoursePage } from "./course_shell.ts";
import type { PageTexts } from "./course_texts.ts";
import type { Quote } from "./finding.ts";
import { lineHtml } from "./formula/mathml.ts";
import { prose } from "./prose_markup.ts";
import type {
  AnyStepTexts,
  CaptionedTexts,
  Figure,
  FindingTexts,
  Lesson,
  LessonTexts,
  QuotedClaim,
  Step,
} from "./lesson.ts";
import { LESSONS } from "./lessons.ts";
import type { Term, TermId } from "./terms.ts";

/** The texts of a lesson in a language, with its numbers. */
export function textsOf(id: LessonId, language: Language): LessonTexts {
  const fill = PRINTED[language].course.lessons[id] as (numbers: unknown) => LessonTexts;
  return fill(LESSONS[id].numbers);
}

/** What a lesson is made from besides its texts. */
export interface LessonSources {
  /** Looks up the claims that it quotes; without it nothing was run. */
  readonly quote?: Quote | undefined;
  /** What its lab runs on; undefined where pages have no script. */
  readonly live?: LiveSources | undefined;
}

/** The bundle of live/lesson_main.ts, and the seeds of the lab's nets. */
export interface LiveSources {
  readonly script: string;
  readonly seeds: LabSeeds;
}

/** The HTML of a lesson. */
export function renderLesson(id: LessonId, language: Language, { quote, live }: LessonSources = {}): string {
  const lesson: Lesson = LESSONS[id];
  const texts = textsOf(id, language);
  const { page } = PRINTED[language].course;
  const place: Place = { id, language, page, quote };
  const parts = Object.entries(lesson.parts).map(([name, steps]) => {
    const render = name === lesson.walk ? walkHtml : stepsHtml;
    return sectionOf(name, texts.parts[name]!.title, render(steps, texts.parts[name]!.steps, place)).html;
  });
  const isLive = live !== undefined;
  const main = markup`${guessSection(lesson, texts, page, isLive)}${labSection(lesson, texts, place, isLive)}${
    sectionOf("idea", page.idea, markup`${texts.idea.map(paragraph)}${figureHtml(lesson.figure, texts.figure)}`).html
  }${parts}${sectionOf("finding", page.finding, quotation(lesson.finding, texts.finding, place)).html}${
    sectionOf("update", page.update, stepHtml(lesson.update, texts.update, place)).html
  }${exercisesSection(lesson, texts, page)}${
    sectionOf(
      "code",
      page.code,
      markup`${
        paragraph(texts.code)
      }<pre class="program" tabindex="0"><code>${lesson.code}// ${lesson.prints()}</code></pre>\n`,
    ).html
  }${sectionOf("terms", page.terms, termList(lesson.terms, PRINTED[language].course.terms)).html}${
    sectionOf(
      "sources",
      page.sources,
      markup`<ul class="sources" lang="${MAIN_LANGUAGE}">\n${
        lesson.sources.map((source) => markup`<li>${source}</li>\n`)
      }</ul>\n`,
    ).html
  }`;
  const header = markup`<p class="answer">${texts.lead}</p>
<p class="note">${placeOf(id, page)} · ${page.minutes(lesson.minutes)} · ${prerequisitesOf(lesson, page, language)}</p>
${dependsOnNotation(lesson) ? notationSwitch(page) : undefined}`;
  const { title, question: description } = texts;
  const footer = neighbours(id, page, language);
  const training = live && { script: live.script, data: dataElement(lesson, language, live.seeds) };
  return renderCoursePage({
    language,
    page: pageOf(id),
    title,
    description,
    header,
    main,
    footer,
    ...(training && { training }),
  });
}

/** The terms with their meanings; each can be linked to. */
export function termList(ids: readonly TermId[], terms: Readonly<Record<TermId, Term>>): Html {
  const items = ids.map((id) =>
    markup`<dt id="term-${id}">${terms[id].name}</dt><dd>${prose`${terms[id].meaning}`}</dd>\n`
  );
  return markup`<dl class="terms">\n${items}</dl>\n`;
}

function paragraph(text: Html): Html {
  return markup`<p class="text">${text}</p>\n`;
}

function pageOf(id: LessonId): SitePage {
  return `course/${id}.html`;
}

/** Where the lesson stands in the course. */
function placeOf(id: LessonId, page: PageTexts): string {
  const parts = Object.entries(COURSE_PARTS) as [PartId, readonly LessonId[]][];
  const [part] = parts.find(([, lessons]) => lessons.includes(id))!;
  return page.place(LESSON_IDS.indexOf(id) + 1, LESSON_IDS.length, page.parts[part].title);
}

function prerequisitesOf({ prerequisites }: Lesson, page: PageTexts, language: Language): Html {
  if (prerequisites.length === 0) return markup`${page.noPrerequisites}`;
  const links = prerequisites.map((id, i) =>
    markup`${i > 0 ? ", " : ""}<a href="${id}.html">${textsOf(id, language).title}</a>`
  );
  return markup`${page.prerequisites} ${links}`;
}

function dependsOnNotation({ parts, update }: Lesson): boolean {
  const steps: readonly Step[] = [update, ...Object.values(parts).flatMap((steps) => Object.values(steps))];
  return steps.some(({ lines = [] }) => lines.some(({ notation }) => notation !== undefined));
}

/** The reader's choice between the two notations; rules of course.css show and hide what depends on it. */
function notationSwitch(page: PageTexts): Html {
  return markup`<fieldset class="notation">
<legend>${page.notation}</legend>
<label><input type="radio" name="notation" id="notation-plus" value="plus" checked> <span>${page.plusNotation}</span></label>
<label><input type="radio" name="notation" id="notation-minus" value="minus"> <span>${page.minusNotation}</span></label>
</fieldset>
`;
}

function unfold(summary: string, content: Html): Html {
  return markup`<details>
<summary>${summary}</summary>
${content}</details>
`;
}

function guessSection({ interactive }: Lesson, { guess }: LessonTexts, page: PageTexts, isLive: boolean): Html {
  const movable = isLive && interactive
    ? markup`<div class="interactive" data-interactive="${interactive}"></div>\n`
    : undefined;
  const content = markup`${paragraph(guess.question)}${movable}${unfold(page.showAnswer, paragraph(guess.answer))}`;
  return sectionOf("guess", page.guess, content).html;
}

/** The lab with the lesson's setting, where the script mounts it, and a link to the same in the lab's own page. */
function labSection({ id, lab }: Lesson, texts: LessonTexts, { page, language }: Place, isLive: boolean): Html {
  const address = linkTo("lab.html", pageOf(id), language) + labAddress({ ...DEFAULT_STATE, ...lab });
  const mounted = isLive ? markup`<div id="${LESSON_LAB_ID}" class="lesson-lab"></div>\n` : undefined;
  const content = markup`${
    paragraph(texts.lab)
  }${mounted}<p><a class="open-lab" href="${address}">${page.openLab}</a></p>
`;
  return sectionOf("try", page.tryIt, content).html;
}

/** The data of the page's script. */
function dataElement({ id, lab }: Lesson, language: Language, { suiteSeed, experiments }: LabSeeds): Html {
  const setting = { ...DEFAULT_STATE, ...lab };
  const { experiment } = setting;
  const published = experiment === null ? undefined : experiments[experiment];
  const data: LessonData = {
    setting,
    seeds: { suiteSeed, experiments: published ? { [experiment!]: published } : {} },
    labPage: linkTo("lab.html", pageOf(id), language),
  };
  return trusted(`<script type="application/json" id="${LESSON_DATA_ID}">${inlineJson(data)}</script>\n`);
}

function figureHtml(draw: Figure, texts: CaptionedTexts<string>): Html {
  return markup`<figure>
${draw(texts)}<figcaption><p>${texts.caption}</p></figcaption>
</figure>
`;
}

function stepsHtml(
  steps: Readonly<Record<string, Step>>,
  texts: Readonly<Record<string, AnyStepTexts>>,
  place: Place,
): Html {
  return markup`${Object.entries(steps).map(([name, step]) => stepHtml(step, texts[name]!, place))}`;
}

/** A list of steps below the first one and its figure; the page's script shows them one by one. */
function walkHtml(
  steps: Readonly<Record<string, Step>>,
  texts: Readonly<Record<string, AnyStepTexts>>,
  place: Place,
): Html {
  const [[first, introduction], ...walked] = Object.entries(steps) as [[string, Step], ...[string, Step][]];
  const items = walked.map(([name, step]) =>
    markup`<li data-step="${name}">${stepHtml(step, texts[name]!, place, { isWalked: true })}</li>\n`
  );
  return markup`<div class="walk">
${stepHtml(introduction, texts[first]!, place)}<ol class="walk-steps">
${items}</ol>
</div>
`;
}

/** A step; in a walk its lines carry their values, for the script. */
function stepHtml(step: Step, texts: AnyStepTexts, place: Place, { isWalked = false } = {}): Html {
  const { lines = [], values = {}, table, figure, finding } = step;
  const text = "text" in texts ? texts.text : texts;
  const formulas = lines.length === 0
    ? undefined
    : markup`<div class="formulas">\n${lines.map((line) => lineHtml(line, values, isWalked))}</div>\n`;
  const drawn = figure && "figure" in texts && figureHtml(figure, texts.figure);
  const quoted = finding && "finding" in texts && quotation(finding, texts.finding, place);
  return markup`${paragraph(text)}${formulas}${table}${drawn || undefined}${quoted || undefined}`;
}

/** Where a claim is quoted. */
interface Place {
  readonly id: LessonId;
  readonly language: Language;
  readonly page: PageTexts;
  readonly quote: Quote | undefined;
}

/** The sentence for a claim's verdict, with a link to the claim; or that its experiment was not run. */
function quotation(quoted: QuotedClaim, wording: FindingTexts, { id, language, page, quote }: Place): Html {
  const finding = quote?.(quoted);
  if (!finding) return paragraph(markup`${page.notRun}`);
  const report = relativePath(pathOf(pageOf(id), language), `${quoted.experiment}/report.html`);
  const text = wording[finding.verdict](finding.values);
  return markup`<p class="text finding">${text} <a href="${report}#claim-${quoted.claim}">${page.toExperiment}</a></p>\n`;
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
<nav aria-label="${LANGUAGES[language].site.course}">
${link("prev", page.previous, LESSON_IDS[at - 1])}${link("next", page.next, LESSON_IDS[at + 1])}</nav>
</footer>
`;
}
