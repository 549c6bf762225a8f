/** `train`: trains nets from configs; the interface for other languages. */
import type { EngineName, ResolvedConfig } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse_config.ts";
import { type Action, InputError } from "../../core/input/input_error.ts";
import { prepare, trainResultOf } from "../../core/train_network.ts";
import { readBytes } from "../../experiments/store/files.ts";
import { decodeUtf8 } from "../../experiments/store/utf8.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import { requireAccess } from "../cli/file_access.ts";
import { jsonLine } from "../cli/json_line.ts";
import type { Subcommand } from "../cli/subcommand.ts";

interface ParsedConfig {
  readonly config: ResolvedConfig;
  readonly engine: EngineName;
}

/** The sub-command `train`. */
export const train: Subcommand = {
  summary: "trains a net from a config and prints the result as JSON",
  operands: { usage: "", min: 0, max: 0 },
  options: ["config"],
  notes: ["A list of configs gives a list of results, in order. Non-finite numbers are strings."],
  run: async ({ options: { config: file } }, terminal) => {
    if (file === undefined) throw new InputError("--config FILE must be given, or --config - for standard input");
    const json = parseJson(await readText(file), file);
    const parsed = Array.isArray(json) ? json.map(parseOne) : [parseOne(json)];
    const results = await trainConfigs(parsed);
    terminal.printResult(jsonLine(Array.isArray(json) ? results : results[0]));
    return 0;
  },
};

const READING: Action = { verb: "read the config" };

/** Parses a config; `index` is its position in a list of configs. */
function parseOne(json: unknown, index?: number): ParsedConfig {
  try {
    return parseConfig(json);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw error.within({ field: index === undefined ? "" : `[${index}]` }).during(READING);
  }
}

/** The results in the order of the configs; configs of one engine are trained together. */
async function trainConfigs(parsed: readonly ParsedConfig[]) {
  // prepared before any training starts, so that no config fails late
  const trainings = parsed.map(({ config }) => prepare(config));
  const results: ReturnType<typeof trainResultOf>[] = [];
  const trainer = singleThreadTrainer();
  for (const [engine, indices] of Map.groupBy(parsed.keys(), (i) => parsed[i]!.engine)) {
    const trained = await trainer(indices.map((i) => parsed[i]!.config), { engine });
    indices.forEach((i, t) => results[i] = trainResultOf(parsed[i]!.config, trainings[i]!, trained[t]!));
  }
  return results;
}

/** The text of a file or of standard input, without a byte order mark. */
async function readText(file: string): Promise<string> {
  try {
    return decodeUtf8(await readAll(file), displayName(file)).replace(/^\ufeff/, "");
  } catch (error) {
    throw error instanceof InputError ? error.during(READING) : error;
  }
}

async function readAll(file: string): Promise<Uint8Array> {
  if (file === "-") return await new Response(Deno.stdin.readable).bytes();
  await requireAccess({ read: [file] });
  return await readBytes(file);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // the runtime's message quotes the text, line breaks included
    const reason = (error as Error).message.replaceAll(/\s+/g, " ");
    throw new InputError({ action: READING, file: displayName(file), rule: `is not JSON (${reason})` });
  }
}

function displayName(file: string): string {
  return file === "-" ? "standard input" : `"${file}"`;
}
