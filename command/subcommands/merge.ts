import { requireAccess } from "../cli/file_access.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { plural } from "../cli/text_output.ts";
import { checkNamed } from "../../experiments/store/plain_files.ts";
import { trimSlashes } from "../results/results_folder.ts";
import { mergeShards } from "../run/merge_shards.ts";
import { startFresh } from "../run/resume_state.ts";
import { writeResults } from "../run/write_results.ts";

/** `merge`: makes of shards the same files as a run in one piece. */
export const run: RunSubcommand = async ({ operands, options }, terminal) => {
  const { out: folder = "results" } = options;
  await requireAccess({ read: [...operands, folder], write: [folder] });
  operands.forEach(checkNamed);
  const merged = mergeShards(operands.map(trimSlashes));
  const findState: Parameters<typeof writeResults>[1] = (plan, folder) => {
    const { results, fileCount, duplicates } = merged.find((each) => each.plan === plan)!;
    const found = `${plural(results.size, "run")} in ${plural(fileCount, "file")}`;
    const note = `${plan.experiment.id}: ${found}, ${duplicates} found again and equal`;
    return { ...startFresh(plan, folder), journal: { results, validLength: 0 }, note };
  };
  const advice = "run the same command again";
  return await writeResults(merged.map(({ plan }) => plan), findState, { folder, options, advice }, terminal);
};
