/** The navigation at the top of the pages that every language has. */
import { SUITE } from "../../experiments/store/provenance.ts";
import { type Html, markup } from "../html.ts";
import { type Language, LANGUAGE_CODES, LANGUAGES } from "../languages/languages.ts";
import { linkTo, type SitePage, translatedLink } from "./site_paths.ts";

const LINKS: readonly (readonly [SitePage, "lab" | "course" | "results" | "glossary"])[] = [
  ["lab.html", "lab"],
  ["course/index.html", "course"],
  ["index.html", "results"],
  ["course/glossary.html", "glossary"],
];

/** Links to the other parts of the site, and to the same page in the other languages. */
export function siteNav(page: SitePage, language: Language): Html {
  const texts = LANGUAGES[language].site;
  const links = LINKS.map(([target, name]) =>
    target === page
      ? markup`<b aria-current="page">${texts[name]}</b>\n`
      : markup`<a href="${linkTo(target, page, language)}">${texts[name]}</a>\n`
  );
  const others = LANGUAGE_CODES.filter((code) => code !== language).map((code) =>
    markup`<a lang="${code}" hreflang="${code}" href="${translatedLink(page, page, language, code)}">${
      LANGUAGES[code].name
    }</a>\n`
  );
  return markup`<nav class="site" aria-label="${SUITE.name}">
<span class="kicker">${SUITE.name}</span>
${links}${others}</nav>
`;
}
