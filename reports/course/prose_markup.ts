/** Sentences of the course as HTML: formulas stay on one line, with whatever belongs to them. */
import { type Content, type Html, markup } from "../html.ts";
import { isInlineFormula } from "./formula/mathml.ts";

/**
 * Fills a template like {@linkcode markup}, and marks what must stay on one line.
 *
 * These are a formula with the punctuation beside it, the two sides of `α = 0.9`, and, since browsers break Korean
 * there, a bracket or quote with its particle: `(1, 1)은`.
 */
export function prose(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  const fragments = parts.flatMap((part, i) => [...(i > 0 ? fragmentsOf(values[i - 1]) : []), literal(part)]);
  return markup`${groupsOf(wordsOf(fragments)).map(groupHtml)}`;
}

/** A piece of a template: text that may be split at its spaces, or HTML that stays as it is. */
interface Fragment {
  readonly text?: string;
  readonly content: Content;
  readonly isFormula?: boolean;
}

/** A text of the template itself; one with tags stays as it is. */
function literal(part: string): Fragment {
  const content: Html = { html: part };
  return part.includes("<") || part.includes("&") ? { content } : { text: part, content };
}

function fragmentsOf(value: Content): readonly Fragment[] {
  if (value === undefined) return [];
  if (typeof value === "string" || typeof value === "number") return [{ text: String(value), content: value }];
  if ("html" in value) return [{ content: value, isFormula: isInlineFormula(value) }];
  return value.flatMap(fragmentsOf);
}

/** Fragments without a space between them; `space` is what stands before. */
interface Word {
  readonly space: string;
  readonly fragments: Fragment[];
}

function wordsOf(fragments: readonly Fragment[]): readonly Word[] {
  const words: Word[] = [{ space: "", fragments: [] }];
  for (const fragment of fragments) {
    if (fragment.text === undefined) {
      // other HTML can be long, and can break inside
      const continues = fragment.isFormula && !isOpaque(words.at(-1)!.fragments.at(-1));
      if (continues) words.at(-1)!.fragments.push(fragment);
      else words.push({ space: "", fragments: [fragment] });
      continue;
    }
    for (const [i, piece] of fragment.text.split(/(\s+)/).entries()) {
      if (i % 2 === 1) words.push({ space: piece, fragments: [] });
      else if (piece !== "") {
        const part: Fragment = { text: piece, content: piece };
        if (isOpaque(words.at(-1)!.fragments.at(-1))) words.push({ space: "", fragments: [part] });
        else words.at(-1)!.fragments.push(part);
      }
    }
  }
  return words;
}

function isOpaque(fragment: Fragment | undefined): boolean {
  return fragment !== undefined && fragment.text === undefined && !fragment.isFormula;
}

const OPERATORS = ["=", "<", ">", "+", "−", "×"];

function isOperator({ fragments: [only, ...others] }: Word): boolean {
  return others.length === 0 && OPERATORS.includes(only?.text ?? "");
}

/** Whether the next word stays on the line: after a function's name, in a pair (0, 1), in an interval [0.5, 0.9]. */
function isOpen({ fragments }: Word): boolean {
  const { text = "" } = fragments.at(-1) ?? {};
  return text === "ln" || /[([][^()[\]]{1,6},$/u.test(text);
}

/** Words that share a line: those on both sides of an operator, and those after an open word. */
function groupsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const groups: Word[][] = [];
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    const isJoined = before && word.space !== "" && (isOperator(word) || isOperator(before) || isOpen(before));
    if (isJoined) groups.at(-1)!.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** Where browsers break a Korean word: after a bracket, a quote, a sign, and before a bracket. */
const TORN_KOREAN = /[)’”∂%…][가-힣]|[가-힣]\(/u;

function groupHtml(group: readonly Word[]): Html {
  const [first, ...others] = group as [Word, ...Word[]];
  const content = markup`${first.fragments.map(({ content }) => content)}${
    others.map(({ space, fragments }) => markup`${space}${fragments.map(({ content }) => content)}`)
  }`;
  return markup`${first.space}${group.length > 1 || isTorn(first) ? unbroken(content) : content}`;
}

function isTorn({ fragments }: Word): boolean {
  if (fragments.some(({ isFormula }) => isFormula)) return fragments.length > 1;
  const text = fragments.map(({ text = "" }) => text).join("");
  return TORN_KOREAN.test(text);
}

/** A text without a line break, such as a short equation. */
export function unbroken(text: Html | string): Html {
  return markup`<span class="unbroken">${text}</span>`;
}
