/** One update, over any arithmetic: the gradient of some rows, and the optimiser's step down it. */
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import { type Example, gradientOf } from "./backprop.ts";
import type { Step } from "./components/optimizers.ts";
import { shareOf, type Training } from "./training.ts";

/** What an update depends on besides numbers that may vary from run to run. */
export type Rule = Pick<Training, "network" | "loss" | "reduction" | "optimizer">;

/** Parameters and memory after learning from `rows` once. */
export function update<T>(
  m: Arithmetic<T>,
  rule: Rule,
  learningRate: T,
  rows: readonly Example<T>[],
  step: Step<T>,
): Step<T> {
  const gradient = gradientOf(m, rule.network, rule.loss, shareOf(rule, rows.length), step.parameters, rows);
  return rule.optimizer.update(m, learningRate, gradient, step);
}
