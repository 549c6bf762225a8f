import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { InputError } from "../../core/input/input_error.ts";
import { prepare } from "../../core/train_network.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { curveEpochs, planOf, runsOf } from "../../experiments/plan.ts";
import { sealOf } from "../../experiments/claims/seal.ts";
import { toy } from "./toy.ts";
import { listRuns } from "./trained_runs.ts";

const seed = { suiteSeed: "xorlab" };

Deno.test("planOf plans every combination of levels and every replicate, the last factor varying fastest", () => {
  const plan = planOf(toy, seed);
  const { cells } = plan;
  const runs = listRuns(plan);
  assertEquals(cells.map(({ levels }) => Object.values(levels).join(" ")), ["and 0.5", "and 4", "xor 0.5", "xor 4"]);
  assertEquals(runs.length, 16);
  assertEquals(runs[5]!.levels, { function: "and", learning_rate: "4" });
  assertEquals(runs[5]!.replicate, 1);
});

Deno.test("planOf leaves out excluded cells, and refuses to exclude all", () => {
  const part = { ...toy, exclude: [{ function: "xor", learning_rate: ["4", "8"] }] };
  assertEquals(planOf(part, seed).cells.map(({ levels }) => Object.values(levels).join(" ")), [
    "and 0.5",
    "and 4",
    "xor 0.5",
  ]);
  const none = { ...seed, set: { function: ["xor"], learning_rate: ["4"] } };
  assertThrows(() => planOf(part, none), InputError, "leaves out every combination");
});

Deno.test("planOf derives the seed of a run from suite seed, experiment, seal and replicate only, so that cells are paired", () => {
  const runs = listRuns(planOf(toy, seed));
  assertEquals(runs[0]!.config.seed, `xorlab\ntoy\n${sealOf(toy)}\n0`);
  const starts = runs.filter(({ replicate }) => replicate === 2).map(({ config }) => prepare(config).start);
  for (const start of starts) assertEquals(start, starts[0]);
  assertNotEquals(prepare(runs[0]!.config).start, starts[0]);
});

Deno.test("planOf gives nets of one shape the same start in every cell of the catalogue", () => {
  for (const experiment of CATALOG) {
    const byShape = new Map<string, readonly number[]>();
    for (const { config } of runsOf(planOf(experiment, { ...seed, seeds: 1 }))) {
      const shape = JSON.stringify([
        config.network.inputs,
        config.network.layers.map(({ units, bias }) => [units, bias]),
        config.initializer,
      ]);
      const { start } = prepare(config), known = byShape.get(shape);
      if (known) assertEquals(start, known, `${experiment.id} ${shape}`);
      byShape.set(shape, start);
    }
  }
});

Deno.test("CATALOG has at least 200 replicates for every random start", () => {
  const few = CATALOG.filter(({ replicates }) => replicates < 200);
  assertEquals(few.filter(({ base }) => (base.initializer as { name?: string })?.name !== "constant"), []);
});

Deno.test("planOf trains a cell that draws nothing once", () => {
  const constant = { initializer: { name: "constant", value: 0.5 } } as const;
  const levels = { constant, shuffled: { ...constant, batch: "online", order: "shuffled" }, uniform: {} } as const;
  const experiment: Experiment = { ...toy, factors: { ...toy.factors, start: { meaning: "", levels } } };
  const plan = planOf(experiment, { ...seed, set: { function: ["xor"], learning_rate: ["4"] } });
  const { cells } = plan;
  const runs = listRuns(plan);
  assertEquals(cells.map(({ replicates }) => replicates), [1, 4, 4]);
  assertEquals(runs.map(({ cell }) => cell), [0, 1, 1, 1, 1, 2, 2, 2, 2]);
});

