/** Recomputes the tables of a stored result from a sample of its runs, as far as the sample determines them. */
import { InputError } from "../core/input/input_error.ts";
import { prepare } from "../core/train_network.ts";
import { stepsPerEpoch, type Trained, type Training } from "../core/training.ts";
import type { Row } from "./define/columns.ts";
import type { Outcome, Run } from "./define/run.ts";
import type { EarlierTables, FurtherTable, Schema } from "./define/tables.ts";
import type { Plan } from "./plan.ts";
import { definitionsOf, schemaOf } from "./records.ts";

/** The rows that a sample determines of a table. */
export type SampledTable =
  & Schema
  & (
    /** All rows; `usesStoredRuns`: given what runs.csv says of runs that were not drawn. */
    | { readonly extent: "all"; readonly rows: readonly Row[]; readonly usesStoredRuns: boolean }
    /** The rows of some runs. */
    | { readonly extent: "groups"; readonly groups: readonly RowGroup[]; readonly groupColumns: readonly string[] }
    | { readonly extent: "none" }
  );

/** The rows of a table that belong to the same runs, consecutive or not. */
export interface RowGroup {
  /** The runs, of which at least one was drawn; undrawn ones have no part in the rows. */
  readonly runs: readonly Run[];
  /** The values of the group columns. */
  readonly key: Row;
  readonly rows: readonly Row[];
}

/** The outcomes of a plan's runs, in order: those of the sample, and stand-ins that know only what runs.csv says. */
interface Outcomes {
  readonly all: readonly Outcome[];
  readonly drawn: ReadonlyMap<Run, Outcome>;
  /** Calls `act`; returns its result, or undefined if it needs parameters of a run that was not drawn. */
  readonly attempt: <V>(act: () => V) => { readonly value: V; readonly usesStoredRuns: boolean } | undefined;
}

/** Thrown on access to the parameters of a run that was not drawn. */
class RunNotDrawn extends Error {}

/**
 * The tables of a plan except claims; `storedRuns` are the rows of its runs.csv, with the right keys.
 *
 * A further table may need no runs, only their starts, only what runs.csv says of them, or the parameters of some of
 * them: this shows when its rows are computed. Throws an InputError if a stored row cannot be that of a training.
 */
export function sampledTables(
  plan: Plan,
  drawn: ReadonlyMap<Run, Outcome>,
  storedRuns: readonly Row[],
): SampledTable[] {
  const outcomes = outcomesOf(plan, drawn, storedRuns);
  const known = new Map<unknown, { readonly value: readonly Row[]; readonly usesStoredRuns: boolean }>();
  let readsStoredTable = false;
  const earlier = (table: unknown): readonly Row[] => {
    const rows = known.get(table);
    if (!rows) throw new RunNotDrawn();
    readsStoredTable ||= rows.usesStoredRuns;
    return rows.value;
  };
  return Object.entries(definitionsOf(plan)).map(([name, definition]): SampledTable => {
    const schema = schemaOf(name, definition);
    readsStoredTable = false;
    // the stand-ins come from the tables of runs themselves, which therefore cannot be checked against them
    const all = Object.hasOwn(plan.experiment.tables, name)
      ? outcomes.attempt(() => definition.rows(outcomes.all, earlier as EarlierTables) as readonly Row[])
      : undefined;
    if (!all) return { ...schema, ...groupsOf(plan, outcomes, definition) };
    const usesStoredRuns = all.usesStoredRuns || readsStoredTable;
    known.set(definition, { ...all, usesStoredRuns });
    return { ...schema, extent: "all", rows: all.value, usesStoredRuns };
  });
}

function outcomesOf({ runs }: Plan, drawn: ReadonlyMap<Run, Outcome>, storedRuns: readonly Row[]): Outcomes {
  let reads = 0;
  const all = runs.map((run, i) => {
    checkStoredRun(run, storedRuns[i]!, i + 2);
    return drawn.get(run) ?? storedOutcome(run, storedRuns[i]!, () => reads++);
  });
  const attempt = <V>(act: () => V) => {
    const before = reads;
    try {
      return { value: act(), usesStoredRuns: reads > before };
    } catch (error) {
      if (!(error instanceof RunNotDrawn)) throw error;
    }
  };
  return { all, drawn, attempt };
}

/** Throws an InputError if no training can have this row. */
function checkStoredRun({ config }: Run, row: Row, rowNumber: number): void {
  const fault = (column: string, rule: string) =>
    new InputError({ file: "runs.csv", row: rowNumber, column, rule, value: row[column] ?? "" });
  const { status, solved, solved_epoch: solvedEpoch } = row;
  const epochs = Number(row.epochs);
  const most = config.epochs ?? Infinity;
  if (!(epochs >= 0 && epochs <= most)) throw fault("epochs", `must be from 0 to ${most}`);
  if (solved === true && status !== "finished") throw fault("solved", "must be false where a run diverged");
  if (solved !== (solvedEpoch !== undefined)) throw fault("solved_epoch", "must be empty just where solved is false");
  const isReached = solvedEpoch === undefined || (Number(solvedEpoch) >= 0 && Number(solvedEpoch) <= epochs);
  if (!isReached) throw fault("solved_epoch", `must be from 0 to ${epochs}, the epochs run`);
}

