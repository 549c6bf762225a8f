import { assertEquals, assertRejects } from "@std/assert";
import { prepare } from "../../../core/train_network.ts";
import type { Trained } from "../../../core/training.ts";
import { planOf } from "../../../experiments/plan.ts";
import {
  continueJournal,
  JOURNAL_FILE,
  readJournal,
  removeJournal,
} from "../../../experiments/training/journal/journal.ts";
import { type Journal, journalHeaderOf } from "../../../experiments/training/journal/journal_format.ts";
import { openResults, resultsOf } from "../../../experiments/training/journal/journal_results.ts";
import { resultsInOrder } from "../../../experiments/training/ordered_results.ts";
import { trainMissing } from "../../../experiments/training/run_plan.ts";
import { encodeEntry } from "../../../experiments/training/stored_result.ts";
import type { Trainer } from "../../../experiments/training/trainer.ts";
import { TrainingFailed } from "../../../experiments/training/training_failed.ts";
import { toy } from "../toy.ts";
import { listRuns } from "../trained_runs.ts";
import { folderTest } from "../../needs.ts";

const ENGINE = { engine: "reference" } as const;

/** Five runs of 60 epochs, none of which keeps a curve. */
const PLAN = planOf(
  { ...toy, curveReplicates: 0 },
  { suiteSeed: "s", seeds: 5, set: { function: ["xor"], learning_rate: ["4"] } },
);
const HEADER = journalHeaderOf(PLAN);

/** Every second result is diverged, with parameters that JSON lacks. */
const RESULTS = listRuns(PLAN).map((_, i): Trained => {
  const isSolved = i % 2 === 0;
  return {
    status: isSolved ? "finished" : "diverged",
    solved: isSolved,
    solvedEpoch: isSolved ? 10 * i : undefined,
    steps: 60,
    snapshots: [{ step: 60, parameters: isSolved ? [0.1 * i, -0, 5e-324] : [Infinity, -Infinity, NaN] }],
  };
});

/** Reports results in entries of at most two, the last first; records the indices in `requested`. */
function fakeTrainer(requested: unknown[], failsAt = -1): Trainer {
  return async (groups, _, onResults) => {
    const indices = groups.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i));
    requested.push(...indices);
    const firsts = indices.filter((index) => index % 2 === 0 || !indices.includes(index - 1));
    for (const first of firsts.reverse()) {
      if (first === failsAt) throw new TrainingFailed(first, first, "planted");
      await Promise.resolve();
      const count = first % 2 === 0 && indices.includes(first + 1) ? 2 : 1;
      onResults(encodeEntry(first, RESULTS.slice(first, first + count)));
    }
  };
}

/** Trains what a journal lacks and returns all results, in order. */
async function train(
  folder: string,
  journal: Journal | undefined,
  trainer: Trainer,
  onProgress: (progress: number) => void = () => {},
): Promise<Trained[]> {
  using log = continueJournal(folder, HEADER, journal);
  await trainMissing(PLAN, trainer, log, { ...ENGINE, onProgress });
  const sources = log.results(PLAN);
  const results = [...resultsInOrder(sources, PLAN.runCount)];
  sources.forEach((source) => source[Symbol.dispose]());
  return results;
}

/** The results in the journal of a folder, by index. */
function readAll(folder: string): Map<number, Trained> {
  using source = openResults(readJournal(folder)!, PLAN);
  return resultsOf(source);
}

const test = (name: string, fn: (folder: string) => Promise<void>) => folderTest(["read", "write"], name, fn);

test("readJournal returns undefined without a journal", (folder) => {
  assertEquals(readJournal(folder), undefined);
  removeJournal(folder);
  return Promise.resolve();
});

test("a journal stores every result to the last bit", async (folder) => {
  assertEquals(listRuns(PLAN).map(({ config }) => prepare(config).network.parameterCount), [3, 3, 3, 3, 3]);
  assertEquals(await train(folder, undefined, fakeTrainer([])), RESULTS);
  assertEquals(readJournal(folder)!.header, JSON.parse(JSON.stringify(HEADER)));
  const results = readAll(folder);
  assertEquals(RESULTS.map((_, i) => results.get(i)), RESULTS);
  assertEquals(Object.is(results.get(2)!.snapshots[0]!.parameters[1], -0), true);
});

test("trainMissing trains only the runs that a journal lacks", async (folder) => {
  await assertRejects(() => train(folder, undefined, fakeTrainer([], 0)), TrainingFailed);
  const requested: unknown[] = [], progress: number[] = [];
  assertEquals([...readAll(folder).keys()].sort(), [2, 3, 4]);
  const again = train(folder, readJournal(folder), fakeTrainer(requested), (value) => progress.push(value));
  assertEquals(await again, RESULTS);
  assertEquals(requested, [0, 1]);
  assertEquals(progress, [3 / 5]);
  assertEquals(readAll(folder).size, 5);
});

test("a training that goes on fails with the indices of the runs in the whole plan", async (folder) => {
  await assertRejects(() => train(folder, undefined, fakeTrainer([], 2)), TrainingFailed);
  assertEquals([...readAll(folder).keys()], [4]);
  const error = await assertRejects(() => train(folder, readJournal(folder), fakeTrainer([], 2)), TrainingFailed);
  assertEquals([error.first, error.last], [2, 2]);
});

test("readJournal ignores a line that was cut off, and a run continues from there", async (folder) => {
  await train(folder, undefined, fakeTrainer([]));
  const path = `${folder}/${JOURNAL_FILE}`, whole = await Deno.readFile(path);
  // Lines: the header, then the entries 4, 2–3, 0–1.
  for (const cut of [1, 40, 200]) {
    await Deno.writeFile(path, whole.subarray(0, whole.length - cut));
    const requested: unknown[] = [];
    assertEquals([...readAll(folder).keys()].sort(), [2, 3, 4]);
    assertEquals(await train(folder, readJournal(folder), fakeTrainer(requested)), RESULTS);
    assertEquals(requested, [0, 1]);
    assertEquals(await Deno.readFile(path), whole);
  }
});

test("readJournal ignores a changed line and all lines after it", async (folder) => {
  await train(folder, undefined, fakeTrainer([]));
  const path = `${folder}/${JOURNAL_FILE}`, lines = (await Deno.readTextFile(path)).split("\n");
  lines[2] = lines[2]!.replace("0.2", "0.3");
  await Deno.writeTextFile(path, lines.join("\n"));
  assertEquals([...readAll(folder).keys()], [4]);
  lines[0] = lines[0]!.replace("5", "4");
  await Deno.writeTextFile(path, lines.join("\n"));
  assertEquals(readJournal(folder), undefined);
});
