/** The reasons: two short paragraphs, of which the second says no more than the verdicts, and every work is listed. */
import { assert, assertEquals, assertNotMatch } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { dataParagraph, type Reason } from "../../../experiments/claims/sentence.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { type ReferenceKey, REFERENCES } from "../../../experiments/references.ts";
import { ABSOLUTE, assertModest, COMPARING, filled, judged, wordsIn } from "./verdict_sentences.ts";

const KEYS = Object.keys(REFERENCES) as ReferenceKey[];

/** The works that texts name, in the order of the list. */
function citedIn(texts: readonly string[]): ReferenceKey[] {
  return KEYS.filter((key) => texts.some((text) => new RegExp(`${REFERENCES[key].short}(?![a-z])`).test(text)));
}

/** All texts in which an experiment can name a work. */
function textsOf({ why, limits, claims, views }: Experiment): string[] {
  return [
    why.theory,
    ...why.data.map((part) => typeof part === "string" ? part : part.text),
    ...limits,
    ...Object.values(claims).map(({ statement }) => statement),
    ...views.map(({ howToRead }) => howToRead),
  ];
}

for (const experiment of CATALOG) {
  const { id, why, claims, references = [] } = experiment;
  const sentences = why.data.filter((part) => typeof part !== "string");

  Deno.test(`the reason of ${id} is two short paragraphs, and names the works that it rests on`, () => {
    const longest = why.data.map((part) => typeof part === "string" ? part : filled(part)).join(" ");
    assert(wordsIn(why.theory) <= 120, `${wordsIn(why.theory)} words of theory`);
    assert(wordsIn(longest) <= 100, `${wordsIn(longest)} words about the data`);
    assert(sentences.length > 0);
    assert(citedIn([why.theory]).length > 0, "the theory names no work");
    assertEquals(citedIn(textsOf(experiment)), KEYS.filter((key) => references.some((reference) => reference === key)));
  });

  Deno.test(`what the reason of ${id} says of the data says no more than the verdicts`, () => {
    for (const part of why.data) {
      if (typeof part === "string") {
        assertNotMatch(part, ABSOLUTE, "only a sentence with a verdict may say so");
        assertNotMatch(part, COMPARING, "only a sentence with a verdict may say so");
        assertNotMatch(part, /[{}]/);
      } else assertModest(part, claims);
    }
    const names = Object.keys(claims);
    const texts = why.data.filter((part) => typeof part === "string").join(" ");
    // without data, and with verdicts that no sentence was written for, only the texts are left
    assertEquals(dataParagraph(why, names.map((name) => judged(name, "supported", 0))), texts);
    assertEquals(dataParagraph(why, []), texts);
  });
}

Deno.test("dataParagraph keeps the order, and leaves out what is not true for the verdicts", () => {
  const why: Reason = {
    theory: "",
    data: [
      { when: { a: "supported", b: "refuted" }, text: "One of {a.rows}." },
      "Two.",
      { when: { b: ["refuted", "undecided"] }, text: "Three: {b.count}." },
    ],
  };
  assertEquals(
    dataParagraph(why, [judged("a", "supported"), judged("b", "refuted")]),
    "One of 12,345. Two. Three: 12,345.",
  );
  assertEquals(dataParagraph(why, [judged("a", "supported"), judged("b", "undecided")]), "Two. Three: 12,345.");
  assertEquals(dataParagraph(why, [judged("a", "refuted"), judged("b", "supported")]), "Two.");
});
