import { CATALOG } from "../../experiments/catalog.ts";
import { planOf, SUITE_SEED } from "../../experiments/plan.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { selectExperiments } from "../run/plans.ts";
import { printWorkloads } from "../run/workloads.ts";

/** `list`: the experiments and how much work they are. */
export const list: Subcommand = {
  summary: "lists the experiments: id, question, cells, seeds, runs, estimated time",
  operands: { usage: "[PATTERN]", min: 0, max: 1 },
  options: ["json"],
  notes: ["PATTERN is part of an id, or a whole id with * and ? as wildcards."],
  run: async ({ operands: [pattern = ""], options }, terminal) => {
    const containing = CATALOG.filter(({ id }) => id.includes(pattern));
    const experiments = containing.length > 0 ? containing : selectExperiments("list", [pattern]);
    const plans = experiments.map((experiment) => planOf(experiment, { suiteSeed: SUITE_SEED }));
    return await printWorkloads(plans, options, terminal);
  },
};
