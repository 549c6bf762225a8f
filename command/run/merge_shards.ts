/** Unites the results of shards, and checks that they belong together and lack nothing. */
import { InputError } from "../../core/input/input_error.ts";
import type { Trained } from "../../core/training.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { chunksOf } from "../../experiments/chunks.ts";
import type { Plan } from "../../experiments/plan.ts";
import { codeDigest } from "../../experiments/store/code_digest.ts";
import { planSettings } from "../../experiments/store/provenance.ts";
import { forEachResult, type Journal } from "../../experiments/training/journal_format.ts";
import {
  readShardFile,
  shardDifferences,
  shardFilesIn,
  type ShardHeader,
  shardHeaderOf,
} from "../../experiments/training/shard_file.ts";
import { incompleteShards } from "../../experiments/training/shards.ts";
import { encodeResult } from "../../experiments/training/stored_result.ts";
import { IncompleteRun } from "../cli/failure.ts";
import { findExperiment, planExperiment } from "./plans.ts";
import { summarizeDifferences } from "./resume_state.ts";
import { runName } from "./run_suite.ts";

/** The united shards of an experiment. */
export interface MergedShards {
  readonly plan: Plan;
  /** Results by index of the run. */
  readonly results: ReadonlyMap<number, Trained>;
  /** The number of files read. */
  readonly fileCount: number;
  /** How many results were found more than once, and were equal. */
  readonly duplicates: number;
}

type ShardFile = Journal<ShardHeader>;

/**
 * The shards in folders, by experiment and in catalog order.
 *
 * Throws an InputError if there are none, or if they were made with different settings or code. Throws an IncompleteRun
 * if runs are missing, or if two files disagree about a run.
 */
export function mergeShards(folders: readonly string[]): MergedShards[] {
  const code = codeDigest();
  const headers: ShardHeader[] = [];
  const merged = CATALOG.flatMap(({ id }) => {
    const files = folders.flatMap((folder) => shardFilesIn(`${folder}/${id}`));
    return mergeExperiment(id, files, code, headers) ?? [];
  });
  if (merged.length === 0) {
    throw new InputError({ action: { verb: "merge", object: folders.join(" ") }, rule: "it has no shards" });
  }
  checkComplete(merged, headers);
  return merged;
}

/** Unites the files of an experiment, and adds their headers to `headers`; undefined if no file is readable. */
function mergeExperiment(
  id: string,
  paths: readonly string[],
  code: string,
  headers: ShardHeader[],
): MergedShards | undefined {
  let plan: Plan | undefined;
  let first: ShardFile | undefined;
  const files: string[] = [];
  const results = new Map<number, Trained>();
  /** For each run, the place of its file in `files`. */
  const sources = new Map<number, number>();
  let duplicates = 0;
  for (const path of paths) {
    const file = readShardFile(path);
    if (!file) continue;
    files.push(path);
    headers.push(file.header);
    first ??= file;
    plan ??= planOfShard(id, file, code);
    checkSameOrigin(id, first, file);
    forEachResult(file, plan, (index, result) => {
      const known = results.get(index);
      if (!known) {
        results.set(index, result);
        sources.set(index, files.length - 1);
        return;
      }
      duplicates++;
      if (JSON.stringify(encodeResult(known)) === JSON.stringify(encodeResult(result))) return;
      throw new IncompleteRun(
        `Cannot merge "${id}": the run ${runName(plan!.runs[index]!)} differs in ${files[sources.get(index)!]} and ` +
          `${path}; a machine computed or stored it wrongly`,
      );
    });
  }
  return plan && { plan, results, fileCount: files.length, duplicates };
}

/** The plan of a shard; throws an InputError if this code would make or train another. */
function planOfShard(id: string, { file, header }: ShardFile, code: string): Plan {
  if (header.experiment !== id) {
    const value = header.experiment;
    throw new InputError({ file, line: 1, field: "experiment", rule: `must be "${id}"`, value });
  }
  const plan = planExperiment("merge", findExperiment("merge", id), planSettings(header));
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
  const lacking = merged.filter(({ plan, results }) => results.size < plan.runCount);
  if (absent.length + lacking.length === 0) return;
  const count = mostFrequent(headers.map(({ shard }) => shard.count));
  const numbers = absent.length > 0
    ? Array.from({ length: count }, (_, i) => i + 1)
    : lacking.flatMap(({ plan, results }) => incompleteShards(plan, count, (index) => !results.has(index)));
  const problems = [
    ...absent.map((id) => `${id} has no shards`),
    ...lacking.map(({ plan, results }) => {
      const { id } = plan.experiment;
      return `${id} lacks ${plan.runCount - results.size} of ${plan.runCount} runs`;
    }),
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
export function formatRanges(numbers: readonly number[]): string {
  return chunksOf(numbers, (previous, next) => next === previous + 1)
    .map((chunk) => chunk.length < 3 ? chunk.join(",") : `${chunk[0]}-${chunk.at(-1)}`)
    .join(",");
}
