/** The page of the lab: its shell and its words; live/lab_main.ts mounts the lab in it. */
import { SUITE } from "../../experiments/store/provenance.ts";
import type { Files } from "../../experiments/store/files.ts";
import labStyle from "../css/lab.css" with { type: "text" };
import partsStyle from "../css/lab_ui.css" with { type: "text" };
import liveStyle from "../css/live.css" with { type: "text" };
import { type Html, markup, trusted } from "../html.ts";
import { renderDocument } from "../page/document.ts";
import { labScript } from "../page_script.ts";
import { TEXTS } from "../texts/texts.ts";
import { DEFAULT_STATE, LAB_DATA_ID, LAB_ID, type LabPageData, type LabPreset } from "../wire/lab_state.ts";
import { inlineJson } from "../wire/page_data.ts";
import { labPageData } from "./lab_data.ts";

/** The name of the lab's file, beside the front page. */
export const LAB_FILE = "lab.html";

/** The lab's file. It depends on the suite alone, not on the results beside it. */
export async function publishLab(): Promise<Files> {
  return new Map([[LAB_FILE, renderLab(labPageData(), await labScript())]]);
}

/** The HTML of the lab; without the bundle of live/lab_main.ts it can only be read. */
export function renderLab(data: LabPageData, script?: string): string {
  const { page } = TEXTS.en;
  const reading = markup`<p class="text">${page.withoutScript}</p>\n`;
  return renderDocument({
    title: page.title,
    description: page.description,
    style: liveStyle + labStyle + partsStyle,
    ...(script !== undefined && { script, trainingData: dataElement(data) }),
    body: markup`<header>
<nav aria-label="${SUITE.name}">
<span class="kicker">${SUITE.name}</span>
<b aria-current="page">${page.kicker}</b>
<a href="index.html">${page.allResults}</a>
</nav>
<h1>${page.heading}</h1>
<p class="lead">${page.lead(DEFAULT_STATE.starts)}</p>
</header>
<main id="main">
<div id="${LAB_ID}">${script === undefined ? reading : markup`<noscript>\n${reading}</noscript>`}</div>
<section id="about">
${page.about.map((paragraph) => markup`<p class="text">${paragraph}</p>\n`)}</section>
<section id="presets">
<h2>${page.presets}</h2>
<p class="text">${page.presetsNote}</p>
<ol class="presets">
${data.presets.map(presetItem)}</ol>
<p class="text">${page.resultsNote}</p>
</section>
</main>`,
  });
}

/** An experiment: its setting in the lab, and its page. */
function presetItem({ number, experiment, question, address }: LabPreset): Html {
  const { results } = TEXTS.en.page;
  return markup`<li value="${number}"><a href="${address}">${question}</a>
<a class="note" href="${experiment}/report.html">${results}</a></li>
`;
}

function dataElement(data: LabPageData): Html {
  return trusted(`<script type="application/json" id="${LAB_DATA_ID}">${inlineJson(data)}</script>\n`);
}
