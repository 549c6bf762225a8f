/** `list`: the experiments and how much work they are. */
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { planOf, SUITE_SEED } from "../../experiments/plan.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { selectExperiments } from "../run/select_experiments.ts";
import { printWorkloads } from "../run/workloads.ts";

/** The sub-command `list`. */
export const list: Subcommand = {
  summary: "lists the experiments: id, question, cells, seeds, runs, estimated time",
  operands: { usage: "[PATTERN]", min: 0, max: 1 },
  options: ["json"],
  notes: ["PATTERN is part of an id, or a whole id with * and ? as wildcards."],
  run: async ({ operands: [pattern], options: { json } }, terminal) => {
    const plans = matchingExperiments(pattern).map((experiment) => planOf(experiment, { suiteSeed: SUITE_SEED }));
    return await printWorkloads(plans, { engine: "auto", jobs: navigator.hardwareConcurrency, json }, terminal);
  },
};

function matchingExperiments(pattern = ""): readonly Experiment[] {
  const containing = CATALOG.filter(({ id }) => id.includes(pattern));
  return containing.length > 0 ? containing : selectExperiments("list", [pattern], CATALOG);
}
