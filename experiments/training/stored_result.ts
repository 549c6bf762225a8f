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
  return (value, path) => {
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
  const isCheck = solvedEpoch === end || solvedEpoch < end && solvedEpoch % training.check.every === 0;
  if (!isCheck) reject(`${path}.solvedEpoch`, "a check of the run", solvedEpoch);
}

/** A run has a snapshot of each checkpoint that it reached, and of its end if it ended before the last. */
function checkSnapshots(training: Training, { status, steps, snapshots }: Trained, path: string): void {
  const reached = training.checkpoints.filter((checkpoint) => checkpoint <= steps);
  const isComplete = reached.length === training.checkpoints.length || reached.at(-1) === steps;
  const expected = isComplete ? reached : [...reached, steps];
  requireLength(snapshots, expected.length, "entries, one a checkpoint", `${path}.snapshots`);
  snapshots.forEach(({ step }, i) => {
    if (step !== expected[i]) reject(`${path}.snapshots[${i}].step`, String(expected[i]), step);
  });
  const end = snapshots.at(-1);
  if (status === "finished" && end?.step === steps && !end.parameters.every(Number.isFinite)) {
    fail(`${path}.snapshots[${snapshots.length - 1}].parameters`, "must be finite unless the run is diverged");
  }
}
