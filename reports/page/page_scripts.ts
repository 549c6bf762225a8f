/** The scripts of a page: small ones as they are, and a large one compressed, which a loader unpacks and runs. */
import { sha256 } from "@noble/hashes/sha2.js";
import { deflateSync, inflateSync } from "fflate";
import { type Html, trusted } from "../html.ts";
import { SCRIPT_LICENCES } from "./script_licences.ts";

/** The scripts of a page. */
export interface PageScripts {
  /** Runs as it is. */
  readonly inline?: string | undefined;
  /** A bundle, which is embedded compressed; it finds its own text in the element `page-script`. */
  readonly bundle?: string | undefined;
}

const INLINE_START = '<script type="module" id="small-script">';
const LOADER_START = '<script type="module" id="script-loader">';
const PACKED_START = '<script type="text/plain" id="packed-script">';
const END = "</script>";

/** Unpacks the bundle and runs it as an inline script, which the policy allows by its hash. */
const LOADER = `const packed = document.getElementById("packed-script");
const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
const script = Object.assign(document.createElement("script"), { type: "module", id: "page-script" });
script.textContent = await new Response(unpacked).text();
packed.replaceWith(script);`;

/** The elements of the scripts. Throws a RangeError if a small one would end its own element. */
export function scriptElements({ inline, bundle }: PageScripts): Html | undefined {
  if (inline !== undefined && /<\/script|<!--/i.test(inline)) {
    throw new RangeError("Cannot write the page: its script must not hold </script or <!--");
  }
  const elements = [
    ...(inline === undefined ? [] : [`${INLINE_START}${inline}${END}\n`]),
    ...(bundle === undefined
      ? []
      : [`${SCRIPT_LICENCES}\n${PACKED_START}${packed(bundle)}${END}\n${LOADER_START}${LOADER}${END}\n`]),
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

/** Upper bound on a bundle that is read from a page. */
const MAX_BYTES = 5_000_000;

/** The bundle of a page; undefined if the page has none. */
export function bundleOf(page: string): string | undefined {
  const text = between(page, PACKED_START);
  if (text === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    // what does not fit is cut off
    const unpacked = inflateSync(bytes, { out: new Uint8Array(MAX_BYTES) });
    return unpacked.length < MAX_BYTES ? new TextDecoder().decode(unpacked) : undefined;
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
  const [text, otherText] = [between(page, PACKED_START)!, between(other, PACKED_START)!];
  const [hash, otherHash] = [cspHash(bundle), cspHash(otherBundle)];
  return page.includes(hash) && page.replace(text, () => otherText).replace(hash, otherHash) === other;
}

/** SHA-256 of a text in the form of a Content-Security-Policy. */
export function cspHash(text: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}`;
}
