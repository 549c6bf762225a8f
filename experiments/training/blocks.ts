/** Splits runs into blocks of about equal cost, the units of work of a pool. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import { batchSizeOf } from "../../core/training.ts";
import { datasetOf } from "../../core/components/datasets.ts";
import { chunksOf } from "../chunks.ts";

/** Consecutive runs that one worker trains with the same kernel. */
export interface Block {
  /** Index of the first run. */
  readonly first: number;
  /** Number of runs. */
  count: number;
  /** See `kernelKeyOf`. */
  readonly kernelKey: string;
  /** See `trainingCost`. */
  cost: number;
}

/** Upper bound on the cost of a block of several runs: about an eighth of a second; ten runs of the reference engine. */
const MAX_BLOCK_COST: Readonly<Record<EngineName, number>> = { auto: 2e8, wasm: 2e8, reference: 1e7 };
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

/** Splits runs into blocks of about equal cost for `jobs` workers. */
export function splitIntoBlocks(configs: readonly ResolvedConfig[], jobs: number, engine: EngineName): Block[] {
  const runs = configs.map((config, first): Block => {
    return { first, count: 1, kernelKey: kernelKeyOf(config), cost: trainingCost(config) };
  });
  const maxCost = Math.min(totalCost(runs) / (jobs * BLOCKS_PER_WORKER), MAX_BLOCK_COST[engine]);
  return chunksOf(runs, (a, b) => a.kernelKey === b.kernelKey).flatMap((sameKernel) => {
    const cost = totalCost(sameKernel);
    const target = cost / Math.ceil(cost / maxCost || 1);
    const blocks: Block[] = [];
    for (const run of sameKernel) {
      const last = blocks.at(-1);
      if (last && last.cost < FULL * target) {
        last.count++;
        last.cost += run.cost;
      } else blocks.push({ ...run });
    }
    return blocks;
  });
}

/** The sum of the costs of blocks. */
export function totalCost(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { cost }) => sum + cost, 0);
}
