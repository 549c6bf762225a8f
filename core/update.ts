/** One update, over any arithmetic: the gradient of some rows, then the optimiser's step. */
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import { type Example, gradientOf } from "./backprop.ts";
import type { TrainingState } from "./components/optimizer_state.ts";
import { lossScaleOf, type Training } from "./training.ts";

/** The parts of a training that determine the operations of an update; numbers may vary from run to run. */
export type LearningRule = Pick<Training, "network" | "loss" | "reduction" | "optimizer">;

/** Makes one update from the gradient of `rows`. */
export function update<T>(
  m: Arithmetic<T>,
  rule: LearningRule,
  learningRate: T,
  rows: readonly Example<T>[],
  state: TrainingState<T>,
): TrainingState<T> {
  const lossScale = lossScaleOf(rule, rows.length);
  const gradient = gradientOf(m, rule.network, rule.loss, lossScale, state.parameters, rows);
  return rule.optimizer.update(m, learningRate, gradient, state);
}
