import { demand, demandConfidence } from "./check_inputs.ts";
import { CONFIDENCE } from "./interval.ts";
import type { Verdict } from "./verdict.ts";

/**
 * The p-values of a family of tests, adjusted so that each may be compared with the family-wise error rate.
 *
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statistics } from "../../mod.ts";
 *
 * assertEquals(statistics.holm([0.5, 0.125]), [0.5, 0.25]);
 * ```
 *
 * Throws a RangeError unless each is in [0, 1]. Source: Holm 1979, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6.
 */
export function holm(ps: readonly number[]): number[] {
  ps.forEach((p, test) => demand(p >= 0 && p <= 1, "holm", `ps[${test}]`, "a number from 0 to 1", p));
  const adjusted = ps.map(() => 0);
  const ascending = ps.map((_, test) => test).sort((a, b) => ps[a]! - ps[b]!);
  let largest = 0;
  ascending.forEach((test, rank) => {
    largest = Math.max(largest, Math.min(1, ps[test]! * (ps.length - rank)));
    adjusted[test] = largest;
  });
  return adjusted;
}

/** The verdict on one claim of a family, and the confidence of the interval on which it is based. */
export interface FamilyVerdict {
  /** The verdict at that confidence. */
  readonly verdict: Verdict;
  /** At least the family's confidence. */
  readonly confidence: number;
}

/**
 * Holm's procedure for claims that are decided by intervals: all verdicts hold jointly with the given confidence.
 *
 * Each claim is a function from a confidence to its verdict. All are judged at 1 − α/m, where m is the number of claims
 * still undecided. Those decided keep their verdict; the rest are judged again with the smaller m, until a round decides
 * none.
 */
export function holmVerdicts(
  claims: readonly ((confidence: number) => Verdict)[],
  confidence = CONFIDENCE,
): FamilyVerdict[] {
  demandConfidence(confidence);
  const verdicts: FamilyVerdict[] = claims.map(() => ({ verdict: "undecided", confidence }));
  for (let open = claims.map((_, claim) => claim); open.length > 0;) {
    const adjusted = 1 - (1 - confidence) / open.length;
    for (const claim of open) verdicts[claim] = { verdict: claims[claim]!(adjusted), confidence: adjusted };
    const undecided = open.filter((claim) => verdicts[claim]!.verdict === "undecided");
    if (undecided.length === open.length) break;
    open = undecided;
  }
  return verdicts;
}
