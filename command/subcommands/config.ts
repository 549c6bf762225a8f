import { configSchema } from "../../core/config/config_schema.ts";
import { InputError } from "../../core/input/input_error.ts";
import { formatJson } from "../../experiments/store/files.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { knownExperiments } from "../run/known_experiments.ts";
import { selectRun } from "../run/plans.ts";

/** `config`: the config of one run of the suite. */
export const run: RunSubcommand = async ({ operands: [id], options }, terminal) => {
  if ((id === undefined) !== (options.schema === true)) {
    const rule = "config needs either ID or --schema";
    throw new InputError({ action: { verb: "read the command line" }, rule });
  }
  const printed = id === undefined
    ? configSchema()
    : selectRun("print the config of", id, options, await knownExperiments(options)).config;
  terminal.printResult(formatJson(printed).trimEnd());
  return 0;
};
