/** The scripts of a page: small ones as they are; a large one and its data compressed, which a loader unpacks. */
import { sha256 } from "@noble/hashes/sha2.js";
import { deflateSync, inflateSync } from "fflate";
import { type Html, trusted } from "../html.ts";
import { SCRIPT_LICENCES } from "./script_licences.ts";

/** The scripts of a page. */
export interface PageScripts {
  /** Runs as it is. */
  readonly inline?: string | undefined;
  /** A bundle, which is embedded compressed; it finds its own text in the element `page-script`, and unpacked data. */
  readonly bundle?: string | undefined;
}

const INLINE_START = '<script type="module" id="small-script">';
const LOADER_START = '<script type="module" id="script-loader">';
const BUNDLE_START = packedStart("page-script", "module");
const END = "</script>";

/** Unpacks data and then the bundle, which runs as an inline script that the policy allows by its hash. */
const LOADER = `for (const packed of document.querySelectorAll("script[data-type]")) {
const letters = atob(packed.textContent), bytes = new Uint8Array(letters.length);
for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
const textContent = await new Response(stream).text(), { id, dataset: { type } } = packed;
packed.replaceWith(Object.assign(document.createElement("script"), { id, type, textContent }));
}`;

/** The start tag of a script element whose text is compressed; the loader gives it its type. */
function packedStart(id: string, type: string): string {
  return `<script type="text/plain" id="${id}" data-type="${type}">`;
}

/** Data as a script element that browsers do not run: JSON, compressed until the loader unpacks it. */
export function dataElement(id: string, value: unknown): Html {
  return trusted(`${packedStart(id, "application/json")}${compressed(JSON.stringify(value))}${END}\n`);
}

/** The elements of the scripts. Throws a RangeError if a small one would end its own element. */
export function scriptElements({ inline, bundle }: PageScripts): Html | undefined {
  if (inline !== undefined && /<\/script|<!--/i.test(inline)) {
    throw new RangeError("Cannot write the page: its script must not hold </script or <!--");
  }
  const elements = [
    ...(inline === undefined ? [] : [`${INLINE_START}${inline}${END}\n`]),
    ...(bundle === undefined
      ? []
      : [`${SCRIPT_LICENCES}\n${BUNDLE_START}${packed(bundle)}${END}\n${LOADER_START}${LOADER}${END}\n`]),
  ];
  return elements.length === 0 ? undefined : trusted(elements.join(""));
}

/** The sources that the policy of the page must allow; empty without scripts. */
export function scriptSources({ inline, bundle }: PageScripts): string {
  const texts = [...(inline === undefined ? [] : [inline]), ...(bundle === undefined ? [] : [LOADER, bundle])];
  return texts.map((text) => `'${cspHash(text)}'`).join(" ");
}

/** The pages of a command have the same bundles. */
const packedBundles = new Map<string, string>();

function packed(bundle: string): string {
  const known = packedBundles.get(bundle) ?? compressed(bundle);
  packedBundles.set(bundle, known);
  return known;
}

/** Compressed with JavaScript alone: the libraries of runtimes give each other bytes. */
function compressed(text: string): string {
  const bytes = deflateSync(new TextEncoder().encode(text), { level: 9 });
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Upper bound on a text that is read from a page. */
const MAX_BYTES = 5_000_000;

/** The bundle of a page; undefined if the page has none. */
export function bundleOf(page: string): string | undefined {
  return unpacked(between(page, BUNDLE_START));
}

/** The data of a page in an element; undefined if there is no such element. */
export function dataOf(page: string, id: string): unknown {
  const json = unpacked(between(page, packedStart(id, "application/json")));
  return json === undefined ? undefined : JSON.parse(json);
}

/** A text unpacked; undefined if it is not packed. */
function unpacked(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    // what does not fit is cut off
    const inflated = inflateSync(bytes, { out: new Uint8Array(MAX_BYTES) });
    return inflated.length < MAX_BYTES ? new TextDecoder().decode(inflated) : undefined;
  } catch {
    return undefined;
  }
}

function between(page: string, startTag: string): string | undefined {
  const start = page.indexOf(startTag) + startTag.length, end = page.indexOf(END, start);
  return start < startTag.length || end < 0 ? undefined : page.slice(start, end);
}

/** Whether two pages differ only in their bundles, which the policy of each allows. */
export function differInScriptOnly(page: string, other: string): boolean {
  const [bundle, otherBundle] = [bundleOf(page), bundleOf(other)];
  if (bundle === undefined || otherBundle === undefined || bundle === otherBundle) return false;
  const [text, otherText] = [between(page, BUNDLE_START)!, between(other, BUNDLE_START)!];
  const [hash, otherHash] = [cspHash(bundle), cspHash(otherBundle)];
  return page.includes(hash) && page.replace(text, () => otherText).replace(hash, otherHash) === other;
}

/** SHA-256 of a text in the form of a Content-Security-Policy. */
export function cspHash(text: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}`;
}
