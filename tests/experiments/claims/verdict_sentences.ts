/** What tests of sentences about verdicts share: judgements made up, and what a sentence may say. */
import { assert, assertEquals } from "@std/assert";
import type { Claim } from "../../../experiments/claims/claim.ts";
import { categoryOf, type JudgedClaim } from "../../../experiments/claims/claims.ts";
import { fillSentence, type Sentence } from "../../../experiments/claims/sentence.ts";
import type { Verdict } from "../../../experiments/statistics/statistics.ts";

const VERDICTS: readonly Verdict[] = ["supported", "refuted", "undecided"];

/** Values as long as a large run writes them. */
const VALUES = {
  estimate: "12.34",
  interval: "[12.34, 12.34]",
  ...Object.fromEntries(
    ["n", "count", "rows", "others", "first_count", "second_count", "wins", "losses", "ties", "both", "starts"]
      .map((name) => [name, "12,345"]),
  ),
};

/** A judgement with a verdict; without data if `n` is 0. */
export function judged(claim: string, verdict: Verdict, n = 10): JudgedClaim {
  return {
    claim,
    statement: "",
    verdict,
    estimate: undefined,
    lower: undefined,
    upper: undefined,
    n,
    rule: "",
    kind: "exact",
    confidence: undefined,
    finding: "",
    values: VALUES,
  };
}

/** All ways to give names a verdict. */
export function combinations(names: readonly string[]): Readonly<Record<string, Verdict>>[] {
  return names.reduce<Readonly<Record<string, Verdict>>[]>(
    (all, name) => all.flatMap((given) => VERDICTS.map((verdict) => ({ ...given, [name]: verdict }))),
    [{}],
  );
}

/** The verdicts for which a sentence may rest on a claim. */
export function verdictsIn({ when }: Sentence, name: string): readonly Verdict[] {
  return [when[name] ?? []].flat();
}

/** A sentence with values as long as they get. */
export function filled(sentence: Sentence): string {
  return fillSentence(sentence.text, Object.keys(sentence.when).map((name) => judged(name, "supported")));
}

/** The number of words, numbers among them. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Words that only a proof or an exact claim allows. */
export const ABSOLUTE = /\b(?:all|none|no(?!:)|never|always|forever)\b/i;
/** Words that only a comparison allows. */
export const COMPARING = /\b(?:sooner|faster|beats|helps?|(?<!at )most|mostly|(?:more|less) often|little|only)\b/i;

/** Asserts that a sentence says no more than the verdicts of its claims. */
export function assertModest(sentence: Sentence, claims: Readonly<Record<string, Claim>>): void {
  const text = filled(sentence), names = Object.keys(sentence.when);
  assert(!/[{}]/.test(text), `a value is missing: ${text}`);
  assert((text.match(/\[/g)?.length ?? 0) <= 1, `two intervals: ${text}`);
  const decided = (kinds: readonly string[]) =>
    names.some((name) => verdictsIn(sentence, name).length === 1 && kinds.includes(categoryOf(claims[name]!)));
  if (ABSOLUTE.test(text)) assert(decided(["exact", "proof"]), `nothing proves this: ${text}`);
  if (COMPARING.test(text)) {
    assert(decided(["comparison", "equivalence", "proof"]), `nothing compares this: ${text}`);
  }
  const isOpen = names.some((name) => sentence.when[name] === "undecided");
  assertEquals(/\bstays open\b/.test(text), isOpen, text);
  for (const name of names.filter((name) => verdictsIn(sentence, name).length > 1)) {
    assert(sentence.text.includes(`{${name}.count}`), `only its count holds for several verdicts: ${name}`);
  }
}
