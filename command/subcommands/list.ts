import { CATALOG } from "../../experiments/catalog.ts";
import { outlineOf, SUITE_SEED } from "../../experiments/plan.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { selectExperiments } from "../run/plans.ts";
import { calibratedSpeed, printWorkloads } from "../run/workloads.ts";

/** `list`: the experiments and how much work they are. */
export const run: RunSubcommand = async ({ operands: [pattern = ""], options }, terminal) => {
  const containing = CATALOG.filter(({ id }) => id.includes(pattern));
  const experiments = containing.length > 0 ? containing : selectExperiments("list", [pattern]);
  const plans = experiments.map((experiment) => outlineOf(experiment, { suiteSeed: SUITE_SEED }));
  return await printWorkloads(plans, options, terminal, calibratedSpeed());
};
