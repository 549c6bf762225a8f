/** The shell of every page: one file, no network, and a policy that lets nothing else in. */
import { sha256 } from "@noble/hashes/sha2.js";
import { type Html, markup, trusted } from "./html.ts";
import { STYLE } from "./style.ts";

/** What a page consists of. */
export interface Document {
  readonly title: string;
  readonly description: string;
  readonly body: Html;
}

/** A whole page. */
export function documentOf({ title, description, body }: Document): string {
  const head = markup`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<style>${trusted(STYLE)}</style>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
${head.html}
</head>
<body>
${body.html}
</body>
</html>
`;
}

/** Nothing is loaded and nothing runs. What is to run in a page joins here by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A text's digest as a Content-Security-Policy writes it. */
export function hashOf(text: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}`;
}
