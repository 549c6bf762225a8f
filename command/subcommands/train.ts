import { parseConfig } from "../../core/config/parse_config.ts";
import { InputError, mapInputErrors } from "../../core/input/input_error.ts";
import { prepare, trainResultOf } from "../../core/train_network.ts";
import { decodeUtf8, readBytes } from "../../experiments/store/files.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import { requireAccess } from "../cli/file_access.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { jsonLine } from "../cli/text_output.ts";

type ParsedConfig = ReturnType<typeof parseConfig>;

/** `train`: trains nets from configs; the interface for other languages. */
export const train: Subcommand = {
  summary: "trains a net from a config and prints the result as JSON",
  operands: { usage: "", min: 0, max: 0 },
  options: ["config"],
  notes: ["A list of configs gives a list of results, in order. Non-finite numbers are strings."],
  run: async ({ options: { config: file } }, terminal) => {
    if (file === undefined) throw new InputError("--config FILE must be given, or --config - for standard input");
    const { isList, configs } = await readConfigs(file).catch((error) => {
      throw error instanceof InputError ? error.during({ verb: "read the config" }) : error;
    });
    const results = await trainConfigs(configs);
    terminal.printResult(jsonLine(isList ? results : results[0]));
    return 0;
  },
};

/** The configs in a file or in standard input. */
async function readConfigs(file: string): Promise<{ isList: boolean; configs: ParsedConfig[] }> {
  const name = file === "-" ? "standard input" : `"${file}"`;
  const json = parseJson(decodeUtf8(await readAll(file), name).replace(/^\ufeff/, ""), name);
  const isList = Array.isArray(json);
  const configs = (isList ? json : [json]).map((each, i) =>
    mapInputErrors((error) => error.within({ field: isList ? `[${i}]` : "" }), () => parseConfig(each))
  );
  return { isList, configs };
}

async function readAll(file: string): Promise<Uint8Array> {
  if (file === "-") return await new Response(Deno.stdin.readable).bytes();
  await requireAccess({ read: [file] });
  return await readBytes(file);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // the runtime's message quotes the text, line breaks included
    const reason = (error as Error).message.replaceAll(/\s+/g, " ");
    throw new InputError({ file: name, rule: `is not JSON (${reason})` });
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
