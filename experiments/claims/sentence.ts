/** Sentences that are true for certain verdicts, with values of the claims that they rest on. */
import type { Verdict } from "../statistics/statistics.ts";
import type { JudgedClaim } from "./claims.ts";

/** A sentence that rests on claims named C. */
export interface Sentence<C extends string = string> {
  /** The claims that it rests on, each with the verdict, or the verdicts, for which it is true. */
  readonly when: { readonly [N in C]?: Verdict | readonly Verdict[] };
  /** `{claim.count}` is replaced by that value of a claim in `when`, as in the claim's wording. */
  readonly text: string;
}

/** Whether a sentence is true for these verdicts; it is not where a claim has no data. */
export function isTrueOf({ when }: Sentence, judged: readonly JudgedClaim[]): boolean {
  return Object.entries(when).every(([name, verdicts]) => {
    const claim = judged.find((each) => each.claim === name);
    return claim !== undefined && claim.n > 0 && [verdicts].flat().includes(claim.verdict);
  });
}

/** A sentence's text with the values of its claims. */
export function fillSentence(text: string, judged: readonly JudgedClaim[]): string {
  const values = new Map(judged.map((claim) => [claim.claim, claim.values]));
  return text.replaceAll(
    /\{([\w-]+)\.(\w+)\}/g,
    (placeholder, name, value) => values.get(name)?.[value] ?? placeholder,
  );
}

/** A sentence of at most 20 words that answers the question of an experiment with claims named C. */
export type Headline<C extends string = string> = Sentence<C>;

/**
 * The first sentence whose verdicts all match, with its values; undefined where none does or a claim has no data.
 *
 * `translations` are the sentences in another language, by their text; undefined then where that one has none.
 */
export function headlineOf(
  headlines: readonly Headline[],
  judged: readonly JudgedClaim[],
  translations?: Readonly<Record<string, string>>,
): string | undefined {
  const headline = headlines.find((each) => isTrueOf(each, judged));
  if (!headline) return undefined;
  const { text } = headline;
  if (!translations) return fillSentence(text, judged);
  return Object.hasOwn(translations, text) ? fillSentence(translations[text]!, judged) : undefined;
}

/** The reason in two paragraphs; sentences may rest on claims named C. */
export interface Reason<C extends string = string> {
  /** What theory says, in words for a reader with school calculus; it holds whatever a run shows. */
  readonly theory: string;
  /** How it was measured, as text, and what that adds to the theory, as sentences that need their verdicts. */
  readonly data: readonly (string | Sentence<C>)[];
}

/** The paragraph about the data: the texts, and the sentences that are true for these verdicts, in order. */
export function dataParagraph({ data }: Reason, judged: readonly JudgedClaim[]): string {
  const sentences = data.flatMap((part) =>
    typeof part === "string" ? part : isTrueOf(part, judged) ? fillSentence(part.text, judged) : []
  );
  return sentences.join(" ");
}
