import { inputErrorMessage } from "../../core/input/input_error.ts";
import { permutation } from "../../core/orders.ts";
import { stream } from "../../core/random.ts";
import type { Run } from "../../experiments/define/run.ts";
import { WorkerPool } from "../../experiments/training/pool.ts";
import { requireAccess } from "../cli/file_access.ts";
import type { Options } from "../cli/options.ts";
import { combineProgress, startProgress } from "../cli/progress.ts";
import type { Subcommand } from "../cli/subcommand.ts";
import { type Terminal, unlessInterrupted } from "../cli/terminal.ts";
import { findResults, type PlannedResult, readPlannedResult } from "../results/results_folder.ts";

/** `verify`: whether a result can be reproduced bit for bit. */
export const verify: Subcommand = {
  summary: "reproduces a result and compares every value and file with it, bit for bit",
  operands: { usage: "DIR", min: 1, max: 1 },
  options: ["sample", "jobs", "engine", "quiet"],
  notes: [
    "DIR is the folder of a run, whose front page is checked too, or the folder of one of its experiments.",
    "Exit code 1: something differs.",
  ],
  run: async ({ operands, options }, terminal) => {
    const folder = operands[0]!;
    await requireAccess({ read: [folder] });
    const { suiteFolder, resultFolders } = findResults("verify", folder);
    const results = await Promise.all(resultFolders.map((each) => readPlannedResult(each).catch(inputErrorMessage)));
    const all = results.map((result) => typeof result === "string" ? [] : result.plan.runs);
    const [first] = results.filter((result) => typeof result !== "string");
    const seed = first?.manifest.settings.suiteSeed ?? "";
    const runs = options.sample === undefined ? all : sampleRuns(all, options.sample, seed);
    const problems = await checkResults(results, runs, options, terminal);
    if (!problems) return 130;
    resultFolders.forEach((each, i) =>
      terminal.printResult(problems[i] ?? `${each}: ${runs[i]!.length} runs reproduced, no differences`)
    );
    if (problems.some((problem) => problem !== undefined)) return 1;
    if (!suiteFolder) return 0;
    const { checkFrontPage } = await import("../results/verify_result.ts");
    const difference = await checkFrontPage(suiteFolder);
    terminal.printResult(difference ?? `${suiteFolder}/index.html: no differences`);
    return difference ? 1 : 0;
  },
};

/** A result, or what is wrong with its manifest. */
type ReadResult = PlannedResult | string;

/** The problem of each result, undefined where there is none; undefined as a whole if interrupted. */
async function checkResults(
  results: readonly ReadResult[],
  runs: readonly (readonly Run[])[],
  { sample, engine = "auto", jobs = navigator.hardwareConcurrency, quiet = false }: Options,
  terminal: Terminal,
): Promise<(string | undefined)[] | undefined> {
  const { checkAll, checkSome } = await import("../results/verify_result.ts");
  const pool = new WorkerPool(jobs);
  let checked = 0;
  const display = startProgress(terminal, quiet, () => `${checked} of ${results.length} checked`);
  const progressOf = combineProgress(runs, display.show);
  const check = async (result: ReadResult, i: number) => {
    if (typeof result === "string") return result;
    const options = { engine, onProgress: progressOf(i) };
    return sample === undefined
      ? await checkAll(result, pool.train, options)
      : await checkSome(result, runs[i]!, pool.train, options);
  };
  const checks = () => Promise.all(results.map((result, i) => check(result, i).finally(() => checked++)));
  return await unlessInterrupted(checks).finally(() => {
    pool.stop();
    return display.stop();
  });
}

/** A random sample of the runs of all results, by result and in plan order. */
function sampleRuns(runs: readonly (readonly Run[])[], size: number, seed: string): Run[][] {
  const drawn = new Set(permutation(stream(seed, "verify"), runs.flat().length).slice(0, size));
  let index = 0;
  return runs.map((ofResult) => ofResult.filter(() => drawn.has(index++)));
}
