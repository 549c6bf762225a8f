import { formatJson } from "../../experiments/store/files.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { selectRun } from "../run/plans.ts";

/** `config`: the config of one run of the suite. */
export const config: Subcommand = {
  summary: "prints the config of one run of the suite, for train --config -",
  operands: { usage: "ID", min: 1, max: 1 },
  options: ["set", "replicate", "epochs", "suite-seed"],
  notes: ["--set must pick one level of each factor that has several."],
  run: ({ operands, options }, terminal) => {
    terminal.printResult(formatJson(selectRun("print the config of", operands[0]!, options).config).trimEnd());
    return Promise.resolve(0);
  },
};
