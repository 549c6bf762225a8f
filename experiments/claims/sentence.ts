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
