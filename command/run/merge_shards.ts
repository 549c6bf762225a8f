/** Unites the results of shards, and checks that they belong together and lack nothing. */
import { InputError } from "../../core/input/input_error.ts";
import { chunksOf } from "../../experiments/chunks.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Plan, runAt } from "../../experiments/plan.ts";
import { codeDigest } from "../../experiments/store/code_digest.ts";
import { namesIn } from "../../experiments/store/files.ts";
import { statusOf } from "../../experiments/store/plain_files.ts";
import { planSettings } from "../../experiments/store/provenance.ts";
import type { ResultLog } from "../../experiments/training/journal/journal.ts";
import { checkEntries, type Journal, runsIn } from "../../experiments/training/journal/journal_format.ts";
import { openResults, type ResultSource } from "../../experiments/training/journal/journal_results.ts";
import { compareDuplicates } from "../../experiments/training/ordered_results.ts";
import { countIn, type Range, subtract, unionOf } from "../../experiments/training/ranges.ts";
import { allRuns } from "../../experiments/training/run_groups.ts";
import {
  readShardFile,
  shardDifferences,
  shardFilesIn,
  type ShardHeader,
  shardHeaderOf,
} from "../../experiments/training/journal/shard_file.ts";
import { incompleteShards } from "../../experiments/training/shards.ts";
import { IncompleteRun } from "../cli/failure.ts";
import { SUITE_EXPERIMENTS } from "./known_experiments.ts";
import { planExperiment } from "./plans.ts";
import { summarizeDifferences } from "./resume_state.ts";
import { runName } from "./run_suite.ts";

/** The merged shards of an experiment. */
export interface MergedShards {
  readonly plan: Plan;
  readonly files: readonly ShardFile[];
  /** How many results were found more than once, and were equal. */
  readonly duplicates: number;
}

type ShardFile = Journal<ShardHeader>;

/**
 * The shards of some experiments in folders, in the order of these.
 *
 * Throws an InputError if there are none, if some are of other experiments, or if they were made with different settings
 * or code. Throws an IncompleteRun if runs are missing, or if two files disagree about a run.
 */
export function mergeShards(
  folders: readonly string[],
  experiments: readonly Experiment[] = SUITE_EXPERIMENTS.all,
): MergedShards[] {
  refuseUnknown(folders, experiments);
  const code = codeDigest();
  const headers: ShardHeader[] = [];
  const merged = experiments.flatMap((experiment) => {
    const files = folders.flatMap((folder) => shardFilesIn(`${folder}/${experiment.id}`));
    return mergeExperiment(experiment, files, code, headers) ?? [];
  });
  if (merged.length === 0) {
    throw new InputError({ action: { verb: "merge", object: folders.join(" ") }, rule: "it has no shards" });
  }
  checkComplete(merged, headers);
  return merged;
}

/** Throws an InputError if there are shards of none of the experiments: they would silently be missing. */
function refuseUnknown(folders: readonly string[], experiments: readonly Experiment[]): void {
  const known = new Set(experiments.map(({ id }) => id));
  for (const folder of folders) {
    const path = namesIn(folder).filter((name) => !known.has(name)).map((name) => `${folder}/${name}`)
      .find((path) => statusOf(path)?.isDirectory() && shardFilesIn(path).length > 0);
    if (path === undefined) continue;
    throw new InputError({
      action: { verb: "merge", object: folder },
      rule: `${path} has shards of no known experiment; --module FILE names the module that exports it`,
    });
  }
}

/** Unites the files of an experiment, and adds their headers to `headers`; undefined if no file is readable. */
function mergeExperiment(
  experiment: Experiment,
  paths: readonly string[],
  code: string,
  headers: ShardHeader[],
): MergedShards | undefined {
  const files = paths.flatMap((path) => readShardFile(path) ?? []);
  const [first] = files;
  if (!first) return;
  const { id } = experiment;
  const plan = planOfShard(experiment, first, code);
  for (const file of files) {
    headers.push(file.header);
    checkSameOrigin(id, first, file);
    checkEntries(file, plan);
  }
  return { plan, files, duplicates: countDuplicates(plan, files) };
}

