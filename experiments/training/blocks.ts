/** Blocks: how many runs are cut into pieces of about equal cost. */
import { batchSize, type EngineName, type ResolvedConfig, tableOf } from "../../core/config/config.ts";

/** Consecutive runs of one kind that one worker trains. */
export interface Block {
  readonly first: number;
  readonly count: number;
  readonly kind: string;
  /** In units of one parameter, one row, one update. */
  readonly cost: number;
}

/** The most that a block may cost: what an engine does in an eighth of a second, or ten runs of the slow one. */
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

/** What trainings that can share kernels have in common; a kernel takes as long to make as some hundred runs to train. */
export function kindOf({ network, loss, optimizer, batch, order }: ResolvedConfig): string {
  return JSON.stringify([network, loss, { ...optimizer, learningRate: undefined }, batch, order]);
}

/** Cuts runs into blocks of about equal cost, for so many workers. */
export function blocksOf(configs: readonly ResolvedConfig[], jobs: number, engine: EngineName): Block[] {
  const costs = configs.map(costOf), most = Math.min(sum(costs) / (jobs * BLOCKS_A_WORKER), MOST_COST[engine]);
  return stretchesOf(configs).flatMap(({ from, to, kind }) => {
    const whole = sum(costs.slice(from, to)), target = whole / Math.ceil(whole / most || 1), blocks: Block[] = [];
    for (let first = from, end = from, cost = 0; first < to; first = end, cost = 0) {
      // a little less will do: sums of costs are rounded
      while (end < to && (end === first || cost < 0.999 * target)) cost += costs[end++]!;
      blocks.push({ first, count: end - first, kind, cost });
    }
    return blocks;
  });
}

/** Neighbours of one kind. */
function stretchesOf(configs: readonly ResolvedConfig[]): { from: number; to: number; kind: string }[] {
  const stretches: { from: number; to: number; kind: string }[] = [];
  for (const [i, config] of configs.entries()) {
    const kind = kindOf(config), last = stretches.at(-1);
    if (last?.kind === kind) last.to++;
    else stretches.push({ from: i, to: i + 1, kind });
  }
  return stretches;
}

function sum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
