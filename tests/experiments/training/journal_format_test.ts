/** Journals whose checksums are right and whose contents are not. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { stream } from "../../../core/random.ts";
import { prepare } from "../../../core/train_network.ts";
import { trainReference } from "../../../core/reference.ts";
import { type Plan, planOf, runOf, runsOf } from "../../../experiments/plan.ts";
import {
  checkEntries,
  journalHeaderOf,
  parseJournal,
  readJournalHeader,
} from "../../../experiments/training/journal/journal_format.ts";
import { bytesInMemory, journalLine } from "../../../experiments/training/journal/journal_lines.ts";
import { resultsFrom, resultsOf } from "../../../experiments/training/journal/journal_results.ts";
import { sha256Hex } from "../../../experiments/store/files.ts";
import { encodeResult } from "../../../experiments/training/stored_result.ts";
import { toy } from "../toy.ts";

const stops = { ...toy, base: { ...toy.base, stop: { maxError: 0.4 } } };
const PLAN = planOf(stops, { suiteSeed: "s", seeds: 3, set: { learning_rate: ["4"] } });
const HEADER = journalHeaderOf(PLAN);
const TRAINED = [...runsOf(PLAN)].map(({ config }) => trainReference(prepare(config)));
const ENTRIES = [{ first: 0, runs: TRAINED.slice(0, 2) }, { first: 2, runs: TRAINED.slice(2) }]
  .map(({ first, runs }) => ({ first, count: runs.length, runs: runs.map(encodeResult) }));

// deno-lint-ignore no-explicit-any
type Json = any;

function read(values: readonly unknown[]) {
  return readBytes(new Uint8Array(values.flatMap((value) => [...journalLine(value)])), PLAN);
}

function readBytes(bytes: Uint8Array, plan: Plan) {
  const source = bytesInMemory(bytes);
  const journal = parseJournal(source, ".journal", readJournalHeader);
  if (!journal) return undefined;
  checkEntries(journal, plan);
  return resultsOf(resultsFrom(source, journal, plan));
}

/** The message about a journal in which `change` has changed the header and the entries. */
function refusal(change: (header: Json, entries: Json[]) => void): string {
  const [header, ...entries] = structuredClone([HEADER, ...ENTRIES]) as Json[];
  change(header, entries);
  return assertThrows(() => read([header, ...entries]), InputError).message;
}

Deno.test("resultsOf reads back what the engine has returned, whether runs end early or not", () => {
  assertEquals(new Set(TRAINED.map(({ steps }) => steps < 60)).size, 2);
  assertEquals([...read([HEADER, ...ENTRIES])!.values()], TRAINED);
});

Deno.test("parseJournal refuses a header that is missing, incomplete or malformed", () => {
  assertThrows(() => read(ENTRIES), InputError, ".journal, line 1: first is not a field of the journal's header");
  for (const value of [null, 3, [], "x"]) {
    assertThrows(() => read([value]), InputError, ".journal, line 1: it must be an object");
  }
  assertEquals(refusal((header) => delete header.curves), ".journal, line 1: curves is missing");
  assertStringIncludes(refusal((header) => header.curves = "2"), ".journal, line 1: curves must be a whole number");
  assertStringIncludes(refusal((header) => header.settings = null), ".journal, line 1: settings must be an object");
  assertStringIncludes(refusal((header) => header.suite.name = "other"), ".journal, line 1: suite.name must be");
});

