/** Sentences in which a number stays on one line with what belongs to it. */
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
  ].map(({ source }) => source).join("|"),
  "g",
);

/** Text as HTML that does not break inside such a piece. */
export function prose(text: string): Html {
  const pieces = [];
  let from = 0;
  for (const match of text.matchAll(UNBREAKABLE)) {
    pieces.push(text.slice(from, match.index), markup`<span class="whole-number">${match[0]}</span>`);
    from = match.index + match[0].length;
  }
  return markup`${[...pieces, text.slice(from)]}`;
}
