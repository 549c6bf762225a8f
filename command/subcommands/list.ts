/** `list`: what can be run. */
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { planOf, SUITE_SEED } from "../../experiments/plan.ts";
import { tellAmounts } from "../run/dry_run.ts";
import { select } from "../run/select.ts";
import type { Subcommand } from "../cli/subcommand.ts";

/** The sub-command `list`. */
export const list: Subcommand = {
  summary: "lists the experiments: id, question, cells, seeds, runs, estimated time",
  operands: { shown: "[PATTERN]", least: 0, most: 1 },
  options: ["json"],
  notes: ["PATTERN is a part of an id, or a whole one with * and ? in it."],
  run: async ({ operands, options }, terminal) => {
    const plans = matching(operands[0]).map((experiment) => planOf(experiment, { suiteSeed: SUITE_SEED }));
    const { json } = options;
    return await tellAmounts(plans, { engine: "auto", jobs: navigator.hardwareConcurrency, json }, terminal);
  },
};

function matching(pattern: string | undefined): Experiment[] {
  if (pattern === undefined) return [...CATALOG];
  const within = CATALOG.filter(({ id }) => id.includes(pattern));
  return within.length > 0 ? within : select("list", [pattern], CATALOG);
}
