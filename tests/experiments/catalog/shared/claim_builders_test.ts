import { assertEquals } from "@std/assert";
import { CATALOG } from "../../../../experiments/catalog.ts";
import {
  equallyOften,
  moreOften,
  type Restart,
  sooner,
  timesTheEffort,
  timesTheEpochs,
} from "../../../../experiments/catalog/shared/claim_builders.ts";
import type { Claim } from "../../../../experiments/claims/claim.ts";
import { CLAIMS_EN } from "../../../../experiments/words/claims_en.ts";

const ARMS = [{ arm: "a" }, { arm: "b" }] as const;

Deno.test("a sentence begins with the setting, or else with its clause", () => {
  assertEquals(CLAIMS_EN.every("runs", "solve XOR").statement, "All runs solve XOR.");
  assertEquals(CLAIMS_EN.every("runs", "solve XOR", "with one layer").statement, "With one layer, all runs solve XOR.");
  assertEquals(
    moreOften(ARMS, "XOR is solved", "with tanh", "without", "at rate 3").wording.undecided,
    "At rate 3, it stays open whether XOR is solved more often with tanh or without: the difference is {estimate} " +
      "{interval}.",
  );
});

Deno.test("ratios state their range in words", () => {
  const epochs = (range: Parameters<typeof timesTheEpochs>[1]) =>
    timesTheEpochs(ARMS, range, "plain descent", "momentum").statement;
  assertEquals(
    epochs({ between: [3, 5] }),
    "Where both solve, plain descent takes 3 to 5 times the epochs of momentum (median).",
  );
  assertEquals(
    epochs({ is: "above", than: 3 }),
    "Where both solve, plain descent takes more than 3 times the epochs of momentum (median).",
  );
});

Deno.test("a claim about expected epochs says when runs are given up, and looks at the table that holds it", () => {
  const effort = (restart: Restart) =>
    timesTheEffort(ARMS, restart, { is: "above", than: 1 }, "plain descent", "momentum");
  const patient = effort({ after: "1000" });
  assertEquals([patient.table, patient.statement], [
    "runs",
    "Restarting after 1000 epochs, plain descent takes more expected epochs than momentum.",
  ]);
  const best = effort("at the best cutoff");
  assertEquals([best.table, best.statement], [
    "restarted",
    "Restarting each at its best cutoff, plain descent takes more expected epochs than momentum.",
  ]);
});

Deno.test("the words of an equivalence are those of its margin", () => {
  const { margin, statement } = equallyOften(ARMS, 2, "XOR is solved", "online", "in full batch");
  assertEquals([margin, statement], [
    0.02,
    "XOR is solved equally often online and in full batch, to within 2 percentage points.",
  ]);
});

Deno.test("the verdicts of a claim differ in words", () => {
  const { supported, refuted, undecided } = sooner(ARMS, "XOR is solved", "with tanh", "without").wording;
  assertEquals(new Set([supported, refuted, undecided]).size, 3);
});

/** The values that a wording can name, by kind of claim. */
const VALUES: Readonly<Record<Claim["kind"], readonly string[]>> = {
  proof: ["n", "rows", "count", "others", "counterexample"],
  every: ["n", "rows", "count", "others", "categories", "counterexample"],
  none: ["n", "rows", "count", "others", "categories", "counterexample"],
  proportion: ["n", "rows", "count", "others", "estimate", "interval"],
  difference: [
    "n",
    "estimate",
    "interval",
    "first_count",
    "second_count",
    "only_first",
    "only_second",
  ],
  sooner: ["n", "estimate", "interval", "wins", "losses", "ties", "both", "starts"],
  ratio: ["n", "estimate", "interval", "both", "starts"],
  effort: ["n", "estimate", "interval"],
  median: ["n", "estimate", "interval"],
};

Deno.test("every wording of the catalog names values of its kind alone, and ends in a full stop", () => {
  for (const { id, claims } of CATALOG) {
    for (const [name, { kind, statement, wording }] of Object.entries(claims)) {
      for (const text of [statement, ...Object.values(wording)]) {
        const unknown = [...text.matchAll(/\{(\w+)\}/g)].filter(([, value]) => !VALUES[kind].includes(value!));
        assertEquals([unknown, text.endsWith(".")], [[], true], `${id}, ${name}: ${text}`);
      }
    }
  }
});
