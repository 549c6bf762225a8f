/** Recomputes the tables of a stored result from a sample of its runs, as far as the sample determines them. */
import { InputError } from "../core/input/input_error.ts";
import { prepare } from "../core/train_network.ts";
import { stepsPerEpoch, type Trained, type Training } from "../core/training.ts";
import type { Row } from "./define/columns.ts";
import type { Outcome, Run } from "./define/run.ts";
import type { EarlierTables, FurtherTable, Schema } from "./define/tables.ts";
import { columnOf, type ColumnTable, numbersOf, rowAt, valueAt } from "./claims/column_table.ts";
import { type Plan, runAt } from "./plan.ts";
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
  /** The indices of the runs, of which at least one was drawn; undrawn ones have no part in the rows. */
  readonly runs: readonly number[];
  /** The values of the group columns. */
  readonly key: Row;
  readonly rows: readonly Row[];
}

/** The outcomes of a plan's runs: those of the sample, and stand-ins that know only what runs.csv says. */
interface Outcomes {
  /** Those of all runs, in order; reading any of them fails where they are too many. */
  readonly all: () => readonly Outcome[];
  readonly at: (index: number) => Outcome;
  readonly drawn: ReadonlyMap<number, Outcome>;
  /** Calls `act`; returns its result, or undefined if it needs parameters of a run that was not drawn. */
  readonly attempt: <V>(act: () => V) => { readonly value: V; readonly usesStoredRuns: boolean } | undefined;
}

/** Thrown on access to the parameters of a run that was not drawn. */
class RunNotDrawn extends Error {}

/** Upper bound on the runs that have stand-ins at the same time. */
const MAX_STAND_INS = 400_000;

/**
 * The tables of a plan except claims; `storedRuns` is its runs.csv, with the right keys. Drawn outcomes are by index.
 *
 * A further table may need no runs, only their starts, only what runs.csv says of them, or the parameters of some of
 * them: this shows when its rows are computed. Throws an InputError if a stored row cannot be that of a training.
 */
export function sampledTables(
  plan: Plan,
  drawn: ReadonlyMap<number, Outcome>,
  storedRuns: ColumnTable,
): SampledTable[] {
  checkStoredRuns(plan, storedRuns);
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
      ? outcomes.attempt(() => definition.rows(outcomes.all(), earlier as EarlierTables) as readonly Row[])
      : undefined;
    if (!all) return { ...schema, ...groupsOf(plan, outcomes, definition) };
    const usesStoredRuns = all.usesStoredRuns || readsStoredTable;
    known.set(definition, { ...all, usesStoredRuns });
    return { ...schema, extent: "all", rows: all.value, usesStoredRuns };
  });
}

function outcomesOf(plan: Plan, drawn: ReadonlyMap<number, Outcome>, storedRuns: ColumnTable): Outcomes {
  let reads = 0;
  const at = (index: number) =>
    drawn.get(index) ?? storedOutcome(runAt(plan, index), () => rowAt(storedRuns, index), () => reads++);
  let known: readonly Outcome[] | undefined;
  const all = () =>
    known ??= plan.runCount > MAX_STAND_INS ? unreadable() : Array.from({ length: plan.runCount }, (_, i) => at(i));
  const attempt = <V>(act: () => V) => {
    const before = reads;
    try {
      return { value: act(), usesStoredRuns: reads > before };
    } catch (error) {
      if (!(error instanceof RunNotDrawn)) throw error;
    }
  };
  return { all, at, drawn, attempt };
}

/** A list that throws a RunNotDrawn as soon as anything is read of it. */
function unreadable(): readonly Outcome[] {
  return new Proxy([], {
    get: () => {
      throw new RunNotDrawn();
    },
  });
}