/** How many results the files have more than once; throws an IncompleteRun if two files disagree about a run. */
function countDuplicates(plan: Plan, files: readonly ShardFile[]): number {
  using sources = openAll(files, plan);
  const { duplicates, disagreement } = compareDuplicates(sources.list);
  if (!disagreement) return duplicates;
  const [one, other] = disagreement.files;
  throw new IncompleteRun(
    `Cannot merge "${plan.experiment.id}": the run ${runName(runAt(plan, disagreement.index))} differs in ${one} and ` +
      `${other}; a machine computed or stored it wrongly`,
  );
}

/** The results of shards, as a log to which nothing is left to append. */
export function logOf({ files }: MergedShards): ResultLog {
  return {
    runs: () => runsFoundIn(files),
    append: () => {
      throw new RangeError("Cannot append to merged shards");
    },
    results: (plan) => files.map((file) => openResults(file, plan)),
    [Symbol.dispose]: () => {},
  };
}

function openAll(files: readonly ShardFile[], plan: Plan): Disposable & { readonly list: readonly ResultSource[] } {
  const list = files.map((file) => openResults(file, plan));
  return { list, [Symbol.dispose]: () => list.forEach((source) => source[Symbol.dispose]()) };
}

/** The runs of which shards have a result. */
function runsFoundIn(files: readonly ShardFile[]): Range[] {
  return unionOf(files.flatMap(runsIn));
}

/** The plan of a shard; throws an InputError if this code would make or train another. */
function planOfShard(experiment: Experiment, { file, header }: ShardFile, code: string): Plan {
  const { id } = experiment;
  if (header.experiment !== id) {
    const value = header.experiment;
    throw new InputError({ file, line: 1, field: "experiment", rule: `must be "${id}"`, value });
  }
  const plan = planExperiment("merge", experiment, planSettings(header));
  const { shard, experiments } = header;
  const changes = shardDifferences(header, shardHeaderOf(plan, { code, shard, experiments }));
  if (changes.length === 0) return plan;
  throw new InputError({
    action: { verb: "merge", object: id },
    rule: `${file} was made by other code than this (${summarizeDifferences(changes)})`,
  });
}

function checkSameOrigin(id: string, first: ShardFile, other: ShardFile): void {
  const changes = shardDifferences(first.header, other.header);
  if (changes.length === 0) return;
  const summary = summarizeDifferences(changes);
  throw new InputError({
    action: { verb: "merge", object: id },
    rule: `${first.file} and ${other.file} were made with different settings or code (${summary})`,
  });
}

/** Throws an IncompleteRun that says which shards must run again. */
function checkComplete(merged: readonly MergedShards[], headers: readonly ShardHeader[]): void {
  const expected = new Set(headers.flatMap(({ experiments }) => experiments));
  const absent = [...expected].filter((id) => !merged.some(({ plan }) => plan.experiment.id === id));
  const lacking = merged.map(({ plan, files }) => ({ plan, missing: subtract(allRuns(plan), runsFoundIn(files)) }))
    .filter(({ missing }) => missing.length > 0);
  if (absent.length + lacking.length === 0) return;
  const count = mostFrequent(headers.map(({ shard }) => shard.count));
  const numbers = absent.length > 0
    ? Array.from({ length: count }, (_, i) => i + 1)
    : lacking.flatMap(({ plan, missing }) => incompleteShards(plan, count, missing));
  const problems = [
    ...absent.map((id) => `${id} has no shards`),
    ...lacking.map(({ plan, missing }) => `${plan.experiment.id} lacks ${countIn(missing)} of ${plan.runCount} runs`),
  ];
  const list = formatRanges([...new Set(numbers)].sort((a, b) => a - b));
  throw new IncompleteRun(
    `Cannot merge: ${problems.join("; ")}; these of ${count} shards must run again: --array=${list}`,
  );
}

/** The value that occurs most often; of several, the largest. */
function mostFrequent(values: readonly number[]): number {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, { length }]) => ({ value, length }));
  return counts.sort((a, b) => b.length - a.length || b.value - a.value)[0]!.value;
}

/** Ascending numbers as Slurm reads them, such as `1,3-5`. */
function formatRanges(numbers: readonly number[]): string {
  return chunksOf(numbers, (previous, next) => next === previous + 1)
    .map((chunk) => chunk.length < 3 ? chunk.join(",") : `${chunk[0]}-${chunk.at(-1)}`)
    .join(",");
}
