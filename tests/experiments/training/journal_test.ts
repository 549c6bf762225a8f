import { assertEquals, assertRejects } from "@std/assert";
import { prepare } from "../../../core/train_network.ts";
import type { Trained } from "../../../core/training.ts";
import { planOf } from "../../../experiments/plan.ts";
import { JOURNAL_FILE, readJournal, removeJournal, withJournal } from "../../../experiments/training/journal.ts";
import { journalHeaderOf, resultsIn } from "../../../experiments/training/journal_format.ts";
import type { Trainer } from "../../../experiments/training/trainer.ts";
import { TrainingFailed } from "../../../experiments/training/training_failed.ts";
import { toy } from "../toy.ts";

const ignore = (await Deno.permissions.query({ name: "write" })).state !== "granted" ||
  (await Deno.permissions.query({ name: "read" })).state !== "granted";
const ENGINE = { engine: "reference" } as const;

/** Five runs of 60 epochs, none of which keeps a curve. */
const PLAN = planOf(
  { ...toy, curveReplicates: 0 },
  { suiteSeed: "s", seeds: 5, set: { function: ["xor"], learning_rate: ["4"] } },
);
const HEADER = journalHeaderOf(PLAN);
const CONFIGS = PLAN.runs.map(({ config }) => config);

/** Every second result is diverged, with parameters that JSON lacks. */
const RESULTS = PLAN.runs.map((_, i): Trained => {
  const isSolved = i % 2 === 0;
  return {
    status: isSolved ? "finished" : "diverged",
    solved: isSolved,
    solvedEpoch: isSolved ? 10 * i : undefined,
    steps: 60,
    snapshots: [{ step: 60, parameters: isSolved ? [0.1 * i, -0, 5e-324] : [Infinity, -Infinity, NaN] }],
  };
});

/** Reports results in blocks of two, the last block first; records the indices in `requested`. */
function fakeTrainer(requested: unknown[], failsAt = -1): Trainer {
  return async (configs, { onResults }) => {
    const indices = configs.map((config) => CONFIGS.indexOf(config));
    const results = indices.map((i) => RESULTS[i]!);
    requested.push(...indices);
    for (let first = (configs.length - 1) & ~1; first >= 0; first -= 2) {
      if (first === failsAt) throw new TrainingFailed(first, Math.min(first + 1, configs.length - 1), "planted");
      await Promise.resolve();
      onResults?.(first, results.slice(first, first + 2));
    }
    return results;
  };
}

function readAll(folder: string) {
  const journal = readJournal(folder)!;
  return { results: resultsIn(journal, PLAN), validLength: journal.validLength };
}

function test(name: string, fn: (folder: string) => Promise<void>): void {
  Deno.test({
    name,
    ignore,
    fn: async () => {
      const folder = await Deno.makeTempDir();
      try {
        await fn(folder);
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

test("readJournal returns undefined without a journal", (folder) => {
  assertEquals(readJournal(folder), undefined);
  removeJournal(folder);
  return Promise.resolve();
});

test("withJournal stores every result to the last bit", async (folder) => {
  assertEquals(PLAN.runs.map(({ config }) => prepare(config).network.parameterCount), [3, 3, 3, 3, 3]);
  assertEquals(await withJournal(fakeTrainer([]), folder, HEADER, undefined)(CONFIGS, ENGINE), RESULTS);
  assertEquals(readJournal(folder)!.header, JSON.parse(JSON.stringify(HEADER)));
  const { results } = readAll(folder);
  assertEquals(CONFIGS.map((_, i) => results.get(i)), RESULTS);
  assertEquals(Object.is(results.get(2)!.snapshots[0]!.parameters[1], -0), true);
});

test("withJournal trains only the missing runs", async (folder) => {
  await assertRejects(
    () => withJournal(fakeTrainer([], 0), folder, HEADER, undefined)(CONFIGS, ENGINE),
    TrainingFailed,
  );
  const requested: unknown[] = [], progress: number[] = [];
  const journal = readAll(folder);
  assertEquals([...journal.results.keys()].sort(), [2, 3, 4]);
  const again = withJournal(fakeTrainer(requested), folder, HEADER, journal);
  assertEquals(await again(CONFIGS, { ...ENGINE, onProgress: (value) => progress.push(value) }), RESULTS);
  assertEquals(requested, [0, 1]);
  assertEquals(progress, [3 / 5]);
  assertEquals(readAll(folder).results.size, 5);
});

test("withJournal reports the indices of failed runs in the whole plan", async (folder) => {
  await assertRejects(
    () => withJournal(fakeTrainer([], 0), folder, HEADER, undefined)(CONFIGS, ENGINE),
    TrainingFailed,
  );
  const journal = readAll(folder), results = new Map([...journal.results].filter(([i]) => i !== 3));
  const again = withJournal(fakeTrainer([], 2), folder, HEADER, { ...journal, results });
  const error = await assertRejects(() => again(CONFIGS, ENGINE), TrainingFailed);
  assertEquals([error.first, error.last], [3, 3]);
});

test("readJournal ignores a line that was cut off, and withJournal continues from there", async (folder) => {
  await withJournal(fakeTrainer([]), folder, HEADER, undefined)(CONFIGS, ENGINE);
  const path = `${folder}/${JOURNAL_FILE}`, whole = await Deno.readFile(path);
  // Lines: the header, then the blocks 4, 2–3, 0–1.
  for (const cut of [1, 40, 200]) {
    await Deno.writeFile(path, whole.subarray(0, whole.length - cut));
    const journal = readAll(folder), requested: unknown[] = [];
    assertEquals([...journal.results.keys()].sort(), [2, 3, 4]);
    assertEquals(await withJournal(fakeTrainer(requested), folder, HEADER, journal)(CONFIGS, ENGINE), RESULTS);
    assertEquals(requested, [0, 1]);
    assertEquals(await Deno.readFile(path), whole);
  }
});

test("readJournal ignores a changed line and all lines after it", async (folder) => {
  await withJournal(fakeTrainer([]), folder, HEADER, undefined)(CONFIGS, ENGINE);
  const path = `${folder}/${JOURNAL_FILE}`, lines = (await Deno.readTextFile(path)).split("\n");
  lines[2] = lines[2]!.replace("0.2", "0.3");
  await Deno.writeTextFile(path, lines.join("\n"));
  assertEquals([...readAll(folder).results.keys()], [4]);
  lines[0] = lines[0]!.replace("5", "4");
  await Deno.writeTextFile(path, lines.join("\n"));
  assertEquals(readJournal(folder), undefined);
});
