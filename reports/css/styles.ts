/** The style sheets that pages embed. */
import { themeRules } from "../chart/theme.ts";
import frontPage from "./front_page.css" with { type: "text" };
import live from "./live.css" with { type: "text" };
import page from "./page.css" with { type: "text" };

/** The style of every page. */
export const PAGE_STYLE = `${themeRules()}\n${withoutIndentation(page)}`;

/** Added to pages that have a script. */
export const LIVE_STYLE = withoutIndentation(live);

/** Added to the front page. */
export const FRONT_PAGE_STYLE = withoutIndentation(frontPage);

function withoutIndentation(css: string): string {
  return css.split("\n").map((line) => line.trim()).join("\n");
}
