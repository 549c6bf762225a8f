/** The result of a training as JSON that preserves it to the last bit, and back. */
import {
  fail,
  fields,
  list,
  nullOr,
  type Read,
  reject,
  requireLength,
  satisfying,
  trueOrFalse,
  wholeNumber,
  word,
} from "../../core/input/readers.ts";
import { stepsPerEpoch, type Trained, type Training } from "../../core/training.ts";

/** Encodes a result; −0, NaN and infinities become strings. */
export function encodeResult({ solvedEpoch, snapshots, ...rest }: Trained) {
  const encode = (value: number) => Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value);
  return {
    ...rest,
    solvedEpoch: solvedEpoch ?? null,
    snapshots: snapshots.map(({ step, parameters }) => ({ step, parameters: parameters.map(encode) })),
  };
}

/** Results of consecutive runs, encoded as a line of a journal holds them. */
export interface ResultEntry {
  /** Index of the first run. */
  readonly first: number;
  readonly count: number;
  /** `{"first":…,"count":…,"runs":[…]}` in UTF-8. */
  readonly json: Uint8Array<ArrayBuffer>;
}

/** Encodes the results of consecutive runs, the first of which has index `first`. */
export function encodeEntry(first: number, results: readonly Trained[]): ResultEntry {
  const count = results.length;
  const json = new TextEncoder().encode(JSON.stringify({ first, count, runs: results.map(encodeResult) }));
  return { first, count, json };
}

const SPECIAL_NUMBERS: readonly unknown[] = ["-0", "NaN", "Infinity", "-Infinity"];

const storedNumber = satisfying(
  `a number, or one of ${SPECIAL_NUMBERS.join(", ")}`,
  (value): value is number | string => typeof value === "number" || SPECIAL_NUMBERS.includes(value),
);

const epoch = satisfying(
  "a number of at least 0",
  (value): value is number => typeof value === "number" && value >= 0,
);

/** Reads what `encodeResult` returned for a training; rejects what that training cannot have resulted in. */
export function resultReader(training: Training): Read<Trained> {
  const read = fields({
    status: word("finished", "diverged"),
    solved: trueOrFalse,
    solvedEpoch: nullOr(epoch),
    steps: wholeNumber(0, training.steps),
    snapshots: list(fields({ step: wholeNumber(0, training.steps), parameters: list(storedNumber) })),
  });
  const { steps, checkpoints, check, network } = training;
  // not spread: that would draw the initial parameters
  const expected = { steps, checkpoints, check, network, perEpoch: stepsPerEpoch(training) };
  return (value, path) => {
    const usual = usualResult(value, expected);
    if (usual) return usual;
    const { solvedEpoch, snapshots, ...rest } = read(value, path);
    snapshots.forEach(({ parameters }, i) =>
      requireLength(parameters, training.network.parameterCount, "numbers", `${path}.snapshots[${i}].parameters`)
    );
    const result: Trained = {
      ...rest,
      solvedEpoch: solvedEpoch ?? undefined,
      snapshots: snapshots.map(({ step, parameters }) => ({ step, parameters: parameters.map(Number) })),
    };
    checkEnd(training, result, path);
    checkSolved(training, result, path);
    checkSnapshots(training, result, path);
    return result;
  };
}

/** The result that an encoded one holds, if it is one of the usual kind: finite, and trained to the end. */
function usualResult(value: unknown, { steps, checkpoints, check, network, perEpoch }: Expected): Trained | undefined {
  if (!hasFields(value, RESULT_FIELDS)) return;
  const { status, solved, solvedEpoch, snapshots } = value;
  if (status !== "finished" || value.steps !== steps || typeof solved !== "boolean") return;
  if (solved !== (solvedEpoch !== null)) return;
  if (
    solved && !(typeof solvedEpoch === "number" && solvedEpoch >= 0 && isCheck(solvedEpoch, steps / perEpoch, check))
  ) {
    return;
  }
  if (!Array.isArray(snapshots) || snapshots.length !== checkpoints.length) return;
  for (let i = 0; i < snapshots.length; i++) {
    const snapshot: unknown = snapshots[i];
    if (!hasFields(snapshot, SNAPSHOT_FIELDS) || snapshot.step !== checkpoints[i]) return;
    const { parameters } = snapshot;
    if (!Array.isArray(parameters) || parameters.length !== network.parameterCount) return;
    for (let j = 0; j < parameters.length; j++) if (typeof parameters[j] !== "number") return;
  }
  return { status, solved, solvedEpoch: solved ? solvedEpoch as number : undefined, steps, snapshots };
}

/** What a run's result is compared with. */
type Expected = Pick<Training, "steps" | "checkpoints" | "check" | "network"> & { readonly perEpoch: number };

const RESULT_FIELDS: readonly string[] = ["status", "solved", "steps", "solvedEpoch", "snapshots"];
const SNAPSHOT_FIELDS: readonly string[] = ["step", "parameters"];

/** Whether a value is an object with these fields, in this order, and no others. */
function hasFields(value: unknown, names: readonly string[]): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  let i = 0;
  for (const name in value) if (name !== names[i++]) return false;
  return i === names.length;
}

function isCheck(epoch: number, end: number, { every }: Training["check"]): boolean {
  return epoch === end || epoch < end && epoch % every === 0;
}

/** A run ends after its last update, or at a check. */
function checkEnd(training: Training, { status, steps }: Trained, path: string): void {
  if (steps === training.steps) return;
  const mayEndEarly = status === "diverged" || training.stopBelow !== undefined;
  if (!mayEndEarly) reject(`${path}.steps`, `${training.steps}, as in the plan`, steps);
  if (steps % (training.check.every * stepsPerEpoch(training)) !== 0) reject(`${path}.steps`, "at a check", steps);
}

/** A solved run has the check since which it is solved; a diverged run is not solved. */
function checkSolved(training: Training, { status, solved, solvedEpoch, steps }: Trained, path: string): void {
  if (solved !== (solvedEpoch !== undefined)) fail(`${path}.solvedEpoch`, "must be null unless the run is solved");
  if (solved && status === "diverged") fail(`${path}.solved`, "must be false for a diverged run");
  if (solvedEpoch === undefined) return;
  const end = steps / stepsPerEpoch(training);
  if (!isCheck(solvedEpoch, end, training.check)) reject(`${path}.solvedEpoch`, "a check of the run", solvedEpoch);
}

/** A run has a snapshot of each checkpoint that it reached, and of its end if it ended before the last. */
function checkSnapshots(training: Training, { status, steps, snapshots }: Trained, path: string): void {
  const reached = training.checkpoints.filter((checkpoint) => checkpoint <= steps);
  const isComplete = reached.length === training.checkpoints.length || reached.at(-1) === steps;
  const expected = isComplete ? reached : [...reached, steps];
  requireLength(snapshots, expected.length, "entries, one per checkpoint", `${path}.snapshots`);
  snapshots.forEach(({ step }, i) => {
    if (step !== expected[i]) reject(`${path}.snapshots[${i}].step`, String(expected[i]), step);
  });
  const end = snapshots.at(-1);
  if (status === "finished" && end?.step === steps && !end.parameters.every(Number.isFinite)) {
    fail(`${path}.snapshots[${snapshots.length - 1}].parameters`, "must be finite unless the run is diverged");
  }
}
