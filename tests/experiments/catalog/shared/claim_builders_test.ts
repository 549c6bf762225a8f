import { assertEquals } from "@std/assert";
import { CATALOG } from "../../../../experiments/catalog.ts";
import { allText, moreOften, sooner, timesTheEpochs } from "../../../../experiments/catalog/shared/claim_builders.ts";

Deno.test("a sentence begins with the setting, or else with its clause", () => {
  assertEquals(allText("runs", "solve XOR").statement, "All runs solve XOR.");
  assertEquals(allText("runs", "solve XOR", "with one layer").statement, "With one layer, all runs solve XOR.");
  assertEquals(
    moreOften("XOR is solved", "with tanh", "without", "at rate 3").wording.undecided,
    "At rate 3, it stays open whether XOR is solved more often with tanh or without: the difference is {estimate} " +
      "{interval}.",
  );
});

Deno.test("timesTheEpochs states its range in words", () => {
  const statementOf = (to: number) => timesTheEpochs([3, to], "plain descent", "momentum").statement;
  assertEquals(statementOf(5), "Plain descent takes 3 to 5 times the epochs of momentum.");
  assertEquals(statementOf(Infinity), "Plain descent takes more than 3 times the epochs of momentum.");
});

Deno.test("the verdicts of a claim differ in words", () => {
  const { supported, refuted, undecided } = sooner("XOR is solved", "with tanh", "without").wording;
  assertEquals(new Set([supported, refuted, undecided]).size, 3);
});

/** The values that a wording can name besides the number of rows, by kind of claim. */
const VALUES = {
  exact: ["n", "count", "others", "categories", "counterexample"],
  proportion: ["n", "count", "others", "estimate", "interval"],
  other: ["n", "estimate", "interval"],
};

Deno.test("every wording of the catalog names values of its kind alone, and ends in a full stop", () => {
  for (const { id, claims } of CATALOG) {
    for (const [name, { kind, statement, wording }] of Object.entries(claims)) {
      const isExact = kind === "every" || kind === "none";
      const known = isExact ? VALUES.exact : kind === "proportion" ? VALUES.proportion : VALUES.other;
      for (const text of [statement, ...Object.values(wording)]) {
        const unknown = [...text.matchAll(/\{(\w+)\}/g)].filter(([, value]) => !known.includes(value!));
        assertEquals([unknown, text.endsWith(".")], [[], true], `${id}, ${name}: ${text}`);
      }
    }
  }
});
