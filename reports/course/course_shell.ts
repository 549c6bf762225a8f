/** What all pages of the course share: their navigation and their document. */
import { SUITE } from "../../experiments/store/provenance.ts";
import courseStyle from "../css/course.css" with { type: "text" };
import { type Html, markup } from "../html.ts";
import { renderDocument } from "../page/document.ts";
import { folderOf, type Language, LANGUAGE_CODES, pathToResults } from "./course_files.ts";
import { LANGUAGES } from "./languages.ts";

/** The address of a file of the course in another language. */
function translated(file: string, from: Language, to: Language): string {
  return `${pathToResults(from)}/${folderOf(to)}/${file}`;
}

/** A page of the course. */
export interface CoursePage {
  readonly language: Language;
  /** The name of its file. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** What follows the title in the header. */
  readonly header: Html;
  readonly main: Html;
  readonly footer?: Html;
}

/** The HTML of a page of the course. */
export function renderCoursePage({ language, file, title, description, header, main, footer }: CoursePage): string {
  const { page } = LANGUAGES[language];
  const root = pathToResults(language);
  const others = LANGUAGE_CODES.filter((code) => code !== language).map((code) =>
    markup`<a lang="${code}" hreflang="${code}" href="${translated(file, language, code)}">${
      LANGUAGES[code].page.language
    }</a>
`
  );
  return renderDocument({
    title,
    description,
    language: { code: language, skip: page.skip },
    style: courseStyle,
    body: markup`<header>
<nav aria-label="${SUITE.name}">
<span class="kicker">${SUITE.name}</span>
<a href="index.html">${page.course}</a>
<a href="${root}/lab.html">${page.lab}</a>
<a href="${root}/index.html">${page.results}</a>
<a href="glossary.html">${page.glossary}</a>
${others}</nav>
<h1>${title}</h1>
${header}</header>
<main id="main">
${main}</main>
${footer}`,
  });
}
