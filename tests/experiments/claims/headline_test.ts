/** The sentences that answer the questions: chosen by verdict, at most 20 words, and no stronger than their verdicts. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { type Headline, headlineOf } from "../../../experiments/claims/sentence.ts";
import type { Verdict } from "../../../experiments/statistics/statistics.ts";
import { assertModest, combinations, filled, judged, verdictsIn, wordsIn } from "./verdict_sentences.ts";

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
      assertModest(one, claims);
      assert(wordsIn(filled(one)) <= 20, `${wordsIn(filled(one))} words: ${filled(one)}`);
    }
  });
}

for (const { id, views, claims } of CATALOG) {
  const leads = views.flatMap(({ lead = [] }) => lead);
  if (leads.length === 0) continue;
  Deno.test(`the captions of ${id} begin with short sentences that say no more than their verdicts`, () => {
    for (const one of leads) {
      assertModest(one, claims);
      assert(wordsIn(filled(one)) <= 30, `${wordsIn(filled(one))} words: ${filled(one)}`);
      assertMatch(filled(one), /^[^([]{40}/, "a caption opens with words, not with numbers in brackets");
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
