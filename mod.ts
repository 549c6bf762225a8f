/**
 * xorlab: reproducible experiments on the smallest neural nets.
 *
 * `core` trains nets, the same to the last bit on every engine; `experiments` turns a question into runs, tables and
 * verdicts; `reports` draws them. README.md has a net in five lines and a whole experiment.
 *
 * @module
 */

// One net: from a config to its answer
export {
  type EngineName,
  type LayerConfig,
  parseConfig,
  type ResolvedConfig,
  type TrainConfig,
} from "./core/config.ts";
export { type Dataset, datasetOf, FUNCTIONS_OF_TWO, type NamedData } from "./core/datasets.ts";
export { InputError } from "./core/reading.ts";
export { type Checkpoint, type TrainAnswer, trainNetwork } from "./core/train.ts";

// What a config names: tables of entries, each written once over any arithmetic
export { type Activation, type ActivationName, ACTIVATIONS } from "./core/activations.ts";
export { type Initializer, type InitializerName, INITIALIZERS } from "./core/initializers.ts";
export { type Loss, LOSSES, type LossName } from "./core/losses.ts";
export { type Optimizer, type OptimizerName, OPTIMIZERS } from "./core/optimizers.ts";
export type { Fans } from "./core/initializers.ts";
export type { Step } from "./core/optimizers.ts";
export type { Choice, ChoiceOf, EntryTable, NoSettings, Setting, SettingsOf, SettingValues } from "./core/settings.ts";
export type { Arithmetic, Basics, Elementary } from "./core/arithmetic.ts";
export { NUMBERS } from "./core/elementary.ts";
export { type Orders, permutation } from "./core/orders.ts";
export { type State, type Stream, stream, xoshiro128 } from "./core/random.ts";

// What is trained, and what came of it
export type { BoundActivation } from "./core/activations.ts";
export type { Example } from "./core/backprop.ts";
export type { BoundLoss } from "./core/losses.ts";
export type { Layer, LayerParameters, Network } from "./core/network.ts";
export type { BoundOptimizer } from "./core/optimizers.ts";
export type { Snapshot, Trained, Training } from "./core/training.ts";

// Experiments: a question as a value, its runs, its tables
export { CATALOG } from "./experiments/catalog.ts";
export {
  type CurveRow,
  type DeepPartial,
  defineExperiment,
  defineTable,
  type Experiment,
  type ExperimentOf,
  type Factor,
  type Factors,
  type FurtherTable,
  type FurtherTables,
  type LevelOf,
  type LevelsOf,
  type Outcome,
  type PartialConfig,
  type RunRow,
  type TablesOf,
  type Where,
} from "./experiments/experiment.ts";
export { type Cell, type Plan, planOf, type Run, type Settings, SUITE_SEED } from "./experiments/plan.ts";
export {
  type Column,
  type Columns,
  CURVE_COLUMNS,
  type FixedColumn,
  type OutputColumn,
  type Row,
  type RowOf,
  RUN_COLUMNS,
} from "./experiments/columns.ts";
export type { Schema, Table } from "./experiments/records.ts";

// Claims: kinds of sentences that code judges
export type { Claim, Judged } from "./experiments/claims.ts";
export type { Arms } from "./experiments/claims/arms.ts";
export type { DifferenceClaim, EquivalenceClaim } from "./experiments/claims/difference.ts";
export type { ExactClaim } from "./experiments/claims/exact.ts";
export type { ClaimBase, Wording } from "./experiments/claims/kind.ts";
export type { MedianClaim } from "./experiments/claims/median.ts";
export type { RatioClaim } from "./experiments/claims/ratio.ts";
export type { ShareClaim } from "./experiments/claims/share.ts";
export type { SlopeClaim } from "./experiments/claims/slope.ts";
export type { SoonerClaim } from "./experiments/claims/sooner.ts";
/** Intervals, paired comparisons, curves and verdicts. */
export * as statistics from "./experiments/statistics.ts";
export type { Verdict } from "./experiments/statistics.ts";

// Charts and pages
export type {
  ColumnOf,
  CurveMetric,
  CurvesView,
  DiagramView,
  FactorOf,
  FieldView,
  HeatView,
  LinesView,
  OutputsView,
  RatesView,
  RunsView,
  SolvedView,
  SurfaceView,
  TableView,
  View,
  ViewBase,
} from "./experiments/views.ts";
export type { Report } from "./reports/report.ts";
export { runExperiment, type RunOptions } from "./reports/run_experiment.ts";
