import { demandConfidence } from "./check_inputs.ts";
import { CONFIDENCE } from "./interval.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Holm's procedure for claims that are decided by intervals: all verdicts hold jointly with the given confidence.
 *
 * Each claim is a function from a confidence to a judgement with its verdict. All are judged at 1 − α/m, where m is the
 * number of claims still undecided. Those decided keep their judgement; the rest are judged again with the smaller m,
 * until a round decides none.
 *
 * Source: Holm 1979, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6.
 */
export function judgeFamily<J extends { readonly verdict: Verdict }>(
  claims: readonly ((confidence: number) => J)[],
  confidence = CONFIDENCE,
): J[] {
  demandConfidence(confidence);
  const judgements: J[] = [];
  for (let open = [...claims.keys()]; open.length > 0;) {
    for (const claim of open) judgements[claim] = claims[claim]!(1 - (1 - confidence) / open.length);
    const undecided = open.filter((claim) => judgements[claim]!.verdict === "undecided");
    if (undecided.length === open.length) break;
    open = undecided;
  }
  return judgements;
}
