import { requireAccess } from "../cli/file_access.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { plural } from "../cli/text_output.ts";
import { checkNamed } from "../../experiments/store/plain_files.ts";
import { trimSlashes } from "../results/results_folder.ts";
import { knownExperiments } from "../run/known_experiments.ts";
import { logOf, mergeShards } from "../run/merge_shards.ts";
import { startFresh } from "../run/resume_state.ts";
import { writeResults } from "../run/write_results.ts";

/** `merge`: turns shards into the files of an undivided run. */
export const run: RunSubcommand = async ({ operands, options }, terminal) => {
  const { out: folder = "results" } = options;
  await requireAccess({ read: [...operands, folder], write: [folder] });
  operands.forEach(checkNamed);
  const { all: experiments } = await knownExperiments(options);
  const merged = mergeShards(operands.map(trimSlashes), experiments);
  const findState: Parameters<typeof writeResults>[1] = (plan, folder) => {
    const shards = merged.find((each) => each.plan === plan)!;
    const found = `${plural(plan.runCount, "run")} in ${plural(shards.files.length, "file")}`;
    const note = `${plan.experiment.id}: ${found}, ${shards.duplicates} found again and equal`;
    return { ...startFresh(plan, folder), log: logOf(shards), reused: plan.runCount, note };
  };
  const advice = "run the same command again";
  return await writeResults(
    merged.map(({ plan }) => plan),
    findState,
    { folder, options, experiments, advice },
    terminal,
  );
};