/** A stand-in for the outcome of a run that was not drawn; `onRead` is called whenever a row of runs.csv is used. */
function storedOutcome(run: Run, row: Row, onRead: () => void): Outcome {
  let training: Training | undefined;
  let trained: Trained | undefined;
  return {
    run,
    get training() {
      return training ??= prepare(run.config);
    },
    get trained() {
      onRead();
      return trained ??= storedTrained(this.training, row);
    },
  };
}

function storedTrained(training: Training, row: Row): Trained {
  const steps = Math.round(Number(row.epochs) * stepsPerEpoch(training));
  const reached = training.checkpoints.filter((step) => step <= steps);
  const endsEarly = reached.length < training.checkpoints.length && reached.at(-1) !== steps;
  return {
    status: row.status === "diverged" ? "diverged" : "finished",
    solved: row.solved === true,
    solvedEpoch: row.solved_epoch as number | undefined,
    steps,
    snapshots: [...reached, ...endsEarly ? [steps] : []].map((step) => ({
      step,
      get parameters(): never {
        throw new RunNotDrawn();
      },
    })),
  };
}

/**
 * The rows of a table that belong to drawn runs, if the rows identify their runs.
 *
 * The table must have the column `replicate`. Runs form a group if they agree in it and in the factors among the
 * columns; no row of a group may depend on another group.
 */
function groupsOf(
  { experiment, runs }: Plan,
  { all, drawn, attempt }: Outcomes,
  { columns, rows }: FurtherTable,
): { readonly extent: "none" } | Pick<SampledTable & { extent: "groups" }, "extent" | "groups" | "groupColumns"> {
  if (!Object.hasOwn(columns, "replicate")) return { extent: "none" };
  const groupColumns = [...Object.keys(experiment.factors).filter((name) => Object.hasOwn(columns, name)), "replicate"];
  const keyOf = ({ levels, replicate }: Run) => JSON.stringify(groupColumns.map((name) => levels[name] ?? replicate));
  const wanted = new Set([...drawn.keys()].map(keyOf));
  const grouped = Map.groupBy(all.filter(({ run }) => wanted.has(keyOf(run))), ({ run }) => keyOf(run));
  const noTables: EarlierTables = () => {
    throw new RunNotDrawn();
  };
  const compute = (outcomes: readonly Outcome[]) => rows(outcomes, noTables) as readonly Row[];
  const groups: RowGroup[] = [];
  for (const outcomes of grouped.values()) {
    const rows = attempt(() => compute(outcomes))?.value;
    if (!rows) continue;
    const { levels, replicate } = outcomes[0]!.run;
    const key = Object.fromEntries(groupColumns.map((name) => [name, levels[name] ?? replicate]));
    const areOwn = rows.every((row) => groupColumns.every((name) => row[name] === key[name]));
    // no replicate has a number as large as the number of runs
    const twins = outcomes.map((outcome) => withReplicate(outcome, runs.length));
    const isIndependent = attempt(() => areUnchanged(rows, compute, outcomes, twins))?.value;
    if (!areOwn || !isIndependent) return { extent: "none" };
    groups.push({ runs: outcomes.map(({ run }) => run), key, rows });
  }
  return groups.length > 0 ? { extent: "groups", groups, groupColumns } : { extent: "none" };
}

/** Whether the rows of runs stay the same, and twins have the same rows or none, where the runs are beside their twins. */
function areUnchanged(
  rows: readonly Row[],
  compute: (outcomes: readonly Outcome[]) => readonly Row[],
  outcomes: readonly Outcome[],
  twins: readonly Outcome[],
): boolean {
  const textOf = (list: readonly Row[]) => JSON.stringify(list.map((row) => ({ ...row, replicate: 0 })));
  const expected = textOf(rows);
  const { replicate } = outcomes[0]!.run;
  return [[...outcomes, ...twins], [...twins, ...outcomes]].every((both) => {
    const byReplicate = Map.groupBy(compute(both.sort((a, b) => a.run.cell - b.run.cell)), (row) => row.replicate);
    const own = byReplicate.get(replicate) ?? [];
    const others = byReplicate.get(twins[0]!.run.replicate) ?? [];
    return textOf(own) === expected && (others.length === 0 || textOf(others) === expected);
  });
}

/** The same outcome as another replicate. */
function withReplicate(outcome: Outcome, replicate: number): Outcome {
  return {
    run: { ...outcome.run, replicate },
    get training() {
      return outcome.training;
    },
    get trained() {
      return outcome.trained;
    },
  };
}
