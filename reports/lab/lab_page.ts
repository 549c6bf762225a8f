/** The page of the lab: its shell and its words; live/lab_main.ts mounts the lab in it. */
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import type { Files } from "../../experiments/store/files.ts";
import shellStyle from "../css/lab_page.css" with { type: "text" };
import { type Html, markup, trusted } from "../html.ts";
import { type Language, LANGUAGE_CODES, LANGUAGES } from "../languages/languages.ts";
import { renderDocument } from "../page/document.ts";
import { labScript } from "../page_script.ts";
import { siteNav } from "../site/site_nav.ts";
import { pathOf, relativePath, type SitePage } from "../site/site_paths.ts";
import { DEFAULT_STATE, LAB_DATA_ID, LAB_ID, type LabPageData, type LabPreset } from "../wire/lab_state.ts";
import { inlineJson } from "../wire/page_data.ts";
import { labPageData } from "./lab_data.ts";
import { LAB_STYLE } from "./lab_style.ts";

const PAGE: SitePage = "lab.html";

/** The lab's files. They depend on the suite alone, not on the results beside them. */
export async function publishLab(): Promise<Files> {
  const script = await labScript();
  return new Map(
    LANGUAGE_CODES.map((
      language,
    ) => [pathOf(PAGE, language), renderLab(labPageData(undefined, language), script, language)]),
  );
}

/** The HTML of the lab; without the bundle of live/lab_main.ts it can only be read. */
export function renderLab(data: LabPageData, script?: string, language: Language = MAIN_LANGUAGE): string {
  const { page } = LANGUAGES[language].lab;
  const reading = markup`<p class="text">${page.withoutScript}</p>\n`;
  return renderDocument({
    title: page.title,
    description: page.description,
    language,
    style: LAB_STYLE + shellStyle,
    ...(script !== undefined && { training: { script, data: labDataElement(data) } }),
    body: markup`<header>
${siteNav(PAGE, language)}<h1 data-lab="heading">${page.heading}</h1>
<p class="lead" data-lab="lead">${page.lead(DEFAULT_STATE.starts)}</p>
</header>
<main id="main">
<div id="${LAB_ID}">${script === undefined ? reading : markup`<noscript>\n${reading}</noscript>`}</div>
<section id="about">
${page.about.map((paragraph) => markup`<p class="text">${paragraph}</p>\n`)}</section>
<section id="presets">
<h2>${page.presets}</h2>
<p class="text">${page.presetsNote}</p>
<ol class="presets">
${data.presets.map((preset) => presetItem(preset, language))}</ol>
<p class="text">${page.resultsNote.before}<code>deno task experiment</code>${page.resultsNote.after}</p>
</section>
</main>`,
  });
}

/** An experiment: its setting in the lab, and its page. */
function presetItem({ number, experiment, question, address }: LabPreset, language: Language): Html {
  const { results } = LANGUAGES[language].lab.page;
  const report = relativePath(pathOf(PAGE, language), `${experiment}/report.html`);
  return markup`<li value="${number}"><a href="${address}">${question}</a>
<a class="note" href="${report}">${results}</a></li>
`;
}

/** The element that holds the data of a lab. */
export function labDataElement(data: LabPageData): Html {
  return trusted(`<script type="application/json" id="${LAB_DATA_ID}">${inlineJson(data)}</script>\n`);
}
