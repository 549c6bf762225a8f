import stripJsonComments from "strip-json-comments";
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { parseJson } from "../../core/input/json.ts";
import { prepare, trainResultOf } from "../../core/train_network.ts";
import type { Trained, Training } from "../../core/training.ts";
import { decodeUtf8 } from "../../experiments/store/files.ts";
import { readNamedFile } from "../../experiments/store/plain_files.ts";
import { configTrainer } from "../../experiments/training/trainer.ts";
import { requireAccess } from "../cli/file_access.ts";
import { jsonPieces } from "../cli/json_pieces.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";

/** A config that is ready to train. */
interface Job {
  readonly config: ResolvedConfig;
  readonly engine: EngineName;
  readonly training: Training;
}

/** Bytes of a number in JSON, with its comma. */
const BYTES_PER_NUMBER = 20;
/** Larger answers are announced. */
const ANNOUNCED_MEGABYTES = 100;
/** Most parameters that all checkpoints together may have: they are kept until all nets are trained. */
const MAX_KEPT_PARAMETERS = 2 ** 27;

/** `train`: trains nets from configs; the interface for other languages. */
export const run: RunSubcommand = async ({ options: { config: file } }, terminal) => {
  if (file === undefined) throw new InputError("--config FILE must be given, or --config - for standard input");
  const { isList, jobs, megabytes } = await readJobs(file).catch((error) => {
    throw error instanceof InputError ? error.during({ verb: "read the config" }) : error;
  });
  if (megabytes > ANNOUNCED_MEGABYTES) terminal.printMessage(`The answer will have up to about ${megabytes} MB`);
  const trained = await trainJobs(jobs);
  const results = jobs.map((job, i) => lazyResultOf(job, trained[i]!));
  terminal.printPieces(jsonPieces(isList ? results : results[0]));
  return 0;
};

/** The configs in a file or in standard input, and the most megabytes that the answer can have. */
async function readJobs(file: string): Promise<{ isList: boolean; jobs: Job[]; megabytes: number }> {
  const name = file === "-" ? "standard input" : `"${file}"`;
  const written = decodeUtf8(await readAll(file), name).replace(/^\ufeff/, "");
  // comments become spaces, so that messages name the right line
  const text = stripJsonComments(written, { trailingCommas: true });
  const json = parseJson(text, name);
  const isList = Array.isArray(json);
  // prepared before any training starts, so that no config fails late
  const jobs = (isList ? json : [json]).map((each, i) =>
    mapInputErrors((error) => error.within({ field: isList ? `[${i}]` : "" }), () => {
      const { config, engine } = parseConfig(each);
      return { config, engine, training: prepare(config) };
    })
  );
  checkMemory(jobs);
  const numbers = jobs.reduce((sum, job) => sum + numbersOf(job), 0);
  return { isList, jobs, megabytes: Math.round((text.length + BYTES_PER_NUMBER * numbers) / 1e6) };
}

async function readAll(file: string): Promise<Uint8Array> {
  if (file === "-") return await new Response(Deno.stdin.readable).bytes();
  await requireAccess({ read: [file] });
  return readNamedFile(file);
}

/** The most numbers that the checkpoints of a result can have. */
function numbersOf({ config: { gradient }, training: { checkpoints, network, rows } }: Job): number {
  const outputs = rows.length * network.layers.at(-1)!.units;
  return checkpoints.length * (outputs + (gradient ? 2 : 1) * network.parameterCount);
}

function checkMemory(jobs: readonly Job[]): void {
  const kept = jobs.reduce((sum, { training: { checkpoints, network } }) => {
    return sum + checkpoints.length * network.parameterCount;
  }, 0);
  if (kept <= MAX_KEPT_PARAMETERS) return;
  throw new InputError(`all checkpoints together have ${kept} parameters, more than ${MAX_KEPT_PARAMETERS}`);
}

/** The results of the engines in the order of the configs; configs of one engine are trained together. */
async function trainJobs(jobs: readonly Job[]): Promise<Trained[]> {
  const results: Trained[] = [];
  const trainer = configTrainer();
  for (const [engine, indices] of Map.groupBy(jobs.keys(), (i) => jobs[i]!.engine)) {
    const trained = await trainer(indices.map((i) => jobs[i]!.config), { engine });
    indices.forEach((i, t) => results[i] = trained[t]!);
  }
  return results;
}

/** The result in the config's terms, with checkpoints that are computed one by one while they are read. */
function lazyResultOf({ config, training }: Job, trained: Trained) {
  const resultOf = (snapshots: Trained["snapshots"]) => trainResultOf(config, training, { ...trained, snapshots });
  const checkpoints = trained.snapshots.values().map((snapshot) => resultOf([snapshot]).checkpoints[0]);
  return { ...resultOf([]), checkpoints };
}
