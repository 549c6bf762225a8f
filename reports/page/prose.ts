/** Text as a page typesets it: true minus signs, grouped digits, powers, and numbers that stay on one line. */
import { groupDigits } from "../../experiments/format.ts";
import { type Html, markup } from "../html.ts";

/** What must not break at the end of a line. */
const UNBREAKABLE = new RegExp(
  [
    /[−+]?\d[\d.,]*\s(?:%|pp\b)/, // a number with its unit
    /\[[−\d.,∞ ]+\]/, // an interval
    /\d[\d.]* × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/, // a number with its power of ten
    /\bstart \d+/,
    /−?\b\d and −?\d\b/,
    /(?:[^\s()]{1,3} = )?[^\s()]*\((?=[^()]{1,16}\))[^\s()]+(?: [−+×·/=] [^\s()]+)+\)/, // a short formula
    /(?<![\p{L}\d])\p{L}′? [=≈<>≤≥] −?[\p{L}\d½¼·²³]{1,6}(?:[./]√?\(?[\p{L}\d]+\)?)?(?![\p{L}\d])/u, // v = 0, d = x1
  ].map(({ source }) => source).join("|"),
  "gu",
);

/** A power such as t^p or e^−0.5. */
const POWER = /(?<=[\p{L}\d)])\^(−?[\p{L}\d.]*[\p{L}\d])/gu;

/** Text as HTML that does not break inside such a piece. */
export function prose(text: string): Html {
  const typeset = typesetNumbers(text);
  return split(
    typeset,
    UNBREAKABLE,
    ([whole]) => markup`<span class="unbroken">${withPowers(whole)}</span>`,
    withPowers,
  );
}

/** Text as HTML with its powers raised. */
export function withPowers(text: string): Html {
  return split(text, POWER, ([, exponent]) => markup`<sup>${exponent}</sup>`, (piece) => markup`${piece}`);
}

/** Text with true minus signs, and separators in whole numbers of five digits or more. */
export function typesetNumbers(text: string): string {
  return text.replace(/(?<![^\s([=·])-(?=[\d.])/g, "−")
    .replace(/(?<![\p{L}\d.,:])[1-9]\d{4,}(?![\p{L}\d]|\.\d)/gu, groupDigits);
}

/** Writes the matches of a pattern in one way, and the text between them in another. */
function split(
  text: string,
  pattern: RegExp,
  match: (found: RegExpExecArray) => Html,
  between: (piece: string) => Html,
): Html {
  const pieces: Html[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    pieces.push(between(text.slice(from, found.index)), match(found));
    from = found.index + found[0].length;
  }
  return markup`${[...pieces, between(text.slice(from))]}`;
}
