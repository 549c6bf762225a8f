import { assertEquals, assertRejects } from "@std/assert";
import { JOURNAL_FILE, readJournal, removeJournal, withJournal } from "../../../experiments/training/journal.ts";
import { type Trainer, TrainingFailed } from "../../../experiments/training/trainer.ts";
import type { ResolvedConfig } from "../../../core/config/config.ts";
import type { Trained } from "../../../core/training.ts";

const ignore = (await Deno.permissions.query({ name: "write" })).state !== "granted" ||
  (await Deno.permissions.query({ name: "read" })).state !== "granted";
const HEADER = { suite: "x", seeds: 3 }, ENGINE = { engine: "reference" } as const;

/** The parameters include numbers that JSON lacks. */
const resultOf = (seed: number): Trained => ({
  status: seed % 2 === 0 ? "finished" : "diverged",
  solved: seed % 2 === 0,
  solvedEpoch: seed % 2 === 0 ? seed * 10 : undefined,
  steps: seed,
  snapshots: [{ step: seed, parameters: [0.1 * seed, -0, Infinity, -Infinity, NaN, 5e-324] }],
});
const CONFIGS = [0, 1, 2, 3, 4].map((seed) => ({ seed }) as ResolvedConfig);
const RESULTS = CONFIGS.map(({ seed }) => resultOf(Number(seed)));

/** Reports results in blocks of two, the last block first; records the seeds in `requested`. */
function fakeTrainer(requested: unknown[], failsAt = -1): Trainer {
  return async (configs, { onResults }) => {
    const results = configs.map(({ seed }) => resultOf(Number(seed)));
    requested.push(...configs.map(({ seed }) => seed));
    for (let first = (configs.length - 1) & ~1; first >= 0; first -= 2) {
      if (first === failsAt) throw new TrainingFailed(first, Math.min(first + 1, configs.length - 1), "planted");
      await Promise.resolve();
      onResults?.(first, results.slice(first, first + 2));
    }
    return results;
  };
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
  assertEquals(await withJournal(fakeTrainer([]), folder, HEADER, undefined)(CONFIGS, ENGINE), RESULTS);
  const journal = readJournal(folder)!;
  assertEquals(journal.header, HEADER);
  assertEquals(CONFIGS.map((_, i) => journal.results.get(i)), RESULTS);
  assertEquals(Object.is(journal.results.get(3)!.snapshots[0]!.parameters[1], -0), true);
});

test("withJournal trains only the missing runs", async (folder) => {
  await assertRejects(
    () => withJournal(fakeTrainer([], 0), folder, HEADER, undefined)(CONFIGS, ENGINE),
    TrainingFailed,
  );
  const requested: unknown[] = [], progress: number[] = [];
  const journal = readJournal(folder)!;
  assertEquals([...journal.results.keys()].sort(), [2, 3, 4]);
  const again = withJournal(fakeTrainer(requested), folder, HEADER, journal);
  assertEquals(await again(CONFIGS, { ...ENGINE, onProgress: (value) => progress.push(value) }), RESULTS);
  assertEquals(requested, [0, 1]);
  assertEquals(progress, [3 / 5]);
  assertEquals(readJournal(folder)!.results.size, 5);
});

test("withJournal reports the indices of failed runs in the whole plan", async (folder) => {
  await assertRejects(
    () => withJournal(fakeTrainer([], 0), folder, HEADER, undefined)(CONFIGS, ENGINE),
    TrainingFailed,
  );
  const journal = readJournal(folder)!, results = new Map([...journal.results].filter(([i]) => i !== 3));
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
    const journal = readJournal(folder)!, requested: unknown[] = [];
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
  assertEquals([...readJournal(folder)!.results.keys()], [4]);
  lines[0] = lines[0]!.replace("3", "4");
  await Deno.writeTextFile(path, lines.join("\n"));
  assertEquals(readJournal(folder), undefined);
});