const CHANGES: Readonly<Record<string, (entries: Json[]) => void>> = {
  "line 2: it must be an object, but is null": (entries) => entries[0] = null,
  "line 2: runs is missing": ([entry]) => delete entry.runs,
  "line 2: runs must be a list": ([entry]) => entry.runs = {},
  "line 2: runs must be a list of at least 1": ([entry]) => entry.runs = [],
  "line 2: first must be a whole number of at least 0": ([entry]) => entry.first = -1,
  "line 2: first must be a whole number of at most 5": ([entry]) => entry.first = 6,
  "line 2: count is missing": ([entry]) => delete entry.count,
  "line 2: runs must have 2 items, but has 1": ([entry]) => entry.runs.pop(),
  "line 2: count must be a whole number of at least 1": ([entry]) => entry.count = 0,
  "line 2: first must be a whole number of at least 0, but is 0.5": ([entry]) => entry.first = 0.5,
  "line 2: runs[1] must be an object": ([entry]) => entry.runs[1] = null,
  "line 2: runs[0].status must be one of": ([entry]) => entry.runs[0].status = "done",
  "line 2: runs[0].solved must be true or false": ([entry]) => entry.runs[0].solved = 1,
  "line 2: runs[0].solvedEpoch must be a number": ([entry]) => entry.runs[0].solvedEpoch = "10",
  "line 2: runs[0].solvedEpoch must be null": ([entry]) => entry.runs[0].solved = !entry.runs[0].solved,
  "line 2: runs[0].solvedEpoch must be a check": ([entry]) => {
    Object.assign(entry.runs[0], { solved: true, solvedEpoch: 0.5 });
  },
  "line 2: runs[0].solved must be false": ([entry]) => {
    Object.assign(entry.runs[0], { status: "diverged", solved: true, solvedEpoch: 10 });
  },
  "line 2: runs[0].steps must be a whole number of at most 60": ([entry]) => entry.runs[0].steps = 70,
  "line 2: runs[0].steps must be at a check": ([entry]) => entry.runs[0].steps = 7,
  "line 2: runs[0].snapshots must have": ([entry]) => entry.runs[0].snapshots.pop(),
  "line 2: runs[0].snapshots[0].step must be 0": ([entry]) => entry.runs[0].snapshots[0].step = 1,
  "line 2: runs[0].snapshots[0].parameters must have 3 numbers, but has 2": ([entry]) =>
    entry.runs[0].snapshots[0].parameters.pop(),
  "line 2: runs[0].snapshots[0].parameters[1] must be a number": ([entry]) =>
    entry.runs[0].snapshots[0].parameters[1] = null,
  'line 2: runs[0].snapshots[0].parameters[1] must be a number, or one of -0, NaN, Infinity, -Infinity, but is "1"': (
    [entry],
  ) => entry.runs[0].snapshots[0].parameters[1] = "1",
  "must be finite unless the run is diverged": ([entry]) => entry.runs[0].snapshots.at(-1).parameters[0] = "NaN",
  "line 2: more is not a field": ([entry]) => entry.more = 1,
  "line 2: runs[0].more is not a field": ([entry]) => entry.runs[0].more = 1,
  "line 3: runs[0] repeats run 1 of an earlier line": (entries) => entries[1].first = 1,
  "line 3: runs[1] is one too many: the plan has 6 runs": (entries) => entries[1].first = 5,
};

for (const [message, change] of Object.entries(CHANGES)) {
  Deno.test(`resultsOf refuses an entry: ${message}`, () => {
    assertStringIncludes(refusal((_, entries) => change(entries)), message);
  });
}

Deno.test("resultsOf counts the epochs of a run with several updates per epoch", () => {
  const online = { ...stops, base: { ...stops.base, batch: "online" } } as const;
  const plan = planOf(online, { suiteSeed: "s", seeds: 1, set: { function: ["xor"], learning_rate: ["4"] } });
  const trained = trainReference(prepare(runOf(plan, 0, 0).config));
  assertEquals([trained.steps, trained.solved], [240, false]);
  const resultWith = (changes: object) => {
    const lines = [journalHeaderOf(plan), { first: 0, count: 1, runs: [{ ...encodeResult(trained), ...changes }] }];
    return readBytes(new Uint8Array(lines.flatMap((line) => [...journalLine(line)])), plan)!.get(0);
  };
  assertEquals(resultWith({}), trained);
  assertEquals(resultWith({ solved: true, solvedEpoch: 50 })!.solvedEpoch, 50);
  for (const solvedEpoch of [55, 70, 240]) {
    assertThrows(() => resultWith({ solved: true, solvedEpoch }), InputError, "solvedEpoch must be a check of the run");
  }
});

Deno.test("a journal with any one value replaced is read, or refused in one line that names file and line", () => {
  const random = stream("journal", "test");
  const below = (n: number) => Math.floor(random.uniform(0, n));
  const others = [null, -1, 0.5, 1e300, "", "NaN", [], {}, true, "finished", { step: 0 }, [[[]]]];
  let refused = 0;
  for (let trial = 0; trial < 2000; trial++) {
    const values = structuredClone([HEADER, ...ENTRIES]) as Json[];
    let parent: Json = values;
    let key: string | number = below(values.length);
    while (typeof parent[key] === "object" && parent[key] !== null && below(6) > 0) {
      const keys: string[] = Object.keys(parent[key]);
      if (keys.length === 0) break;
      parent = parent[key];
      key = keys[below(keys.length)]!;
    }
    const other = others[below(others.length + 1)];
    if (other === undefined) delete parent[key];
    else parent[key] = other;
    try {
      read(values.filter((value) => value !== undefined));
    } catch (error) {
      assert(error instanceof InputError, String(error));
      assert(/^\.journal, line [123]\b/.test(error.message) && !error.message.includes("\n"), error.message);
      refused++;
    }
  }
  assert(refused > 1500, String(refused));
});

Deno.test("resultsOf refuses a line that is not JSON, names a key twice, or nests deeply", () => {
  const refusal = (json: string) => {
    const line = new TextEncoder().encode(`${sha256Hex(json).slice(0, 16)} ${json}\n`);
    const bytes = new Uint8Array([...journalLine(HEADER), ...line]);
    return assertThrows(() => readBytes(bytes, PLAN), InputError).message;
  };
  assertStringIncludes(refusal("{"), ".journal, line 2 is not JSON (");
  assertEquals(refusal('{"first":0,"first":1}'), '.journal, line 2 names "first" twice in one object');
  assertEquals(refusal("[".repeat(2000) + "]".repeat(2000)), ".journal, line 2 nests values more than 100 deep");
});
