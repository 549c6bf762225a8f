/** The shell of every page: a single file that loads nothing and runs only its own script. */
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import { SUITE } from "../../experiments/store/provenance.ts";
import { COLORS, themeRules } from "../chart/theme.ts";
import pageStyle from "../css/page.css" with { type: "text" };
import { type Html, markup, trusted } from "../html.ts";
import { type Language, LANGUAGES } from "../languages/languages.ts";
import { settingRules } from "../languages/setting_rules.ts";
import { cspHash, type PageScripts, scriptElements, scriptSources } from "./page_scripts.ts";

/** The parts of a page. */
export interface Document {
  readonly title: string;
  readonly description: string;
  /** The main one by default. */
  readonly language?: Language;
  /** Its element `main` has the id `main`, to which the skip link leads. */
  readonly body: Html;
  /** Added to the style of every page. */
  readonly style?: string;
  /** A small script. */
  readonly script?: string;
  /** A script that trains nets, with its data elements; it may compile WebAssembly and start workers from its source. */
  readonly training?: { readonly script: string; readonly data: Html };
}

/** The icon of every page, an XOR surface: two corners on, two off. */
const ICON = `data:image/svg+xml,${
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path fill="${COLORS.low[0]}" d="M0 0h2v2H0Z"/>` +
      `<path fill="${COLORS.high[0]}" d="M0 0h1v2h1V1H0Z"/></svg>`,
  )
}`;

/** The HTML of a page. Throws a RangeError if its script cannot be embedded. */
export function renderDocument(
  { title, description, body, style, script, training, language = MAIN_LANGUAGE }: Document,
): string {
  const styles = styleOf(style), scripts = { inline: script, bundle: training?.script };
  return markup`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(styles, scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${SUITE.name}">
<link rel="icon" href="${ICON}">
<title>${title}</title>
<style>${trusted(styles)}</style>
</head>
<body>
<a class="skip" href="#main">${LANGUAGES[language].site.skip}</a>
${body}
${training?.data}${scriptElements(scripts)}</body>
</html>
`.html;
}

/** A section of a page. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: Html;
  /** Whether it is shown only where the page's script runs. */
  readonly isLive: boolean;
}

/** A section under its heading. */
export function sectionOf(id: string, title: string, content: Html, { isLive = false } = {}): Section {
  const html = markup`<section id="${id}"${isLive ? LIVE_ONLY : undefined}>
<h2>${title}</h2>
${content}</section>
`;
  return { id, title, html, isLive };
}

/** A section that opens when its heading is clicked, a link leads into it, or the page is printed. */
export function foldedSection(id: string, title: string, content: Html, { isLive = false } = {}): Section {
  // a browser opens a fold for a link only to what the fold contains
  const html = markup`<section${isLive ? LIVE_ONLY : undefined}>
${foldOf(markup`<h2>${title}</h2>`, markup`<div class="fold-content" id="${id}">\n${content}</div>\n`)}</section>
`;
  return { id, title, html, isLive };
}

/** Content that a click on the summary shows and hides. */
export function foldOf(summary: Html, content: Html): Html {
  return markup`<details class="fold"><summary>${summary}</summary>
${content}</details>
`;
}

/** The attribute of elements that are shown only where the page's script runs. */
export const LIVE_ONLY = trusted(' class="live-only"');

/** The style of every page and further rules, without indentation. */
export function styleOf(further = ""): string {
  return `${themeRules()}\n${settingRules()}${pageStyle}${further}`.replace(/^ +/gm, "");
}

/** A Content-Security-Policy that allows the page's own style and script, by hash, and nothing from elsewhere. */
function policyOf(style: string, all: PageScripts): string {
  const training = all.bundle === undefined ? "" : " 'wasm-unsafe-eval'; worker-src blob:";
  const sources = scriptSources(all), scripts = sources === "" ? "" : ` script-src ${sources}${training};`;
  return `default-src 'none'; style-src '${
    cspHash(style)
  }';${scripts} img-src data:; base-uri 'none'; form-action 'none'`;
}
