/** Computes the tables of an experiment from its outcomes. */
import { NUMBERS } from "../core/arithmetic/elementary.ts";
import type { ResolvedConfig } from "../core/config/config.ts";
import { datasetOf } from "../core/components/datasets.ts";
import { LOSSES } from "../core/components/losses.ts";
import { meanSquaredError, outputsOf, trainingLoss } from "../core/train_network.ts";
import { stepsPerEpoch, type Training } from "../core/training.ts";
import { CURVE_COLUMNS, factorColumn, OUTPUT_PREFIX, type Row, rowLabels, RUN_COLUMNS } from "./define/columns.ts";
import type { Outcome } from "./define/run.ts";
import {
  CLAIMS_SCHEMA,
  type EarlierTables,
  type FurtherTable,
  type FurtherTables,
  type Schema,
  type Table,
} from "./define/tables.ts";
import type { Experiment } from "./experiment.ts";
import type { Plan } from "./plan.ts";
import { mean } from "./statistics/least_squares.ts";

/** The schemas of all tables of a plan except claims; known before anything is trained. */
export function schemasOf(plan: Plan): Schema[] {
  return Object.entries(definitionsOf(plan)).map(([name, definition]) => schemaOf(name, definition));
}

/**
 * The tables of a plan except claims, from its outcomes: all of them, or those named.
 *
 * Throws a RangeError if a table reads one that is not listed before it, or if two of its rows have the same key.
 */
export function tablesOf(
  plan: Plan,
  outcomes: readonly Outcome[],
  isWanted: (name: string) => boolean = () => true,
): Table[] {
  const definitions = Object.entries(definitionsOf(plan));
  const computed = new Map<unknown, readonly Row[]>();
  const rowsOf = (place: number): readonly Row[] => {
    const [name, definition] = definitions[place]!;
    const known = computed.get(definition);
    if (known) return known;
    const earlier = (table: unknown): readonly Row[] => {
      const earlierPlace = definitions.findIndex(([, each]) => each === table);
      if (earlierPlace >= 0 && earlierPlace < place) return rowsOf(earlierPlace);
      throw new RangeError(`Cannot compute table "${name}": it reads a table that is not listed before it`);
    };
    const rows = definition.rows(outcomes, earlier as EarlierTables) as readonly Row[];
    computed.set(definition, rows);
    checkKey({ ...schemaOf(name, definition), rows });
    return rows;
  };
  return definitions.flatMap(([name, definition], place) =>
    isWanted(name) ? [{ ...schemaOf(name, definition), rows: rowsOf(place) }] : []
  );
}

/** The key columns of all tables of an experiment, claims included, by table. */
export function keysOf(
  { factors, tables }: Pick<Experiment, "tables"> & { readonly factors: Readonly<Record<string, unknown>> },
): Readonly<Record<string, readonly string[]>> {
  const runs = [...Object.keys(factors), "replicate"];
  const further = Object.entries(tables).map(([name, { key = [] }]) => [name, key]);
  return { runs, curves: [...runs, "epoch"], claims: CLAIMS_SCHEMA.key, ...Object.fromEntries(further) };
}

/** The definitions of all tables of a plan except claims, by name and in order. */
export function definitionsOf(plan: Plan): FurtherTables {
  const { experiment } = plan;
  const { factors, curveReplicates, tables } = experiment;
  const factorColumns = Object.entries(factors).map(([name, { meaning }]) => [name, factorColumn(meaning)]);
  const labels = new Set(plan.cellRuns.flatMap(({ config }) => outputColumnsOf(config)));
  const outputColumns = [...labels].map((label) => {
    return [label, {
      type: "number",
      meaning: `the net's output y for the row ${label.slice(OUTPUT_PREFIX.length)} at the end`,
    }];
  });
  const keys = keysOf(experiment);
  const first = curveReplicates === 1 ? "start" : `${curveReplicates} starts`;
  return {
    runs: {
      meaning: "one row per run",
      columns: Object.fromEntries([...factorColumns, ...Object.entries(RUN_COLUMNS), ...outputColumns]),
      key: keys.runs!,
      needs: "run",
      rows: (outcomes) => outcomes.map(runRow),
    },
    curves: {
      meaning: `the learning curves of the first ${first} of each setting`,
      columns: Object.fromEntries([...factorColumns, ...Object.entries(CURVE_COLUMNS)]),
      key: keys.curves!,
      needs: "run",
      rows: (outcomes) => outcomes.filter(({ run }) => run.replicate < curveReplicates).flatMap(curveRows),
    },
    ...tables,
  };
}