Deno.test("no two runs of an experiment are the same training", () => {
  for (const experiment of CATALOG) {
    const runs = listRuns(planOf(experiment, { ...seed, seeds: 3 }));
    const trainings = runs.map(({ config: { checkpoints: _, ...config } }) => JSON.stringify(config));
    assertEquals(trainings.filter((text, i) => trainings.indexOf(text) < i), [], experiment.id);
  }
});

Deno.test("planOf keeps curves of the first replicates only", () => {
  const runs = listRuns(planOf(toy, seed));
  assertEquals(runs.slice(0, 4).map(({ config }) => config.checkpoints !== null), [true, true, false, false]);
});

Deno.test("planOf applies other seeds, epochs and levels, also levels that are not listed", () => {
  const plan = planOf(toy, { ...seed, seeds: 1, epochs: 7, set: { function: ["xor"], learning_rate: ["0.5", "2.5"] } });
  const runs = listRuns(plan);
  assertEquals(runs.map(({ config }) => config.optimizer.learningRate), [0.5, 2.5]);
  assertEquals(runs.every(({ config }) => config.epochs === 7), true);
});

Deno.test("planOf is the same for settings that equal the defaults", () => {
  const byDefault = planOf(toy, seed);
  const explicit = planOf(toy, { ...seed, seeds: 4, epochs: 60, set: { function: ["and", "xor"] } });
  assertEquals(explicit.epochs, byDefault.epochs);
  assertEquals(explicit.levels, byDefault.levels);
  assertEquals(explicit.replicates, byDefault.replicates);
});

Deno.test("planOf refuses an unknown factor or level, and suggests a similar one", () => {
  assertThrows(() => planOf(toy, { ...seed, set: { functoin: ["xor"] } }), InputError, 'did you mean "function"?');
  assertThrows(() => planOf(toy, { ...seed, set: { function: ["xr"] } }), InputError, 'did you mean "xor"?');
  assertThrows(() => planOf(toy, { ...seed, set: { learning_rate: ["fast"] } }), InputError, "learning_rate");
});

Deno.test("planOf refuses more runs than rows can be numbered", () => {
  assertThrows(
    () => planOf(toy, { suiteSeed: "s", seeds: 600_000_000 }),
    InputError,
    'Cannot plan "toy": 4 cells of 600000000 seeds are more than 2000000000 runs',
  );
});

Deno.test("planOf refuses too many combinations of levels before it makes any", () => {
  const many = Array.from({ length: 40_000 }, (_, i) => String(i + 1));
  assertThrows(
    () => planOf(toy, { ...seed, seeds: 1, set: { learning_rate: many } }),
    InputError,
    'Cannot plan "toy": 80000 combinations of levels are more than 50000',
  );
  const factors = Object.fromEntries(Array.from({ length: 20 }, (_, f) => [`f${f}`, toy.factors.learning_rate]));
  const wide = { ...toy, factors: { ...toy.factors, ...factors } } as unknown as typeof toy;
  const set = Object.fromEntries(Object.keys(factors).map((name) => [name, many]));
  assertThrows(() => planOf(wide, { ...seed, seeds: 1, set }), InputError, "combinations of levels are more than");
});

Deno.test("planOf refuses a level that is repeated, empty or very long, and a factor without levels", () => {
  for (const levels of [["xor", "and", "xor"], [""], ["x".repeat(2000)], []]) {
    assertThrows(
      () => planOf(toy, { ...seed, set: { function: levels } }),
      InputError,
      'Cannot set "function": levels',
    );
  }
});

Deno.test("curveEpochs ascends from 0 to the end in whole numbers", () => {
  assertEquals(curveEpochs(0), [0]);
  assertEquals(curveEpochs(1), [0, 1]);
  assertEquals(
    curveEpochs(12),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12].filter((e) => [0, 1, 4, 5, 6, 7, 10, 12].includes(e)),
  );
  const epochs = curveEpochs(10000);
  assertEquals(epochs, [...new Set(epochs)].sort((a, b) => a - b));
  assertEquals(epochs.at(-1), 10000);
});
