import { InputError } from "../../core/input/input_error.ts";
import { requireAccess } from "../cli/file_access.ts";
import type { Options } from "../cli/options.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { planSelected } from "../run/plans.ts";
import { extentNotes } from "../run/extent.ts";
import { knownExperiments } from "../run/known_experiments.ts";
import { findResumeState, startFresh } from "../run/resume_state.ts";
import { runShard } from "../run/run_shard.ts";
import { printShards } from "../run/shard_workloads.ts";
import { printWorkloads } from "../run/workloads.ts";
import { writeResults } from "../run/write_results.ts";

const RESUME_ADVICE = "finished work is kept; run the same command with --resume to continue";

/** `run`: trains experiments and writes their CSV files and pages. */
export const run: RunSubcommand = async ({ operands, options }, terminal) => {
  checkShardOptions(options);
  const { out: folder = "results", shard, shards } = options;
  const known = await knownExperiments(options);
  const plans = planSelected("run", operands, options, known);
  if (shard) {
    await requireAccess({ read: [folder], write: [folder] });
    return await runShard(plans, shard, folder, options, terminal);
  }
  if (shards) return await printShards(plans, shards, options, terminal);
  extentNotes(plans).forEach(terminal.printMessage);
  if (options["dry-run"]) return await printWorkloads(plans, options, terminal);
  await requireAccess({ read: [folder], write: [folder] });
  const findState = options.resume ? findResumeState : startFresh;
  return await writeResults(
    plans,
    findState,
    { folder, options, experiments: known.all, advice: RESUME_ADVICE },
    terminal,
  );
};

function checkShardOptions({ shard, shards, out, "dry-run": isDry }: Options): void {
  if (shards && !isDry) throw new InputError({ field: "--shards", rule: "needs --dry-run" });
  if (!shard) return;
  if (isDry) throw new InputError({ field: "--shard", rule: "cannot be used with --dry-run, which takes --shards N" });
  if (out === undefined) throw new InputError({ field: "--shard", rule: "needs --out, the folder of all shards" });
}
