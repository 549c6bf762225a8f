import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { cellAt, planOf, runAt, runsOf } from "../../../experiments/plan.ts";
import { trainingCost } from "../../../experiments/training/blocks.ts";
import { indicesIn } from "../../../experiments/training/ranges.ts";
import { incompleteShards, rangesOf } from "../../../experiments/training/shards.ts";
import { toy } from "../toy.ts";

const TOY = planOf(toy, { suiteSeed: "s" });

const shardsOf = (plan: typeof TOY, count: number) =>
  Array.from({ length: count }, (_, i) => [...indicesIn(rangesOf(plan, { number: i + 1, count }))]);

Deno.test("each run of every experiment belongs to exactly one shard, whatever the number of shards", () => {
  for (const experiment of [toy, ...CATALOG]) {
    const plan = planOf(experiment, { suiteSeed: "s", seeds: 5 });
    for (const count of [1, 2, 3, 7, 64, 1000]) {
      const indices = shardsOf(plan, count).flat().sort((a, b) => a - b);
      assertEquals(indices, Array.from({ length: plan.runCount }, (_, i) => i), `${experiment.id}, ${count} shards`);
    }
  }
});

Deno.test("runAt makes the runs of a plan one by one, runsOf in order", () => {
  for (const experiment of [toy, ...CATALOG]) {
    const plan = planOf(experiment, { suiteSeed: "s", seeds: 3 });
    assertEquals(Array.from({ length: plan.runCount }, (_, i) => runAt(plan, i)), [...runsOf(plan)]);
  }
});

Deno.test("a shard has consecutive replicates of all settings", () => {
  const plan = planOf(toy, { suiteSeed: "s", seeds: 100 });
  const shards = Array.from({ length: 10 }, (_, i) => rangesOf(plan, { number: i + 1, count: 10 }));
  for (const ranges of shards) {
    assertEquals(ranges.map(({ from }) => cellAt(plan, from).cell), [0, 1, 2, 3]);
    const counts = ranges.map(({ from, to }) => to - from);
    assert(Math.max(...counts) - Math.min(...counts) <= 1);
  }
});

Deno.test("shards cost about the same, even if cells cost ten times as much as others", () => {
  const uneven = {
    ...toy,
    factors: {
      ...toy.factors,
      length: { meaning: "length", levels: { short: { epochs: 1e5 }, long: { epochs: 1e6 } } },
    },
  };
  const plan = planOf(uneven, { suiteSeed: "s", seeds: 200 });
  const costs = shardsOf(plan, 16).map((indices) =>
    indices.reduce((sum, i) => sum + trainingCost(runAt(plan, i).config), 0)
  );
  assert(Math.max(...costs) / Math.min(...costs) < 1.05, String(costs));
});

Deno.test("more shards than runs leave some empty", () => {
  const sizes = shardsOf(TOY, 100).map(({ length }) => length);
  assertEquals(sizes.reduce((sum, size) => sum + size, 0), TOY.runCount);
  assert(sizes.includes(0));
  assert(Math.max(...sizes) === 1);
});

Deno.test("incompleteShards names the shards of missing runs", () => {
  const [, second, third] = shardsOf(TOY, 5);
  const rangeOf = (index: number) => ({ from: index, to: index + 1 });
  assertEquals(incompleteShards(TOY, 5, [second![0]!, third![0]!].map(rangeOf)), [2, 3]);
  assertEquals(incompleteShards(TOY, 5, []), []);
});
