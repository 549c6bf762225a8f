import { assertEquals, assertRejects } from "@std/assert";
import { JOURNAL, keeping, readJournal, removeJournal } from "../../../experiments/training/journal.ts";
import { TrainingFailed } from "../../../experiments/training/pool.ts";
import type { Trainer } from "../../../experiments/training/trainer.ts";
import type { ResolvedConfig } from "../../../core/config/config.ts";
import type { Trained } from "../../../core/training.ts";

const ignore = (await Deno.permissions.query({ name: "write" })).state !== "granted" ||
  (await Deno.permissions.query({ name: "read" })).state !== "granted";
const HEADER = { suite: "x", seeds: 3 }, ENGINE = { engine: "reference" } as const;

/** Numbers that JSON lacks are among the parameters. */
const answerTo = (seed: number): Trained => ({
  status: seed % 2 === 0 ? "finished" : "diverged",
  solved: seed % 2 === 0,
  solvedEpoch: seed % 2 === 0 ? seed * 10 : undefined,
  steps: seed,
  snapshots: [{ step: seed, parameters: [0.1 * seed, -0, Infinity, -Infinity, NaN, 5e-324] }],
});
const CONFIGS = [0, 1, 2, 3, 4].map((seed) => ({ seed }) as ResolvedConfig);
const ANSWERS = CONFIGS.map(({ seed }) => answerTo(Number(seed)));

/** Answers in blocks of two, the last block first; remembers what it was asked. */
function trainer(asked: unknown[], failsAt = -1): Trainer {
  return async (configs, { onTrained }) => {
    const answers = configs.map(({ seed }) => answerTo(Number(seed)));
    asked.push(...configs.map(({ seed }) => seed));
    for (let first = (configs.length - 1) & ~1; first >= 0; first -= 2) {
      if (first === failsAt) throw new TrainingFailed(first, Math.min(first + 1, configs.length - 1), "planted");
      await Promise.resolve();
      onTrained?.(first, answers.slice(first, first + 2));
    }
    return answers;
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

test("readJournal finds nothing where nothing was kept", (folder) => {
  assertEquals(readJournal(folder), undefined);
  removeJournal(folder);
  return Promise.resolve();
});

test("keeping keeps every answer to the last bit", async (folder) => {
  assertEquals(await keeping(trainer([]), folder, HEADER, undefined)(CONFIGS, ENGINE), ANSWERS);
  const kept = readJournal(folder)!;
  assertEquals(kept.header, HEADER);
  assertEquals(CONFIGS.map((_, i) => kept.trained.get(i)), ANSWERS);
  assertEquals(Object.is(kept.trained.get(3)!.snapshots[0]!.parameters[1], -0), true);
});

test("keeping trains what is missing and no more", async (folder) => {
  await assertRejects(() => keeping(trainer([], 0), folder, HEADER, undefined)(CONFIGS, ENGINE), TrainingFailed);
  const asked: unknown[] = [], kept = readJournal(folder)!, shares: number[] = [];
  assertEquals([...kept.trained.keys()].sort(), [2, 3, 4]);
  const again = keeping(trainer(asked), folder, HEADER, kept);
  assertEquals(await again(CONFIGS, { ...ENGINE, onProgress: (share) => shares.push(share) }), ANSWERS);
  assertEquals(asked, [0, 1]);
  assertEquals(shares, [3 / 5]);
  assertEquals(readJournal(folder)!.trained.size, 5);
});

test("keeping names the runs that failed as the plan numbers them", async (folder) => {
  await assertRejects(() => keeping(trainer([], 0), folder, HEADER, undefined)(CONFIGS, ENGINE), TrainingFailed);
  const kept = readJournal(folder)!, trained = new Map([...kept.trained].filter(([i]) => i !== 3));
  const again = keeping(trainer([], 2), folder, HEADER, { ...kept, trained });
  const error = await assertRejects(() => again(CONFIGS, ENGINE), TrainingFailed);
  assertEquals([error.first, error.last], [3, 3]);
});

test("readJournal drops a line that was cut off, and a run goes on from there", async (folder) => {
  await keeping(trainer([]), folder, HEADER, undefined)(CONFIGS, ENGINE);
  const path = `${folder}/${JOURNAL}`, whole = await Deno.readFile(path);
  // Lines: the header, then the blocks 4, 2–3, 0–1.
  for (const cut of [1, 40, 200]) {
    await Deno.writeFile(path, whole.subarray(0, whole.length - cut));
    const kept = readJournal(folder)!, asked: unknown[] = [];
    assertEquals([...kept.trained.keys()].sort(), [2, 3, 4]);
    assertEquals(await keeping(trainer(asked), folder, HEADER, kept)(CONFIGS, ENGINE), ANSWERS);
    assertEquals(asked, [0, 1]);
    assertEquals(await Deno.readFile(path), whole);
  }
});

test("readJournal trusts no line that was changed, nor any after it", async (folder) => {
  await keeping(trainer([]), folder, HEADER, undefined)(CONFIGS, ENGINE);
  const path = `${folder}/${JOURNAL}`, lines = (await Deno.readTextFile(path)).split("\n");
  lines[2] = lines[2]!.replace("0.2", "0.3");
  await Deno.writeTextFile(path, lines.join("\n"));
  assertEquals([...readJournal(folder)!.trained.keys()], [4]);
  lines[0] = lines[0]!.replace("3", "4");
  await Deno.writeTextFile(path, lines.join("\n"));
  assertEquals(readJournal(folder), undefined);
});
