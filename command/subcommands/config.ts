/** `config`: the config of one run of the suite, so that it can be made again by itself. */
import { InputError } from "../../core/input/input_error.ts";
import { CATALOG } from "../../experiments/catalog.ts";
import { jsonOf } from "../../experiments/store/manifest.ts";
import type { Plan, Run } from "../../experiments/plan.ts";
import type { Options } from "../cli/options.ts";
import { planFrom, settingsFrom } from "../run/plans.ts";
import { experimentOf } from "../run/select.ts";
import type { Subcommand } from "../cli/subcommand.ts";

/** The sub-command `config`. */
export const config: Subcommand = {
  summary: "prints the config of one run of the suite, for train --config -",
  operands: { shown: "ID", least: 1, most: 1 },
  options: ["set", "replicate", "epochs", "suite-seed"],
  notes: ["--set picks one level of each factor that has several."],
  run: ({ operands, options }, terminal) => {
    terminal.result(jsonOf(runFrom("tell the config of", operands[0]!, options).config).trimEnd());
    return Promise.resolve(0);
  },
};

/** The one run that `--set` and `--replicate` name. */
export function runFrom(act: string, id: string, options: Options): Run {
  const experiment = experimentOf(act, id, CATALOG), settings = settingsFrom(options);
  const open = openFactors(planFrom(act, experiment, { ...settings, seeds: 1 }));
  if (open.length > 0) {
    throw new InputError({
      action: { verb: `tell which run of ${id} is meant` },
      field: "--set",
      rule: `must pick one level of ${open.join(" and of ")}`,
    });
  }
  const { replicate = 0 } = options;
  return planFrom(act, experiment, { ...settings, seeds: replicate + 1 }).runs[replicate]!;
}

/** The factors with several levels, and these. */
function openFactors({ levels }: Plan): string[] {
  return Object.entries(levels)
    .filter(([, names]) => names.length > 1)
    .map(([factor, names]) => `${factor} (${names.join(", ")})`);
}
