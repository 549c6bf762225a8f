/** The commands that reproduce results. */
import { assertEquals } from "@std/assert";
import { defineExperiment, type Experiment } from "../../../experiments/experiment.ts";
import { manifestOf } from "../../../experiments/store/manifest.ts";
import { planOf, type Settings, SUITE_SEED } from "../../../experiments/plan.ts";
import { commandLine, shellQuote, suiteCommand } from "../../../reports/page/command_line.ts";
import { toy } from "../toy.ts";

/** JavaScript objects list integer keys first, whatever their order in the source. */
const numbers = defineExperiment({
  ...toy,
  id: "numbers",
  base: { ...toy.base, data: "xor", network: { inputs: 2, layers: [{ units: 1, activation: "sigmoid", bias: true }] } },
  factors: { rate: { meaning: "rate", levels: { "0.5": {}, "2": {}, "10": {}, "0.1": {} } } },
  tables: {},
  claims: {},
  views: [],
  answer: [],
} as never) as Experiment;

const plan = (experiment: Experiment, settings: Partial<Settings> = {}) =>
  planOf(experiment, { suiteSeed: SUITE_SEED, ...settings });
const made = (experiment: Experiment, settings: Partial<Settings> = {}) => ({
  experiment,
  settings: manifestOf(plan(experiment, settings), new Map()).settings,
});

const SUITE = [toy, numbers];

Deno.test("commands ask for the module of experiments that are not of the suite", () => {
  assertEquals(commandLine(plan(numbers), [toy]), "deno task experiment run numbers --module FILE");
  const results = [made(toy), made(numbers)];
  assertEquals(suiteCommand(results, true, [toy]), "deno task experiment run toy numbers --module FILE");
  assertEquals(suiteCommand(results, false, SUITE), "deno task experiment run toy numbers");
});

Deno.test("commandLine names the levels of a factor only if they are not its own, in whatever order", () => {
  assertEquals(commandLine(plan(numbers), SUITE), "deno task experiment run numbers");
  assertEquals(
    commandLine(plan(numbers, { set: { rate: ["2", "0.5"] }, seeds: 7 }), SUITE),
    "deno task experiment run numbers --seeds 7 --set rate=2,0.5",
  );
});

Deno.test("suiteCommand reproduces all results with one command", () => {
  assertEquals(suiteCommand([made(toy), made(numbers)], true, SUITE), "deno task experiment");
  assertEquals(suiteCommand([made(numbers)], false, SUITE), "deno task experiment run numbers");
  const settings = { seeds: 3, epochs: 50, suiteSeed: "other one" };
  assertEquals(
    suiteCommand([made(toy, settings), made(numbers, settings)], true, SUITE),
    "deno task experiment run --seeds 3 --epochs 50 --suite-seed 'other one'",
  );
  const own = { seeds: toy.replicates };
  assertEquals(suiteCommand([made(toy, own), made(numbers, own)], true, SUITE), "deno task experiment");
});

Deno.test("suiteCommand is undefined if several commands made the results", () => {
  for (const other of [{ seeds: 3 }, { epochs: 50 }, { suiteSeed: "other" }, { set: { rate: ["2"] } }]) {
    assertEquals(suiteCommand([made(toy), made(numbers, other)], true), undefined, JSON.stringify(other));
  }
});

Deno.test("shellQuote keeps a word on one line", () => {
  assertEquals(["a-b_c.d,e=f:/g@%+", "a b", "it's", ""].map(shellQuote), [
    "a-b_c.d,e=f:/g@%+",
    "'a b'",
    "'it'\\''s'",
    "''",
  ]);
  // as bash prints by: printf %s $'…'
  assertEquals(shellQuote("a\n'b\\c\u0085\u2028"), "$'a\\x0a\\'b\\\\c\\xc2\\x85\\xe2\\x80\\xa8'");
});
