/** Checks that the rows of a result's tables are those of its plan. */
import { InputError } from "../../core/input/input_error.ts";
import type { Row } from "../define/columns.ts";
import type { Run } from "../define/run.ts";
import type { Plan } from "../plan.ts";

/** Throws an InputError unless the rows are exactly the plan's runs, in its order. */
export function checkRuns({ runs }: Plan, rows: readonly Row[]): void {
  checkKeys("runs.csv", runs.map(keyOf), rows);
  rows.forEach((row, i) => {
    const place = { file: "runs.csv", row: i + 2 };
    if (row.status !== "finished" && row.status !== "diverged") {
      const value = row.status ?? "";
      throw new InputError({ ...place, column: "status", rule: "must be finished or diverged", value });
    }
    const missing = ["solved", "epochs"].find((column) => row[column] === undefined);
    if (missing) throw new InputError({ ...place, column: missing, rule: "must not be empty" });
  });
}

/** Throws an InputError unless the rows are all checkpoints that the runs with learning curves have reached. */
export function checkCurves({ experiment, runs }: Plan, runRows: readonly Row[], rows: readonly Row[]): void {
  const keys = runs.flatMap((run, i) => {
    if (run.replicate >= experiment.curveReplicates) return [];
    return recordedEpochs(run, Number(runRows[i]!.epochs)).map((epoch) => ({ ...keyOf(run), epoch }));
  });
  checkKeys("curves.csv", keys, rows);
}

/** The epochs at which a run that ended at `end` has been recorded: its checkpoints, and where it ended early. */
function recordedEpochs({ config: { checkpoints } }: Run, end: number): number[] {
  const epochs = (checkpoints ?? [end]).filter((epoch) => epoch <= end);
  return epochs.length === checkpoints?.length || epochs.at(-1) === end ? epochs : [...epochs, end];
}

function keyOf({ levels, replicate }: Run): Row {
  return { ...levels, replicate };
}

/** Throws an InputError unless the rows have these keys, in this order. */
function checkKeys(file: string, keys: readonly Row[], rows: readonly Row[]): void {
  const common = Math.min(keys.length, rows.length);
  for (let i = 0; i < common; i++) {
    for (const [column, expected] of Object.entries(keys[i]!)) {
      const found = rows[i]![column];
      if (found === expected) continue;
      throw new InputError({ file, row: i + 2, column, rule: `must be "${expected}"`, value: String(found ?? "") });
    }
  }
  if (rows.length === keys.length) return;
  const problem = rows.length < keys.length ? "is missing" : "is one too many";
  throw new InputError({ file, row: common + 2, rule: `${problem}: ${keys.length} rows must stand below the header` });
}
