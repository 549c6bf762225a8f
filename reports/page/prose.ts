/** Sentences whose numbers are not torn apart at the end of a line. */
import { type Html, markup } from "./html.ts";

/** A number with its unit or its power of ten, an interval, a word with the number that it needs, or a short formula in parentheses. */
const WHOLE = new RegExp(
  [
    /[−+]?\d[\d.,]*\s(?:%|pp\b)/,
    /\[[−\d.,∞ ]+\]/,
    /\d[\d.]* × 10(?:\^−?\d+|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/,
    /\breplicate \d+/,
    /−?\b\d and −?\d\b/,
    /(?:[^\s()]{1,3} = )?[^\s()]*\((?=[^()]{1,16}\))[^\s()]+(?: [−+×·/=] [^\s()]+)+\)/,
  ].map(({ source }) => source).join("|"),
  "g",
);

/** Text with each number and its unit, each interval and each short formula held together. */
export function prose(text: string): Html {
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(WHOLE)) {
    pieces.push(text.slice(from, match.index), markup`<span class="whole-number">${match[0]}</span>`);
    from = match.index + match[0].length;
  }
  return markup`${[...pieces, text.slice(from)]}`;
}
