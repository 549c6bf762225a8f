/** What all pages of the course share: their navigation and their document. */
import courseStyle from "../css/course.css" with { type: "text" };
import { type Html, markup } from "../html.ts";
import { LAB_STYLE } from "../lab/lab_style.ts";
import type { Language } from "../languages/languages.ts";
import { type Document, renderDocument } from "../page/document.ts";
import { siteNav } from "../site/site_nav.ts";
import type { SitePage } from "../site/site_paths.ts";

/** A page of the course. */
export interface CoursePage {
  readonly language: Language;
  readonly page: SitePage;
  readonly title: string;
  readonly description: string;
  /** What follows the title in the header. */
  readonly header: Html;
  readonly main: Html;
  readonly footer?: Html;
  /** The script and data of a lesson, whose lab has styles of its own. */
  readonly training?: Document["training"];
}

/** The HTML of a page of the course. */
export function renderCoursePage(coursePage: CoursePage): string {
  const { language, page, title, header, main, footer, training, ...rest } = coursePage;
  return renderDocument({
    ...rest,
    ...(training && { training }),
    title,
    language,
    style: (training ? LAB_STYLE : "") + courseStyle,
    body: markup`<header>
${siteNav(page, language)}<h1>${title}</h1>
${header}</header>
<main id="main">
${main}</main>
${footer}`,
  });
}
