/** Jobs of Slurm. */
import { assert, assertEquals } from "@std/assert";
import { type Attempt, outputOf, run, waitFor } from "./context.ts";

/** Two jobs: an array of shards, and their merge. */
export interface Submitted {
  readonly array: string;
  readonly merge: string;
}

/** Submits the shards of an attempt with the project's templates; `options` are of sbatch. */
export async function submit({ out, shards, words }: Attempt, options = ""): Promise<Submitted> {
  const env = { OUT: out, SHARDS: String(shards), SBATCH_OPTIONS: options };
  const line = await outputOf(["cluster/submit.sh", ...words], env);
  const [, array, merge] = /^array (\d+), merge (\d+)$/.exec(line)!;
  return { array: array!, merge: merge! };
}

/** A field of a job as Slurm shows it, such as `JobState`. */
export async function fieldOf(job: string, field: string): Promise<string> {
  const { output } = await run(["scontrol", "-o", "show", "job", job]);
  return new RegExp(`\\b${field}=(\\S*)`).exec(output)?.[1] ?? "";
}

/** The state of a job, such as `RUNNING`. */
export function stateOf(job: string): Promise<string> {
  return fieldOf(job, "JobState");
}

/** Waits until a job, or every task of an array, has ended. */
export async function waitForEnd(job: string, seconds = 240): Promise<void> {
  await waitFor(`job ${job} ends`, async () => {
    const { code, output } = await run(["squeue", "-h", "-r", "-j", job, "-t", "PD,R,CG,S"]);
    // a controller that does not answer in time tells nothing
    return code === 0 && output === "";
  }, seconds);
}

/** Waits for the end of array and merge, which must succeed. */
export async function waitForMerge({ array, merge }: Submitted): Promise<void> {
  await waitForEnd(array);
  await waitForEnd(merge);
  assertEquals(await stateOf(merge), "COMPLETED");
}

/** Waits until a task of an array is queued again; returns it. */
export async function restartedTask(array: string): Promise<string> {
  let task = "";
  await waitFor(`a task of ${array} is queued again`, async () => {
    const { output } = await run(["scontrol", "-o", "show", "job", array]);
    const line = output.split("\n").find((line) => line.includes(" Restarts=1 "));
    task = `${array}_${/ ArrayTaskId=(\d+)/.exec(line ?? "")?.[1] ?? ""}`;
    return line !== undefined;
  });
  return task;
}

/** Waits until a task has started; returns the pid of the command. */
export async function pidOf(job: string): Promise<number> {
  let pid = 0;
  await waitFor(`task ${job} has a process`, async () => {
    const node = await fieldOf(job, "NodeList");
    const id = await fieldOf(job, "JobId");
    const { output } = await run(["scontrol", "listpids", id, node]);
    pid = Number(/^(\d+)/m.exec(output)?.[1] ?? 0);
    return pid > 0;
  });
  return pid;
}

/** The shards that a merge's message names. */
export function namedShards(message: string): string {
  const list = /--array=([\d,-]+)/.exec(message)?.[1];
  assert(list, message);
  return list;
}
