/** What the scenarios of the cluster's drill share: folders, programs, and the result of a single machine. */
import { assert, assertEquals } from "@std/assert";
import { dirname } from "node:path";
import { digestsIn } from "../drill/command.ts";

/** The project's folder. */
export const ROOT = new URL("../../", import.meta.url).pathname;

/** The folder of the cluster, which `drill.ts` makes. */
const CLUSTER = Deno.env.get("CLUSTER") ?? "/tmp/slurm-ci";
const ENVIRONMENT = {
  CLUSTER,
  SLURM_CONF: `${CLUSTER}/slurm.conf`,
  // the scripts must find the Deno that runs this
  PATH: `${dirname(Deno.execPath())}:${Deno.env.get("PATH")}`,
};

/** Exit code and output of a program. */
export interface ProgramResult {
  readonly code: number;
  readonly output: string;
  readonly messages: string;
}

/** Runs a program in the project's folder. */
export async function run(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramResult> {
  const [program, ...args] = words;
  const options = { args, cwd: ROOT, env: { ...ENVIRONMENT, ...env }, stdin: "null" } as const;
  const { code, stdout, stderr } = await new Deno.Command(program!, options).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
  return { code, output: decode(stdout), messages: decode(stderr) };
}

/** Runs a program that must succeed; returns its standard output. */
export async function outputOf(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, output, messages } = await run(words, env);
  assertEquals(code, 0, `${words.join(" ")}: ${messages}`);
  return output;
}

/** Calls `slurm.sh`. */
export function slurm(...words: string[]): Promise<string> {
  return outputOf([`${ROOT}tools/cluster/slurm.sh`, ...words]);
}

/** Waits until `isDone` holds. */
export async function waitFor(what: string, isDone: () => Promise<boolean> | boolean, seconds = 120): Promise<void> {
  const end = performance.now() + 1000 * seconds;
  while (!await isDone()) {
    assert(performance.now() < end, `${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The folder of a scenario, and how its shards are trained. */
export interface Attempt {
  /** The folder of shards, results and logs. */
  readonly out: string;
  readonly shards: number;
  /** The arguments of `run`. */
  readonly words: readonly string[];
}

/** The cluster's command on the folder of an attempt. */
export function command({ out }: Pick<Attempt, "out">, ...words: string[]): Promise<ProgramResult> {
  return run(["cluster/command.sh", ...words], { OUT: out });
}

/** Trains a shard without a scheduler. */
export function trainShard(attempt: Attempt, number: number, ...options: string[]): Promise<ProgramResult> {
  return command(attempt, ...shardWords(attempt, number), ...options);
}

/** The arguments of the command that trains a shard. */
export function shardWords({ out, shards, words }: Attempt, number: number): string[] {
  return ["run", ...words, "--quiet", "--shard", `${number}/${shards}`, "--out", `${out}/shards`];
}

/** Merges shards; the result of a failure must be one line. */
export async function merge(attempt: Attempt): Promise<ProgramResult> {
  const merged = await command(attempt, "merge", `${attempt.out}/shards`, "--quiet", "--out", `${attempt.out}/results`);
  if (merged.code !== 0) assertEquals(merged.messages.split("\n").length, 1, merged.messages);
  return merged;
}

/** Asserts that a merge fails with this code and message, and that it writes nothing. */
export async function assertRefused(attempt: Attempt, code: number, message: string): Promise<void> {
  const refused = await merge(attempt);
  assertEquals(refused.code, code, refused.messages);
  assert(refused.messages.includes(message), refused.messages);
  assert(!await exists(`${attempt.out}/results`), "merge has written something");
}

/** Merges shards, and asserts that the files are those of a single machine. */
export async function assertMerges(attempt: Attempt): Promise<void> {
  const { code, messages } = await merge(attempt);
  assertEquals(code, 0, messages);
  await assertSameBytes(attempt);
}

/** Asserts that the merged files are those of a single machine. */
export async function assertSameBytes(attempt: Attempt): Promise<void> {
  assertEquals(await digestsIn(`${attempt.out}/results`), await expectedDigests(attempt.words));
}

const expected = new Map<string, Promise<Record<string, string>>>();

/** The digests of all files that a single machine writes. */
function expectedDigests(words: readonly string[]): Promise<Record<string, string>> {
  const settings = words.filter((word, i) => word !== "--engine" && words[i - 1] !== "--engine");
  const key = settings.join(" ");
  const digests = expected.get(key) ?? (async () => {
    const out = await Deno.makeTempDir();
    try {
      const { code, messages } = await command({ out }, "run", ...settings, "--quiet", "--out", `${out}/results`);
      assertEquals(code, 0, messages);
      return await digestsIn(`${out}/results`);
    } finally {
      await Deno.remove(out, { recursive: true });
    }
  })();
  expected.set(key, digests);
  return digests;
}

/** Whether there is anything at a path. */
export async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, () => false);
}

/** The files of a shard, of all experiments. */
export async function filesOfShard({ out, shards }: Attempt, number: number): Promise<string[]> {
  const files: string[] = [];
  for await (const { name: id } of Deno.readDir(`${out}/shards`)) {
    for await (const { name } of Deno.readDir(`${out}/shards/${id}`)) {
      if (name.startsWith(`shard-${number}-of-${shards}.`)) files.push(`${out}/shards/${id}/${name}`);
    }
  }
  return files.sort();
}

/** Whether results of a shard are on the disk. */
export async function hasResults(attempt: Attempt, number: number): Promise<boolean> {
  if (!await exists(`${attempt.out}/shards`)) return false;
  const texts = await Promise.all((await filesOfShard(attempt, number)).map((file) => Deno.readTextFile(file)));
  return texts.some((text) => text.split("\n").length > 2);
}
