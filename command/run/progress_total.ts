/** The share of a whole, from the shares of its parts. */
import type { Run } from "../../experiments/plan.ts";
import { costOf } from "../../experiments/training/blocks.ts";

/** Gathers how far each list of runs is into how far all are, each counting for what it costs. */
export function sharesOf(
  parts: readonly (readonly Run[])[],
  tell: (share: number) => void,
): (part: number) => (share: number) => void {
  const costs = parts.map((runs) => runs.reduce((sum, { config }) => sum + costOf(config), 0));
  const total = costs.reduce((sum, cost) => sum + cost, 0), done = parts.map(() => 0);
  return (part) => (share) => {
    done[part] = share;
    tell(costs.reduce((sum, cost, i) => sum + cost * done[i]!, 0) / total);
  };
}
