/** Why a question has its answer: what theory says, and what the data add. */
import type { JudgedClaim } from "./claims.ts";
import { fillSentence, isTrueOf, type Sentence } from "./sentence.ts";

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
