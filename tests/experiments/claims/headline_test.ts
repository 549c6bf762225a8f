/** The sentences that answer the questions: chosen by verdict, at most 20 words, and no stronger than their verdicts. */
import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import type { JudgedClaim } from "../../../experiments/claims/claims.ts";
import { type Headline, headlineOf } from "../../../experiments/claims/headline.ts";
import { categoryOf } from "../../../experiments/claims/claims.ts";
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

function judged(claim: string, verdict: Verdict, n = 10): JudgedClaim {
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
function combinations(names: readonly string[]): Readonly<Record<string, Verdict>>[] {
  return names.reduce<Readonly<Record<string, Verdict>>[]>(
    (all, name) => all.flatMap((given) => VERDICTS.map((verdict) => ({ ...given, [name]: verdict }))),
    [{}],
  );
}

function verdictsIn({ when }: Headline, name: string): readonly Verdict[] {
  return [when[name] ?? []].flat();
}

for (const { id, headline = [], claims } of CATALOG) {
  Deno.test(`the headlines of ${id} hold for the verdicts that select them, whatever the others are`, () => {
    assert(headline.length > 0);
    const names = [...new Set(headline.flatMap(({ when }) => Object.keys(when)))];
    for (const verdicts of combinations(names)) {
      const matches = headline.filter((one) =>
        Object.keys(one.when).every((name) => verdictsIn(one, name).includes(verdicts[name]!))
      );
      const judgedClaims = Object.entries(verdicts).map(([name, verdict]) => judged(name, verdict));
      const sentence = headlineOf(headline, judgedClaims);
      assertEquals(sentence === undefined, matches.length === 0);
      assertEquals(
        headlineOf(headline, judgedClaims.map(({ claim, verdict }) => judged(claim, verdict, 0))),
        undefined,
      );
    }
  });

  Deno.test(`each headline of ${id} has at most 20 words and one interval, and says no more than its verdicts`, () => {
    for (const one of headline) {
      const names = Object.keys(one.when);
      const only = names.map((name) => judged(name, verdictsIn(one, name)[0]!));
      const sentence = headlineOf([one], only)!;
      assert(!/[{}]/.test(sentence), `a value is missing: ${sentence}`);
      const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
      assert(words.length <= 20, `${words.length} words: ${sentence}`);
      assert((sentence.match(/\[/g)?.length ?? 0) <= 1, `two intervals: ${sentence}`);
      const decided = (kinds: readonly string[]) =>
        names.some((name) => verdictsIn(one, name).length === 1 && kinds.includes(categoryOf(claims[name]!)));
      if (/\b(?:all|none|no(?!:)|never|always|forever)\b/i.test(sentence)) {
        assert(decided(["exact", "proof"]), `nothing proves this: ${sentence}`);
      }
      if (/\b(?:sooner|faster|beats|helps|mostly|little|only)\b/i.test(sentence)) {
        assert(decided(["comparison", "equivalence"]), `nothing compares this: ${sentence}`);
      }
      const isOpen = names.some((name) => one.when[name] === "undecided");
      assertEquals(/\bstays open\b/.test(sentence), isOpen, sentence);
      for (const name of names.filter((name) => verdictsIn(one, name).length > 1)) {
        assert(one.text.includes(`{${name}.count}`), `only its count holds for several verdicts: ${name}`);
      }
    }
  });
}

Deno.test("headlineOf takes the first sentence whose verdicts match, and fills in values of its claims", () => {
  const headlines: Headline[] = [
    { when: { a: "supported", b: ["refuted", "undecided"] }, text: "{a.count} and {b.n}" },
    { when: { a: "supported" }, text: "{a.rows}" },
  ];
  const given = (a: Verdict, b: Verdict) => headlineOf(headlines, [judged("a", a), judged("b", b)]);
  assertEquals(given("supported", "undecided"), "12,345 and 12,345");
  assertEquals(given("supported", "supported"), "12,345");
  assertEquals(given("refuted", "refuted"), undefined);
});