/** The schema of a table of this name. */
export function schemaOf(name: string, { meaning, columns, key = [] }: FurtherTable): Schema {
  return { name, meaning, columns, key };
}

/** Keys of a table that are checked: more of them would fill the memory. */
const MAX_KEYS = 1_000_000;

/**
 * Throws a RangeError if two rows of a table have the same key.
 *
 * `known` are the keys of `before` rows that come first, to which those of these rows are added.
 */
export function checkKey({ name, key, rows }: Table, known = new Map<string, number>(), before = 0): void {
  if (key.length === 0) return;
  rows.forEach((row, i) => {
    if (known.size === MAX_KEYS) return;
    const values = JSON.stringify(key.map((column) => row[column]));
    const other = known.get(values);
    if (other !== undefined) {
      throw new RangeError(
        `Cannot compute table "${name}": its key ${key.join(", ")} is the same in rows ${other + 2} and ${
          before + i + 2
        }`,
      );
    }
    known.set(values, before + i);
  });
}

const outputColumns = new WeakMap<readonly unknown[], readonly string[]>();

/** The names of the columns with the outputs of a run. */
function outputColumnsOf({ data }: Pick<ResolvedConfig, "data">): readonly string[] {
  const { targets } = datasetOf(data);
  const known = outputColumns.get(targets);
  if (known) return known;
  const width = [targets[0]!].flat().length;
  const columns = rowLabels(targets.length).flatMap((label) => {
    const column = `${OUTPUT_PREFIX}${label}`;
    return width === 1 ? [column] : Array.from({ length: width }, (_, unit) => `${column}_${unit}`);
  });
  outputColumns.set(targets, columns);
  return columns;
}

/** The row of a run in the table `runs`. */
export function runRow({ run, training, trained }: Outcome): Row {
  const { status, solved, solvedEpoch, steps, snapshots } = trained;
  const row = {
    ...run.levels,
    replicate: run.replicate,
    status,
    solved,
    solved_epoch: solvedEpoch,
    epochs: steps / stepsPerEpoch(training),
  };
  if (status === "diverged") return row;
  const { outputs, predictions, errors } = evaluate(training, snapshots.at(-1)!.parameters);
  const columns = outputColumnsOf(run.config);
  const withOutputs: Record<string, number | string | boolean | undefined> = {
    ...row,
    ...errors,
    cross_entropy: crossEntropy(predictions),
    accuracy: mean(predictions.map(([y, d]) => (y >= 0.5) === (d >= 0.5) ? 1 : 0)),
  };
  let place = 0;
  for (const ofRow of outputs) for (const y of ofRow) withOutputs[columns[place++]!] = finite(y);
  return withOutputs;
}

function curveRows({ run, training, trained }: Outcome): Row[] {
  return trained.snapshots.map(({ step, parameters }) => {
    const { errors } = evaluate(training, parameters);
    return { ...run.levels, replicate: run.replicate, epoch: step / stepsPerEpoch(training), ...errors };
  });
}

/** A probability y and its target d. */
type Prediction = readonly [y: number, d: number];

function evaluate(training: Training, parameters: readonly number[]) {
  const { loss, rows } = training;
  const outputs = outputsOf(training, parameters);
  const predictions = outputs.flatMap((ofRow, r) =>
    ofRow.map((y, unit): Prediction => [loss.probability(NUMBERS, y), rows[r]!.targets[unit]!])
  );
  const errors = {
    training_loss: finite(trainingLoss(training, outputs)),
    mean_squared_error: finite(meanSquaredError(training, outputs)),
    max_error: finite(predictions.reduce((largest, [y, d]) => NUMBERS.max(largest, Math.abs(y - d)), 0)),
  };
  return { outputs, predictions, errors };
}

function crossEntropy(predictions: readonly Prediction[]): number | undefined {
  if (!predictions.every(([y]) => y >= 0 && y <= 1)) return undefined;
  return finite(mean(predictions.map(([y, d]) => LOSSES.crossEntropy.value(NUMBERS, y, d, {}))));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
