/**
 * xorlab: reproducible experiments on the smallest neural nets.
 *
 * `core` trains nets, the same to the last bit on every engine; `experiments` turns a question into runs, tables and
 * verdicts; `reports` draws them.
 *
 * @module
 */
export { type Activation, type ActivationName, ACTIVATIONS } from "./core/activations.ts";
export type { Arithmetic, Basics, Bits, Elementary } from "./core/arithmetic.ts";
export {
  type EngineName,
  type LayerConfig,
  parseConfig,
  type ResolvedConfig,
  type TrainConfig,
} from "./core/config.ts";
export { type Dataset, datasetOf, FUNCTIONS_OF_TWO, type NamedData } from "./core/datasets.ts";
export { NUMBERS } from "./core/elementary.ts";
export { type Initializer, type InitializerName, INITIALIZERS } from "./core/initializers.ts";
export { type Loss, LOSSES, type LossName } from "./core/losses.ts";
export type { LayerParameters } from "./core/network.ts";
export { type Optimizer, type OptimizerName, OPTIMIZERS } from "./core/optimizers.ts";
export { permutation, type Stream, stream, xoshiro128 } from "./core/random.ts";
export { InputError } from "./core/reading.ts";
export { type Checkpoint, type TrainAnswer, trainNetwork } from "./core/train.ts";

export { CATALOG } from "./experiments/catalog.ts";
export type { Claim, Judged } from "./experiments/claims.ts";
export { defineExperiment, defineTable, type Experiment, type Outcome } from "./experiments/experiment.ts";
export { type Plan, planOf, type Settings, SUITE_SEED } from "./experiments/plan.ts";
export * as statistics from "./experiments/statistics.ts";
export type { View } from "./experiments/views.ts";

export { runExperiment } from "./reports/run_experiment.ts";
