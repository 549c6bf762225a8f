/** The shell of every page: one file, no network, and a policy that lets nothing else in. */
import { sha256 } from "@noble/hashes/sha2.js";
import { type Html, markup, trusted } from "./html.ts";
import { STYLE } from "./style.ts";

/** What a page consists of. */
export interface Document {
  readonly title: string;
  readonly description: string;
  readonly body: Html;
  /** What runs in it; nothing runs without it. */
  readonly live?: Live;
}

/** What runs in a page. */
export interface Live {
  readonly script: string;
  /** Its style, added to that of every page. */
  readonly style: string;
  /** Data in script elements, of a script that trains: such a one may compile WebAssembly, and make workers of itself. */
  readonly training?: Html;
}

/** A whole page. */
export function documentOf({ title, description, body, live }: Document): string {
  const style = STYLE + (live?.style ?? "");
  const head = markup`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style, live)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<style>${trusted(style)}</style>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
${head.html}
</head>
<body>
${body.html}
${live ? markup`${live.training}${scriptOf(live.script)}`.html : ""}</body>
</html>
`;
}

/** The element of a script. Throws where the text would end it. */
function scriptOf(text: string): Html {
  if (/<\/script|<!--/i.test(text)) {
    throw new RangeError("Cannot write the page: its script must not hold </script or <!--");
  }
  return trusted(`<script type="module" id="page-script">${text}</script>
`);
}

/** Nothing is loaded, and nothing runs but the page's own script, known by its hash, and, if it trains, its workers. */
function policyOf(style: string, live: Live | undefined): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(live ? [`script-src '${hashOf(live.script)}'${live.training ? " 'wasm-unsafe-eval'" : ""}`] : []),
    ...(live?.training ? ["worker-src blob:"] : []),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** A text's digest as a Content-Security-Policy writes it. */
export function hashOf(text: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}`;
}
