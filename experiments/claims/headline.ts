/** Headlines: the answer to a question in one sentence, each written for certain verdicts. */
import type { Verdict } from "../statistics/statistics.ts";
import type { JudgedClaim } from "./claims.ts";

/** A sentence that answers the question of an experiment with claims named C. */
export interface Headline<C extends string = string> {
  /** The claims that the sentence rests on, each with the verdict, or the verdicts, for which it is true. */
  readonly when: { readonly [N in C]?: Verdict | readonly Verdict[] };
  /** At most 20 words. `{claim.count}` is replaced by that value of a claim in `when`, as in the claim's wording. */
  readonly text: string;
}

/** The first sentence whose verdicts all match, with its values; undefined where none does or a claim has no data. */
export function headlineOf(headlines: readonly Headline[], judged: readonly JudgedClaim[]): string | undefined {
  const claims = new Map(judged.map((claim) => [claim.claim, claim]));
  const headline = headlines.find(({ when }) =>
    Object.entries(when).every(([name, verdicts]) => {
      const claim = claims.get(name);
      return claim !== undefined && claim.n > 0 && [verdicts].flat().includes(claim.verdict);
    })
  );
  return headline?.text.replaceAll(
    /\{([\w-]+)\.(\w+)\}/g,
    (placeholder, name, value) => claims.get(name)?.values[value] ?? placeholder,
  );
}
