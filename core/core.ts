/**
 * The nets alone: training, its parts and its random numbers, in any JavaScript.
 *
 * It uses no file, no clock and nothing of a runtime, so it also runs in browsers and workers. `mod.ts` exports what
 * most programs need of it, with the experiments.
 *
 * @module
 */

// One net: from a config to its result
export type { EngineName, LayerConfig, ResolvedConfig, TrainConfig } from "./config/config.ts";
export { configSchema } from "./config/config_schema.ts";
export { parseConfig } from "./config/parse_config.ts";
export { type Dataset, datasetOf, type DataTable, FUNCTIONS_OF_TWO, type NamedData } from "./components/datasets.ts";
export { type GeneratedData, POINT_SETS, type PointSet, type PointSetName } from "./components/point_sets.ts";
export type { Expected, ExpectedNumber } from "./input/expected.ts";
export { type Action, type Fault, InputError, type Location } from "./input/input_error.ts";
export { type Checkpoint, type Evaluation, trainNetwork, type TrainResult } from "./train_network.ts";

// Many nets, with the fast engine
export { startTraining, trainNetworks, type TrainNetworksOptions } from "./train_networks.ts";
export type { LiveRun, LiveTraining } from "./engine/live_training.ts";
export type { CheckState, PausedRun } from "./training.ts";

// Explanations and checks of the learning rule
export { renderWorked as renderTrace, type WorkedStep, workUpdate as trace } from "./worked/work_update.ts";
export type { DeltaSymbol, Quantity } from "./worked/quantity.ts";
export { checkGradients, type GradientCase, type GradientErrors, type GradientRow } from "./gradient_check.ts";

// What a config names: tables of entries, each written once over any arithmetic
export { type Activation, type ActivationName, ACTIVATIONS } from "./components/activations.ts";
export { type Fans, type Initializer, type InitializerName, INITIALIZERS } from "./components/initializers.ts";
export { type Loss, LOSSES, type LossName } from "./components/losses.ts";
export type { Optimizer } from "./components/optimizer_entry.ts";
export { type OptimizerChoice, type OptimizerName, OPTIMIZERS } from "./components/optimizers.ts";
export { type Schedule, type ScheduleName, SCHEDULES } from "./components/schedules.ts";
export type { OptimizerState, StateField, StateFields, TrainingState } from "./components/optimizer_state.ts";
export type {
  Choice,
  ChoiceOf,
  EntryTable,
  NoSettings,
  Setting,
  SettingsOf,
  SettingValues,
} from "./components/settings.ts";
export type { JsonSchema } from "./input/json_schema.ts";
export type { Arithmetic, Basics, Elementary } from "./arithmetic/arithmetic.ts";
export { NUMBERS } from "./arithmetic/elementary.ts";

// Prepared trainings and their results
export type { BoundActivation } from "./components/activations.ts";
export type { BoundLoss } from "./components/losses.ts";
export type { BoundOptimizer, EpochTransition } from "./components/optimizers.ts";
export type { Example, Objective } from "./backprop.ts";
export type { Layer, LayerParameters, Network } from "./network.ts";
export type { Snapshot, Trained, Training } from "./training.ts";

// Random numbers
export { type Orders, permutation } from "./orders.ts";
export { type Stream, stream, type StreamState, xoshiro128 } from "./random.ts";
