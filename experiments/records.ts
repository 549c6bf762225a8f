/** From outcomes to the rows of the tables. */
import { tableOf } from "../core/config/config.ts";
import { NUMBERS } from "../core/arithmetic/elementary.ts";
import { LOSSES } from "../core/components/losses.ts";
import { answersOf, meanSquaredError, trainingLoss } from "../core/train_network.ts";
import { stepsPerEpoch, type Training } from "../core/training.ts";
import { type Columns, CURVE_COLUMNS, factorColumn, outputColumn, type Row, RUN_COLUMNS } from "./define/columns.ts";
import type { Outcome, Tables } from "./experiment.ts";
import type { Plan, Run } from "./plan.ts";

/** A table's name and columns, without its rows. */
export interface Schema {
  /** `<name>.csv` holds it. */
  readonly name: string;
  /** What a row is, in a few words. */
  readonly meaning: string;
  /** Its columns, in their order. */
  readonly columns: Columns;
}

/** A table. */
export interface Table extends Schema {
  /** One value a column. */
  readonly rows: readonly Row[];
}

/** The tables that a plan leads to, claims apart: known before anything is trained. */
export function schemasOf({ experiment, runs }: Plan): Schema[] {
  const factors = Object.entries(experiment.factors).map(([name, { meaning }]) => [name, factorColumn(meaning)]);
  const labels = new Set(runs.filter(({ replicate }) => replicate === 0).flatMap(outputLabels));
  const outputs = [...labels].map((label) => [`output_${label}`, outputColumn(label)]);
  return [
    {
      name: "runs",
      meaning: "one row a run",
      columns: Object.fromEntries([...factors, ...Object.entries(RUN_COLUMNS), ...outputs]),
    },
    {
      name: "curves",
      meaning: `the learning curves of the first ${
        experiment.curves === 1 ? "replicate" : `${experiment.curves} replicates`
      } of each cell`,
      columns: Object.fromEntries([...factors, ...Object.entries(CURVE_COLUMNS)]),
    },
    ...Object.entries(experiment.tables).map(([name, { meaning, columns }]) => ({ name, meaning, columns })),
  ];
}

/** The rows of tables, by table. */
export function rowsByTable(tables: readonly Table[]): Tables {
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));
}

/** All tables of a plan, claims apart, from its outcomes. */
export function tablesOf(plan: Plan, outcomes: readonly Outcome[]): Table[] {
  const rowsOf = (name: string): readonly Row[] => {
    if (name === "runs") return outcomes.map(runRow);
    if (name === "curves") return outcomes.flatMap((outcome) => curveRows(plan, outcome));
    return plan.experiment.tables[name]!.rows(outcomes) as readonly Row[];
  };
  return schemasOf(plan).map((schema) => ({ ...schema, rows: rowsOf(schema.name) }));
}

/** What the rows of a data set are called: the row's number in binary where they are a truth table's. */
export function rowLabels(rows: number): string[] {
  const digits = 31 - Math.clz32(rows), truthTable = rows > 1 && rows === 1 << digits;
  return Array.from({ length: rows }, (_, row) => truthTable ? row.toString(2).padStart(digits, "0") : String(row));
}

function outputLabels({ config }: Run): string[] {
  const { targets } = tableOf(config.data), width = [targets[0]!].flat().length;
  return rowLabels(targets.length).flatMap((label) =>
    width === 1 ? [label] : Array.from({ length: width }, (_, unit) => `${label}_${unit}`)
  );
}

/** The row of a run in the table `runs`. */
export function runRow({ run, training, trained }: Outcome): Row {
  const { status, solved, solvedEpoch, steps, snapshots } = trained;
  const known = { ...run.levels, replicate: run.replicate, status, solved, solved_epoch: solvedEpoch };
  const ran = { ...known, epochs: steps / stepsPerEpoch(training) };
  if (status === "diverged") return ran;
  const answers = answersOf(training, snapshots.at(-1)!.parameters), all = pairs(training, answers);
  const labels = outputLabels(run), outputs = answers.flat().map((y, i) => [`output_${labels[i]!}`, finite(y)]);
  return {
    ...ran,
    ...measures(training, answers, all),
    cross_entropy: crossEntropy(all),
    accuracy: mean(all.map(([y, d]) => (y >= 0.5) === (d >= 0.5) ? 1 : 0)),
    ...Object.fromEntries(outputs),
  };
}

function curveRows({ experiment }: Plan, { run, training, trained }: Outcome): Row[] {
  if (run.replicate >= experiment.curves) return [];
  return trained.snapshots.map(({ step, parameters }) => {
    const answers = answersOf(training, parameters), epoch = step / stepsPerEpoch(training);
    return {
      ...run.levels,
      replicate: run.replicate,
      epoch,
      ...measures(training, answers, pairs(training, answers)),
    };
  });
}

/** A probability y and its target d. */
type Pair = readonly [y: number, d: number];

function measures(training: Training, answers: readonly (readonly number[])[], all: readonly Pair[]) {
  return {
    training_loss: finite(trainingLoss(training, answers)),
    mean_squared_error: finite(meanSquaredError(training, answers)),
    max_error: finite(all.reduce((worst, [y, d]) => NUMBERS.max(worst, Math.abs(y - d)), 0)),
  };
}

/** Every probability y beside its target d. */
function pairs({ loss, rows }: Training, answers: readonly (readonly number[])[]): Pair[] {
  return answers.flatMap((outputs, r) =>
    outputs.map((y, unit): Pair => [loss.probability(NUMBERS, y), rows[r]!.targets[unit]!])
  );
}

function crossEntropy(all: readonly Pair[]): number | undefined {
  if (!all.every(([y]) => y >= 0 && y <= 1)) return undefined;
  return finite(mean(all.map(([y, d]) => LOSSES.crossEntropy.value(NUMBERS, y, d, {}))));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
