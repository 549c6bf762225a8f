/** Overall progress of several trainings. */
import type { Run } from "../../experiments/define/run.ts";
import { trainingCost } from "../../experiments/training/blocks.ts";

/**
 * Combines the progress of several lists of runs, weighted by training cost.
 *
 * The result gives each list its own listener, by index; any call reports the overall progress, from 0 to 1.
 */
export function combineProgress(
  runLists: readonly (readonly Run[])[],
  report: (progress: number) => void,
): (index: number) => (progress: number) => void {
  const costs = runLists.map((runs) => runs.reduce((sum, { config }) => sum + trainingCost(config), 0));
  const totalCost = costs.reduce((sum, cost) => sum + cost, 0);
  const progressOf = runLists.map(() => 0);
  return (index) => (progress) => {
    progressOf[index] = progress;
    report(costs.reduce((sum, cost, i) => sum + cost * progressOf[i]!, 0) / totalCost);
  };
}
