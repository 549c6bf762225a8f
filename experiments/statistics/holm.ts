import { demandConfidence } from "./check_inputs.ts";
import type { Verdict } from "./verdict.ts";

/**
 * The confidence of one of `open` intervals, so that all of them hold together with the given confidence.
 *
 * Source: Holm 1979, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6.
 */
export function holmConfidence(confidence: number, open: number): number {
  demandConfidence(confidence);
  return 1 - (1 - confidence) / open;
}

/**
 * Holm's procedure for claims that are decided by intervals.
 *
 * Each claim is a function from the number of claims still undecided to a judgement with its verdict, which takes the
 * confidence `holmConfidence` gives for that number. Those decided keep their judgement; the rest are judged again with
 * the smaller number, until a round decides none.
 */
export function judgeFamily<J extends { readonly verdict: Verdict }>(claims: readonly ((open: number) => J)[]): J[] {
  const judgements: J[] = [];
  for (let open = [...claims.keys()]; open.length > 0;) {
    for (const claim of open) judgements[claim] = claims[claim]!(open.length);
    const undecided = open.filter((claim) => judgements[claim]!.verdict === "undecided");
    if (undecided.length === open.length) break;
    open = undecided;
  }
  return judgements;
}
