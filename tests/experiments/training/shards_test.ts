import { assert, assertEquals } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { outlineOf, planOf, runAt } from "../../../experiments/plan.ts";
import { trainingCost } from "../../../experiments/training/blocks.ts";
import { incompleteShards, indicesIn, rangesOf } from "../../../experiments/training/shards.ts";
import { toy } from "../toy.ts";

const TOY = outlineOf(toy, { suiteSeed: "s" });

const shardsOf = (outline: typeof TOY, count: number) =>
  Array.from({ length: count }, (_, i) => indicesIn(outline, rangesOf(outline, { number: i + 1, count })));

Deno.test("each run of every experiment belongs to exactly one shard, whatever the number of shards", () => {
  for (const experiment of [toy, ...CATALOG]) {
    const outline = outlineOf(experiment, { suiteSeed: "s", seeds: 5 });
    for (const count of [1, 2, 3, 7, 64, 1000]) {
      const indices = shardsOf(outline, count).flat().sort((a, b) => a - b);
      assertEquals(indices, Array.from({ length: outline.runCount }, (_, i) => i), `${experiment.id}, ${count} shards`);
    }
  }
});

Deno.test("an outline makes the runs of its plan", () => {
  for (const experiment of [toy, ...CATALOG]) {
    const plan = planOf(experiment, { suiteSeed: "s", seeds: 3 });
    const outline = outlineOf(experiment, { suiteSeed: "s", seeds: 3 });
    assertEquals(Array.from({ length: outline.runCount }, (_, i) => runAt(outline, i)), [...plan.runs]);
  }
});

Deno.test("a shard has consecutive replicates of all settings", () => {
  const outline = outlineOf(toy, { suiteSeed: "s", seeds: 100 });
  const shards = Array.from({ length: 10 }, (_, i) => rangesOf(outline, { number: i + 1, count: 10 }));
  for (const ranges of shards) {
    assertEquals(ranges.map(({ cell }) => cell), [0, 1, 2, 3]);
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
  const outline = outlineOf(uneven, { suiteSeed: "s", seeds: 200 });
  const costs = shardsOf(outline, 16).map((indices) =>
    indices.reduce((sum, i) => sum + trainingCost(runAt(outline, i).config), 0)
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
  assertEquals(incompleteShards(TOY, 5, (index) => [second![0], third![0]].includes(index)), [2, 3]);
  assertEquals(incompleteShards(TOY, 5, () => false), []);
});
