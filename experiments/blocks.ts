/** Blocks: how many runs are cut into pieces of about equal cost. */
import { batchSize, type EngineName, type ResolvedConfig, tableOf } from "../core/config.ts";

/** Consecutive runs that one worker trains. */
export interface Block {
  readonly first: number;
  readonly count: number;
  /** In units of one parameter, one row, one update. */
  readonly cost: number;
}

/** The most that a block may cost: what an engine does in a good tenth of a second, or ten runs of the slow one. */
const MOST_COST: Readonly<Record<EngineName, number>> = { auto: 2e8, wasm: 2e8, reference: 1e7 };
/** Blocks a worker, so that all end at about the same time. */
const BLOCKS_A_WORKER = 6;

/** What a training costs, in units of one parameter, one row, one update. */
export function costOf(config: ResolvedConfig): number {
  const { inputs, layers } = config.network, rows = tableOf(config.data).inputs.length;
  const fanIns = [inputs, ...layers.map(({ units }) => units)];
  const parameters = layers.reduce((sum, { units }, l) => sum + units * (fanIns[l]! + 1), 0);
  const batch = batchSize(config.batch, rows);
  const epochs = config.epochs ?? config.steps! * batch / rows;
  return parameters * rows * (epochs + 1);
}

/** Cuts runs into blocks of about equal cost, for so many workers. */
export function blocksOf(costs: readonly number[], jobs: number, engine: EngineName): Block[] {
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const target = Math.min(total / (jobs * BLOCKS_A_WORKER), MOST_COST[engine]);
  const blocks: Block[] = [];
  let first = 0, cost = 0;
  costs.forEach((one, i) => {
    cost += one;
    if (cost < target && i < costs.length - 1) return;
    blocks.push({ first, count: i + 1 - first, cost });
    first = i + 1;
    cost = 0;
  });
  return blocks;
}
