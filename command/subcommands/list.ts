import { planOf, SUITE_SEED } from "../../experiments/plan.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { knownExperiments } from "../run/known_experiments.ts";
import { selectExperiments } from "../run/plans.ts";
import { calibratedSpeed, printWorkloads } from "../run/workloads.ts";

/** `list`: the experiments and how much work they are. */
export const run: RunSubcommand = async ({ operands: [pattern], options }, terminal) => {
  const known = await knownExperiments(options);
  const containing = pattern === undefined ? known.meant : known.all.filter(({ id }) => id.includes(pattern));
  const experiments = containing.length > 0 ? containing : selectExperiments("list", [pattern!], known);
  const plans = experiments.map((experiment) => planOf(experiment, { suiteSeed: SUITE_SEED }));
  return await printWorkloads(plans, options, terminal, calibratedSpeed());
};
