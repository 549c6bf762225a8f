/** Which runs a page holds digests of, so that its script can repeat them: all, or the first starts of each setting. */
import type { Plan } from "../../experiments/plan.ts";

/** A page holds the digests of all runs up to this number. */
const MAX_RUNS = 20_000;
/** The number of runs of which a page of more holds digests. */
const SAMPLED_RUNS = 10_000;

/** The number of starts of each setting that a page can repeat; undefined if it can repeat all. */
export function startsOnPage({ runCount, cells }: Plan): number | undefined {
  return runCount <= MAX_RUNS ? undefined : Math.max(1, Math.floor(SAMPLED_RUNS / cells.length));
}

/** What a reader must know of the runs that a page can repeat; undefined if it can repeat all. */
export function sampleNote(plan: Plan): string | undefined {
  const starts = startsOnPage(plan);
  if (starts === undefined) return undefined;
  const runs = plan.cells.reduce((sum, { replicates }) => sum + Math.min(replicates, starts), 0);
  return `It holds the first ${starts} starts of each setting, ${runs} of ${plan.runCount} runs; verify checks the others.`;
}
