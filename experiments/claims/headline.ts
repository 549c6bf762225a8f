/** Headlines: the answer to a question in one sentence, each written for certain verdicts. */
import type { JudgedClaim } from "./claims.ts";
import { fillSentence, isTrueOf, type Sentence } from "./sentence.ts";

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