/** Throws an InputError if no training can have a row. */
function checkStoredRuns(plan: Plan, table: ColumnTable): void {
  const [solvedEpochs, allEpochs] = ["solved_epoch", "epochs"].map((name) => numbersOf(table, name));
  const [status, isSolved] = ["status", "solved"].map((name) => columnOf(table, name));
  for (const { cell, first, config } of plan.cellRuns) {
    const most = config.epochs ?? Infinity;
    const end = first + plan.cells[cell]!.replicates;
    for (let i = first; i < end; i++) {
      const fault = (column: string, rule: string) => {
        const value = valueAt(columnOf(table, column), i) ?? "";
        return new InputError({ file: "runs.csv", row: i + 2, column, rule, value });
      };
      const epochs = allEpochs![i]!;
      const solvedEpoch = solvedEpochs![i]!;
      const solved = valueAt(isSolved!, i) === true;
      if (!(epochs >= 0 && epochs <= most)) throw fault("epochs", `must be from 0 to ${most}`);
      if (solved && valueAt(status!, i) !== "finished") throw fault("solved", "must be false where a run diverged");
      if (solved === Number.isNaN(solvedEpoch)) {
        throw fault("solved_epoch", "must be empty just where solved is false");
      }
      if (solved && !(solvedEpoch >= 0 && solvedEpoch <= epochs)) {
        throw fault("solved_epoch", `must be from 0 to ${epochs}, the epochs run`);
      }
    }
  }
}

/** A stand-in for the outcome of a run that was not drawn; `onRead` is called whenever its row of runs.csv is used. */
function storedOutcome(run: Run, rowOf: () => Row, onRead: () => void): Outcome {
  let training: Training | undefined;
  let trained: Trained | undefined;
  return {
    run,
    get training() {
      return training ??= prepare(run.config);
    },
    get trained() {
      onRead();
      return trained ??= storedTrained(this.training, rowOf());
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
  plan: Plan,
  { at, drawn, attempt }: Outcomes,
  { columns, rows }: FurtherTable,
): { readonly extent: "none" } | Pick<SampledTable & { extent: "groups" }, "extent" | "groups" | "groupColumns"> {
  if (!Object.hasOwn(columns, "replicate")) return { extent: "none" };
  const { experiment, cells, cellRuns } = plan;
  const factors = Object.keys(experiment.factors).filter((name) => Object.hasOwn(columns, name));
  const groupColumns = [...factors, "replicate"];
  const keyOf = ({ levels, replicate }: Run) => JSON.stringify(groupColumns.map((name) => levels[name] ?? replicate));
  const members = new Map<string, number[]>();
  for (const { run } of drawn.values()) {
    const key = keyOf(run);
    if (members.has(key)) continue;
    const same = cellRuns.filter(({ cell }) => {
      const { levels, replicates } = cells[cell]!;
      return replicates > run.replicate && factors.every((name) => levels[name] === run.levels[name]);
    });
    members.set(key, same.map(({ first }) => first + run.replicate));
  }
  const noTables: EarlierTables = () => {
    throw new RunNotDrawn();
  };
  const compute = (outcomes: readonly Outcome[]) => rows(outcomes, noTables) as readonly Row[];
  const groups: RowGroup[] = [];
  const inOrder = [...members.values()].sort(([a], [b]) => a! - b!);
  for (const runs of inOrder) {
    const outcomes = runs.map(at);
    const rows = attempt(() => compute(outcomes))?.value;
    if (!rows) continue;
    const { levels, replicate } = outcomes[0]!.run;
    const key = Object.fromEntries(groupColumns.map((name) => [name, levels[name] ?? replicate]));
    const areOwn = rows.every((row) => groupColumns.every((name) => row[name] === key[name]));
    // no replicate has a number as large as the number of runs
    const copies = outcomes.map((outcome) => withReplicate(outcome, plan.runCount));
    const isIndependent = attempt(() => areUnchanged(rows, compute, outcomes, copies))?.value;
    if (!areOwn || !isIndependent) return { extent: "none" };
    groups.push({ runs, key, rows });
  }
  return groups.length > 0 ? { extent: "groups", groups, groupColumns } : { extent: "none" };
}

/**
 * Whether the rows of runs depend on no other runs: computed together with copies that have another replicate, they
 * stay the same, and the copies have the same rows or none.
 */
function areUnchanged(
  rows: readonly Row[],
  compute: (outcomes: readonly Outcome[]) => readonly Row[],
  outcomes: readonly Outcome[],
  copies: readonly Outcome[],
): boolean {
  const textOf = (list: readonly Row[]) => JSON.stringify(list.map((row) => ({ ...row, replicate: 0 })));
  const expected = textOf(rows);
  const { replicate } = outcomes[0]!.run;
  return [[...outcomes, ...copies], [...copies, ...outcomes]].every((both) => {
    const byReplicate = Map.groupBy(compute(both.sort((a, b) => a.run.cell - b.run.cell)), (row) => row.replicate);
    const own = byReplicate.get(replicate) ?? [];
    const others = byReplicate.get(copies[0]!.run.replicate) ?? [];
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
