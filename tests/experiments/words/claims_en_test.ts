/** The forms of a claim's sentences: which words each verdict has. */
import { assertEquals } from "@std/assert";
import { CLAIMS_EN, sentences } from "../../../experiments/words/claims_en.ts";

const DEAD = { subject: "nets", predicate: "lose a unit", amount: "more than a tenth" } as const;
const MEASURED = "{count} of {rows} nets lose a unit: {estimate} {interval}";

Deno.test("a proportion that refutes names the amount that it misses", () => {
  assertEquals(CLAIMS_EN.proportion(DEAD), {
    statement: "More than a tenth of the nets lose a unit.",
    wording: {
      supported: `${MEASURED}.`,
      refuted: `${MEASURED}, not more than a tenth.`,
      undecided: `${MEASURED}. It stays open whether more than a tenth do.`,
    },
  });
});

Deno.test("a small proportion is “only” that, in the verdict chosen and in no other", () => {
  for (const only of ["supported", "refuted"] as const) {
    const { wording } = CLAIMS_EN.proportion({ ...DEAD, only, setting: "at rate 3", open: "they do" });
    assertEquals(wording, {
      supported: `At rate 3, ${only === "supported" ? "only " : ""}${MEASURED}.`,
      refuted: `At rate 3, ${only === "refuted" ? "only " : ""}${MEASURED}.`,
      undecided: `At rate 3, ${MEASURED}. It stays open whether they do.`,
    });
  }
  const most = CLAIMS_EN.proportion({ ...DEAD, amount: "most", of: " " });
  assertEquals(most.statement, "Most nets lose a unit.");
});

Deno.test("a comparison from more than a fraction of the starts says which", () => {
  const { statement, wording } = CLAIMS_EN.sooner.moreThan("three quarters", "Adam is sooner");
  assertEquals(statement, "Adam is sooner from more than three quarters of the starts.");
  const measured = "Adam is sooner from {wins} of the {n} starts that tell them apart: {estimate} {interval} " +
    "({ties} tied)";
  assertEquals(wording, {
    supported: `${measured}.`,
    refuted: `${measured}, not from three quarters.`,
    undecided: `${measured}. It stays open whether from three quarters.`,
  });
});

Deno.test("expected epochs are more, or a multiple; runs end at their epochs or at the best cutoff", () => {
  const statement = (...values: Parameters<typeof CLAIMS_EN.effort>) => CLAIMS_EN.effort(...values).statement;
  assertEquals(
    statement("1000", { is: "above", than: 1 }, "descent", "Adam"),
    "Restarting after 1000 epochs, descent takes more expected epochs than Adam.",
  );
  assertEquals(
    statement(undefined, { between: [0.8, 1.25] }, "descent", "Adam", "on XOR"),
    "On XOR, restarting each at its best cutoff, descent takes 0.8 to 1.25 times the expected epochs of Adam.",
  );
});

Deno.test("a claim without a sentence for undecided is undecided only without rows", () => {
  const exact = sentences("", { statement: "a", supported: "b", refuted: "c" });
  assertEquals(exact, {
    statement: "A.",
    wording: { supported: "B.", refuted: "C.", undecided: "No row decides this." },
  });
});
