/** `train`: one net from a config, or many; the door for other languages. */
import { type EngineName, parseConfig, type ResolvedConfig } from "../../core/config/config.ts";
import { type Action, InputError } from "../../core/input/input_error.ts";
import { answer, prepare } from "../../core/train_network.ts";
import { readBytes } from "../../experiments/store/files.ts";
import { trainerHere } from "../../experiments/training/trainer.ts";
import { textOf } from "../../experiments/store/utf8.ts";
import { requireAccess } from "../cli/access.ts";
import { jsonLine } from "../cli/json_line.ts";
import type { Subcommand } from "../cli/subcommand.ts";

interface Parsed {
  readonly config: ResolvedConfig;
  readonly engine: EngineName;
}

/** The sub-command `train`. */
export const train: Subcommand = {
  summary: "trains one net from a config and answers in JSON",
  operands: { shown: "", least: 0, most: 0 },
  options: ["config"],
  notes: ["A list of configs is answered by a list, in order. A number that is not finite is a string."],
  run: async ({ options: { config: file } }, terminal) => {
    if (file === undefined) throw new InputError("--config FILE must be given, or --config - for standard input");
    const written = parseJson(await readText(file), file);
    const parsed = Array.isArray(written) ? written.map((one, i) => parseOne(one, i)) : [parseOne(written)];
    const answers = await answersOf(parsed);
    terminal.result(jsonLine(Array.isArray(written) ? answers : answers[0]));
    return 0;
  },
};

const READING: Action = { verb: "read the config" };

/** Reads a config, the `i`-th of a list where there is one. */
function parseOne(written: unknown, i?: number): Parsed {
  try {
    return parseConfig(written);
  } catch (error) {
    throw error instanceof InputError
      ? error.within({ field: i === undefined ? "" : `[${i}]` }).during(READING)
      : error;
  }
}

/** Trains all, those of each engine together. */
async function answersOf(parsed: readonly Parsed[]) {
  const trainings = new Map(parsed.map(({ config }) => [config, prepare(config)]));
  const train = trainerHere(), answers = new Map<ResolvedConfig, ReturnType<typeof answer>>();
  for (const engine of new Set(parsed.map(({ engine }) => engine))) {
    const configs = parsed.filter((one) => one.engine === engine).map(({ config }) => config);
    const trained = await train(configs, { engine });
    configs.forEach((config, i) => answers.set(config, answer(config, trainings.get(config)!, trained[i]!)));
  }
  return parsed.map(({ config }) => answers.get(config)!);
}

/** The text of a file, or of standard input; a byte order mark says nothing. */
async function readText(file: string): Promise<string> {
  try {
    return textOf(await readAll(file), placeOf(file)).replace(/^\ufeff/, "");
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
    // the engine quotes the text, line ends and all
    const reason = (error as Error).message.replaceAll(/\s+/g, " ");
    throw new InputError({ action: READING, file: placeOf(file), rule: `is not JSON (${reason})` });
  }
}

function placeOf(file: string): string {
  return file === "-" ? "standard input" : `"${file}"`;
}
