/**
 * xorlab: reproducible experiments on the smallest neural nets.
 *
 * Nets: `trainNetwork` and `trainNetworks`, the same to the last bit on every engine. Experiments: `defineExperiment`,
 * `runExperiment` and the suite's own, `CATALOG`. Results: `readReport` reads one back, `specsOf` draws its charts.
 * README.md has a net in five lines and a whole experiment. `./core` has the nets alone, for any JavaScript.
 *
 * @module
 */

// One net: from a config to its result
export type { EngineName, LayerConfig, ResolvedConfig, TrainConfig } from "./core/config/config.ts";
export { parseConfig } from "./core/config/parse_config.ts";
export {
  type Dataset,
  datasetOf,
  type DataTable,
  FUNCTIONS_OF_TWO,
  type NamedData,
} from "./core/components/datasets.ts";
export { type GeneratedData, POINT_SETS, type PointSet, type PointSetName } from "./core/components/point_sets.ts";
export type { Expected, ExpectedNumber } from "./core/input/expected.ts";
export { type Action, type Fault, InputError, type Location } from "./core/input/input_error.ts";
export { type Checkpoint, type Evaluation, trainNetwork, type TrainResult } from "./core/train_network.ts";

// Many nets, with the fast engine
export { startTraining, trainNetworks, type TrainNetworksOptions } from "./core/train_networks.ts";
export type { LiveRun, LiveTraining } from "./core/engine/live_training.ts";
export type { CheckState, PausedRun } from "./core/training.ts";

// What a config names: tables of entries, each written once over any arithmetic
export { type Activation, type ActivationName, ACTIVATIONS } from "./core/components/activations.ts";
export { type Initializer, type InitializerName, INITIALIZERS } from "./core/components/initializers.ts";
export { type Loss, LOSSES, type LossName } from "./core/components/losses.ts";
export type { Optimizer } from "./core/components/optimizer_entry.ts";
export { type OptimizerChoice, type OptimizerName, OPTIMIZERS } from "./core/components/optimizers.ts";
export { type Schedule, type ScheduleName, SCHEDULES } from "./core/components/schedules.ts";
export type { Fans } from "./core/components/initializers.ts";
export type { OptimizerState, StateField, StateFields, TrainingState } from "./core/components/optimizer_state.ts";
export type {
  Choice,
  ChoiceOf,
  EntryTable,
  NoSettings,
  Setting,
  SettingsOf,
  SettingValues,
} from "./core/components/settings.ts";
export type { JsonSchema } from "./core/input/json_schema.ts";
export type { Arithmetic, Basics, Elementary } from "./core/arithmetic/arithmetic.ts";
export { NUMBERS } from "./core/arithmetic/elementary.ts";

// Prepared trainings and their results
export type { Layer, LayerParameters, Network } from "./core/network.ts";
export type { Snapshot, Trained, Training } from "./core/training.ts";

// Explanations and checks of the learning rule
export { renderWorked as renderTrace, type WorkedStep, workUpdate as trace } from "./core/worked/work_update.ts";
export type { DeltaSymbol, Quantity } from "./core/worked/quantity.ts";
export { checkGradients, type GradientCase, type GradientErrors, type GradientRow } from "./core/gradient_check.ts";

// Experiments: their definition, runs and tables
export { CATALOG } from "./experiments/catalog.ts";
export { defineExperiment, type Experiment, type ExperimentOf } from "./experiments/experiment.ts";
export type {
  DeepPartial,
  Factor,
  Factors,
  LevelOf,
  LevelsOf,
  PartialConfig,
  Where,
} from "./experiments/define/factors.ts";
export type { Content, StoredTable } from "./experiments/define/stored.ts";
export type { ColumnTable, ColumnValues } from "./experiments/claims/column_table.ts";
export type { Outcome, Run } from "./experiments/define/run.ts";
export {
  type CurveRow,
  defineTable,
  type EarlierTables,
  type FurtherTable,
  type FurtherTables,
  type RunRow,
  type Schema,
  type Table,
  type TableNeeds,
  type TablesOf,
} from "./experiments/define/tables.ts";
export {
  type Column,
  type Columns,
  CURVE_COLUMNS,
  type FixedColumn,
  type OutputColumn,
  type Row,
  type RowOf,
  RUN_COLUMNS,
} from "./experiments/define/columns.ts";
export {
  type Cell,
  type CellRuns,
  type Plan,
  type PlannedCell,
  planOf,
  runsOf,
  type Settings,
  SUITE_SEED,
} from "./experiments/plan.ts";

// Claims: sentences that code judges
export type { JudgedClaim } from "./experiments/claims/claims.ts";
export type {
  Arm,
  Claim,
  ClaimBase,
  ClaimOf,
  DifferenceClaim,
  EffortClaim,
  ExactClaim,
  MedianClaim,
  ProofClaim,
  ProportionClaim,
  RatioClaim,
  Region,
  Rule,
  SoonerClaim,
  Wording,
} from "./experiments/claims/claim.ts";
export type {
  Bound,
  ColumnTest,
  Condition,
  NumberColumn,
  NumberTest,
  TextColumn,
  WordTest,
} from "./experiments/claims/condition.ts";
export type { Headline } from "./experiments/claims/sentence.ts";
export type { Sentence } from "./experiments/claims/sentence.ts";
export type { Reason } from "./experiments/claims/sentence.ts";
export type { Category } from "./experiments/claims/kind.ts";
export { type Reference, type ReferenceKey, REFERENCES } from "./experiments/references.ts";
export { sealOf } from "./experiments/claims/seal.ts";
/** Intervals, paired comparisons, curves and verdicts. */
export * as statistics from "./experiments/statistics/statistics.ts";
export type { Verdict } from "./experiments/statistics/statistics.ts";

// Charts and pages
export type {
  ColumnOf,
  CurveMetric,
  CurvesView,
  DiagramView,
  DotsView,
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
} from "./experiments/define/view.ts";
export { type ChartSpec, specsOf } from "./reports/chart_specs.ts";
export { NOTEBOOK_DISPLAY, type Report } from "./reports/experiment_report.ts";
export { readReport } from "./reports/read_report.ts";
export { runExperiment, type RunOptions } from "./reports/run_experiment.ts";
