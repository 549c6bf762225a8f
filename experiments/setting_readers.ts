/** Bounds and readers of the settings that a user or a file can choose for an experiment. */
import { InputError } from "../core/input/input_error.ts";
import { list, type Read, reject, satisfying } from "../core/input/readers.ts";

/** Upper bound on the replicates of a cell. */
export const MAX_REPLICATES = 100_000_000;

/** Upper bound on the epochs of a run. */
export const MAX_EPOCHS = 1_000_000_000;

/** Upper bound on the number of shards. */
export const MAX_SHARDS = 100_000;

const MAX_SEED_LENGTH = 10_000;

/** A suite seed: one line, because seeds of runs consist of lines. */
export const readSuiteSeed: Read<string> = (value, path) => {
  if (typeof value !== "string" || !/^[^\r\n]+$/.test(value)) reject(path, "a text of one line", value);
  return value.length <= MAX_SEED_LENGTH
    ? value
    : reject(path, `a text of at most ${MAX_SEED_LENGTH} characters`, value);
};

const level: Read<string> = satisfying(
  "a text from 1 to 1000 characters",
  (value): value is string => typeof value === "string" && value.length > 0 && value.length <= 1000,
);

/** The levels of a factor: at least one, and none twice. */
export const readLevels: Read<readonly string[]> = (value, path) => {
  const read = list(level, 1)(value, path);
  const known = new Set<string>();
  for (const [i, each] of read.entries()) {
    if (known.has(each)) throw new InputError({ field: `${path}[${i}]`, rule: "must not repeat a level", value: each });
    known.add(each);
  }
  return read;
};
