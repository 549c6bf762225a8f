/** Shards: the parts into which a plan's runs are cut, so that any number of machines can train them. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import type { Plan } from "../plan.ts";
import { parameterCount, trainingCost } from "./blocks.ts";
import { countIn, type Range, subtract, unionOf } from "./ranges.ts";

/** One of `count` shards. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/**
 * The runs of a shard.
 *
 * All runs are ordered by replicate, then by cell, and cut where the cost is equal. So every shard has all settings, the
 * runs of a replicate stay together except at a cut, and each run belongs to exactly one of `count` shards.
 */
export function rangesOf(plan: Plan, { number, count }: Shard): Range[] {
  const bands = bandsOf(plan);
  const starts = cutAt(plan, bands, number - 1, count);
  const ends = cutAt(plan, bands, number, count);
  return unionOf(plan.cellRuns.map(({ cell, first }) => ({ from: first + starts[cell]!, to: first + ends[cell]! })));
}

/** The numbers of those of `count` shards that have one of the missing runs. */
export function incompleteShards(plan: Plan, count: number, missing: readonly Range[]): number[] {
  return Array.from({ length: count }, (_, i) => i + 1).filter((number) => {
    const ranges = rangesOf(plan, { number, count });
    return countIn(subtract(ranges, missing)) < countIn(ranges);
  });
}

/** Consecutive replicates whose runs are of the same cells, at the same costs. */
interface Band {
  /** The first replicate. */
  readonly from: number;
  /** The replicate after the last one. */
  readonly to: number;
  /** The cells that have these replicates, and the cost of a run of each. */
  readonly cells: readonly { readonly cell: number; readonly cost: bigint }[];
  /** The cost of a replicate. */
  readonly cost: bigint;
}

function bandsOf({ experiment: { curveReplicates }, cells, cellRuns }: Plan): Band[] {
  const most = cells.reduce((most, { replicates }) => Math.max(most, replicates), 0);
  const ends = [...new Set([curveReplicates, ...cells.map(({ replicates }) => replicates)])]
    .filter((end) => end > 0 && end <= most)
    .sort((a, b) => a - b);
  return ends.map((to, i) => {
    const from = ends[i - 1] ?? 0;
    const present = cellRuns
      .filter(({ cell }) => cells[cell]!.replicates > from)
      .map(({ cell, config, curveConfig }) => ({ cell, cost: runCost(from < curveReplicates ? curveConfig : config) }));
    return { from, to, cells: present, cost: sumOf(present.map(({ cost }) => cost)) };
  });
}

/** What a run costs in addition to its training, in the unit of `trainingCost`: each run, and each stored parameter. */
const COST_PER_RUN = 100_000;
const COST_PER_STORED_PARAMETER = 500;

function runCost(config: ResolvedConfig): bigint {
  const stored = parameterCount(config) * (config.checkpoints?.length ?? 1);
  return BigInt(Math.round(trainingCost(config)) + COST_PER_RUN + COST_PER_STORED_PARAMETER * stored);
}

/** For each cell, the number of its replicates in the first `k` of `count` shards: runs whose middle lies in them. */
function cutAt({ cells }: Plan, bands: readonly Band[], k: number, count: number): number[] {
  // in units of 1 / count, so that all numbers are whole
  let rest = sumOf(bands.map(({ from, to, cost }) => BigInt(to - from) * cost)) * BigInt(k);
  const scale = BigInt(count);
  const replicates = cells.map(() => 0);
  for (const band of bands) {
    const whole = Number(minimum(rest / (band.cost * scale), BigInt(band.to - band.from)));
    rest -= BigInt(whole) * band.cost * scale;
    for (const { cell } of band.cells) replicates[cell] = band.from + whole;
    if (band.from + whole === band.to) continue;
    let before = 0n;
    for (const { cell, cost } of band.cells) {
      if ((2n * before + cost) * scale >= 2n * rest) break;
      replicates[cell]!++;
      before += cost;
    }
    break;
  }
  return replicates;
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

function minimum(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
