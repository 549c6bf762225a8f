import { demand, demandLevel } from "./check_inputs.ts";
import { LEVEL } from "./interval.ts";
import type { Verdict } from "./verdict.ts";

/**
 * The p-values of a family of tests, made larger so that each may be compared with the whole family's error rate;
 * none for none.
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
  const rising = ps.map((_, test) => test).sort((a, b) => ps[a]! - ps[b]!);
  let largest = 0;
  rising.forEach((test, before) => {
    largest = Math.max(largest, Math.min(1, ps[test]! * (ps.length - before)));
    adjusted[test] = largest;
  });
  return adjusted;
}

/** A member of a family of claims: its verdict, and the level of the interval that it rests on. */
export interface FamilyVerdict {
  /** The verdict at that level. */
  readonly verdict: Verdict;
  /** The probability of the interval: the family's own or above. */
  readonly level: number;
}

/**
 * Holm's procedure for claims that are decided by intervals: their verdicts hold together with probability
 * `level`.
 *
 * Each claim gives its verdict for a level. All are asked at 1 − α/m, where m counts the claims still undecided;
 * those decided are kept, and the rest asked again with the smaller m, until none is decided any more.
 */
export function holmVerdicts(claims: readonly ((level: number) => Verdict)[], level = LEVEL): FamilyVerdict[] {
  demandLevel(level);
  const verdicts: FamilyVerdict[] = claims.map(() => ({ verdict: "undecided", level }));
  for (let open = claims.map((_, claim) => claim); open.length > 0;) {
    const strict = 1 - (1 - level) / open.length;
    for (const claim of open) verdicts[claim] = { verdict: claims[claim]!(strict), level: strict };
    const left = open.filter((claim) => verdicts[claim]!.verdict === "undecided");
    if (left.length === open.length) break;
    open = left;
  }
  return verdicts;
}
