/** Splits runs into blocks of about equal cost, the units of work of a pool. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import { batchSizeOf } from "../../core/training.ts";
import { datasetOf } from "../../core/components/datasets.ts";
import { chunksOf } from "../chunks.ts";
import { partOf, type RunGroup } from "./run_groups.ts";

/** Groups of runs that one worker trains with the same kernel. */
export interface Block {
  /** Parts of groups, in order. */
  readonly groups: readonly RunGroup[];
  /** See `kernelKeyOf`. */
  readonly kernelKey: string;
  /** See `trainingCost`. */
  readonly cost: number;
}

/** Upper bound on the cost of a block of several runs: about an eighth of a second; ten runs of the reference engine. */
const MAX_BLOCK_COST: Readonly<Record<EngineName, number>> = { auto: 2e8, wasm: 2e8, reference: 1e7 };
/** Upper bound on the runs of a block, whose results are in memory together. */
const MAX_BLOCK_RUNS = 4096;
/** Enough blocks that all workers finish at about the same time. */
const BLOCKS_PER_WORKER = 6;
/** A block is full at this fraction of its target cost, because sums of costs are rounded. */
const FULL = 0.999;

/** The cost of a training: parameters × rows × epochs, where evaluating the initial net counts as an epoch. */
export function trainingCost(config: ResolvedConfig): number {
  const rows = datasetOf(config.data).inputs.length;
  const epochs = config.epochs ?? config.steps! * batchSizeOf(config.batch, rows) / rows;
  return parameterCount(config) * rows * (epochs + 1);
}

/** The number of parameters of a net, as if each unit had a bias. */
export function parameterCount({ network: { inputs, layers } }: ResolvedConfig): number {
  const fanIns = [inputs, ...layers.map(({ units }) => units)];
  return layers.reduce((sum, { units }, l) => sum + units * (fanIns[l]! + 1), 0);
}

/**
 * Identifies the kernel that a training needs: equal for trainings that can share one.
 *
 * Compiling a kernel takes about as long as training a hundred runs.
 */
export function kernelKeyOf({ network, loss, optimizer, batch, order }: ResolvedConfig): string {
  return JSON.stringify([network, loss, { ...optimizer, learningRate: undefined }, batch, order]);
}

/** A group with the cost of one of its runs. */
interface CostedGroup {
  readonly group: RunGroup;
  readonly kernelKey: string;
  readonly runCost: number;
}

/** Splits groups of runs into blocks of about equal cost for `jobs` workers. */
export function splitIntoBlocks(groups: readonly RunGroup[], jobs: number, engine: EngineName): Block[] {
  const costed = groups.map((group): CostedGroup => {
    return { group, kernelKey: kernelKeyOf(group.config), runCost: trainingCost(group.config) };
  });
  const maxCost = Math.min(costOf(costed) / (jobs * BLOCKS_PER_WORKER), MAX_BLOCK_COST[engine]);
  return chunksOf(costed, (a, b) => a.kernelKey === b.kernelKey).flatMap((sameKernel) => {
    const cost = costOf(sameKernel);
    return blocksOf(sameKernel, cost / Math.ceil(cost / maxCost || 1));
  });
}

/** Cuts groups with the same kernel into blocks that end with the first run that reaches the cost `target`. */
function blocksOf(costed: readonly CostedGroup[], target: number): Block[] {
  const blocks: Block[] = [];
  let parts: RunGroup[] = [];
  let cost = 0;
  let runs = 0;
  const finish = () => {
    if (parts.length > 0) blocks.push({ groups: parts, kernelKey: costed[0]!.kernelKey, cost });
    parts = [];
    cost = runs = 0;
  };
  for (const { group, runCost } of costed) {
    for (let offset = 0; offset < group.count;) {
      if (runs > 0 && (cost >= FULL * target || runs === MAX_BLOCK_RUNS)) finish();
      const wanted = Math.max(1, Math.ceil((FULL * target - cost) / runCost) || MAX_BLOCK_RUNS);
      const count = Math.min(group.count - offset, wanted, MAX_BLOCK_RUNS - runs);
      parts.push(partOf(group, offset, count));
      cost += count * runCost;
      runs += count;
      offset += count;
    }
  }
  finish();
  return blocks;
}

function costOf(costed: readonly CostedGroup[]): number {
  return costed.reduce((sum, { group, runCost }) => sum + group.count * runCost, 0);
}

/** The cost of the runs of groups. */
export function totalCost(groups: readonly RunGroup[]): number {
  return groups.reduce((sum, { config, count }) => sum + count * trainingCost(config), 0);
}
