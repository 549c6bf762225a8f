import { assertEquals } from "@std/assert";
import { verdictTable } from "../../../command/run/reporter_text.ts";
import { planOf } from "../../../experiments/plan.ts";
import { toy } from "../../experiments/toy.ts";

const CLAIM = { statement: "", rule: "", estimate: 0.5, lower: 0.25, upper: undefined, n: 7 };
const FINISHED = [{
  plan: planOf({ ...toy, id: "toy", question: "Why?" }, { suiteSeed: "xorlab" }),
  claims: [
    { ...CLAIM, claim: "first", verdict: "supported" },
    { ...CLAIM, claim: "second", verdict: "undecided", estimate: undefined, lower: undefined, n: 12 },
  ],
}];

Deno.test("verdictTable prints one aligned line per claim, and the number of claims per verdict", () => {
  assertEquals(verdictTable(FINISHED, false), [
    "  verdict       claim    estimate   95 % interval    n",
    "",
    "toy: Why?",
    "  ✓ supported   first    0.5        [0.25, –]        7",
    "  ? undecided   second   –                          12",
    "",
    "2 claims: 1 supported, 0 refuted, 1 undecided.",
  ]);
});

Deno.test("verdictTable colours the verdicts and nothing else", () => {
  const [, , , first, second] = verdictTable(FINISHED, true);
  assertEquals([first, second], [
    "  \x1b[32m✓ supported\x1b[0m   first    0.5        [0.25, –]        7",
    "  \x1b[33m? undecided\x1b[0m   second   –                          12",
  ]);
});
