import { InputError, inputErrorMessage } from "../../core/input/input_error.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { formatSignificant } from "../../experiments/format.ts";
import { WorkerPool } from "../../experiments/training/pool.ts";
import { totalCost } from "../../experiments/training/blocks.ts";
import { countIn, type Range } from "../../experiments/training/ranges.ts";
import { allRuns, groupsOf } from "../../experiments/training/run_groups.ts";
import { rangesOf } from "../../experiments/training/shards.ts";
import { requireAccess } from "../cli/file_access.ts";
import { jobsOf, type Options } from "../cli/options.ts";
import { combineProgress, startProgress } from "../cli/progress.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { type Terminal, unlessInterrupted } from "../cli/terminal.ts";
import { plural } from "../cli/text_output.ts";
import { sampleRuns } from "../results/draw_sample.ts";
import { type PlannedResult, readPlannedResult } from "../results/results_folder.ts";
import { SUITE_PAGES } from "../results/suite_pages.ts";
import {
  absentExperiments,
  findParts,
  lacksManifest,
  strayInResult,
  strayInSuite,
  warnOfSkipped,
  warnOfStray,
} from "../results/survey_folder.ts";
import { knownExperiments } from "../run/known_experiments.ts";
import type { SampleCoverage } from "../results/verify_sample.ts";

/** `verify`: whether a result can be reproduced bit for bit. */
export const run: RunSubcommand = async ({ operands, options }, terminal) => {
  const folder = operands[0]!;
  if (options["sample-seed"] !== undefined && options.sample === undefined) {
    throw new InputError({ field: "--sample-seed", rule: "needs --sample" });
  }
  if (options.shard && options.sample !== undefined) {
    throw new InputError({ field: "--shard", rule: "cannot be used with --sample" });
  }
  const { all: experiments } = await knownExperiments(options);
  await requireAccess({ read: [folder] });
  const { suiteFolder, resultFolders } = findParts(folder, experiments);
  const results = await Promise.all(
    resultFolders.map((each) => readPlannedResult(each, suiteFolder, experiments).catch(inputErrorMessage)),
  );
  if (options.shard || options.sample !== undefined) requireRuns(results);
  warnOfStrays(terminal, results, suiteFolder, experiments);
  const all = results.map((result) => typeof result === "string" ? [] : allRuns(result.plan));
  const seed = options["sample-seed"] ?? freshSeed();
  const runs = options.shard
    ? results.map((result) => typeof result === "string" ? [] : rangesOf(result.plan, options.shard!))
    : options.sample === undefined
    ? all
    : sampleRuns(all, options.sample, seed);
  const checks = await checkResults(results, runs, options, terminal);
  if (!checks) return 130;
  resultFolders.forEach((each, i) =>
    resultLines(each, countIn(runs[i]!), countIn(all[i]!), checks[i]).forEach(terminal.printResult)
  );
  if (options.sample !== undefined) {
    const extent = extentOf(countIn(runs.flat()), countIn(all.flat()));
    terminal.printResult(`sample: ${extent}; --sample-seed ${seed} draws the same again`);
  }
  if (options.shard) {
    const { number, count } = options.shard;
    terminal.printResult(`shard ${number} of ${count}: ${extentOf(countIn(runs.flat()), countIn(all.flat()))}`);
  }
  const isSound = !checks.some((check) => typeof check === "string");
  const isWhole = !suiteFolder || await checkSuite({ suiteFolder, resultFolders, experiments }, isSound, terminal);
  return isSound && isWhole ? 0 : 1;
};

/** A result, or what is wrong with its manifest. */
type ReadResult = PlannedResult | string;

/** Throws an InputError if no result says which runs it has: then none can be chosen. */
function requireRuns(results: readonly ReadResult[]): void {
  const problems = results.filter((result) => typeof result === "string");
  if (problems.length === results.length) throw new InputError(problems[0]!);
}

/** The problem of a result as text; otherwise what was checked, undefined for everything. */
type Check = string | SampleCoverage | undefined;

/** The check of each result; undefined if interrupted. */
async function checkResults(
  results: readonly ReadResult[],
  runs: readonly (readonly Range[])[],
  options: Options,
  terminal: Terminal,
): Promise<Check[] | undefined> {
  const { checkAll } = await import("../results/verify_result.ts");
  const { checkSample } = await import("../results/verify_sample.ts");
  const { engine = "auto", quiet = false } = options;
  const pool = new WorkerPool(jobsOf(options));
  let checked = 0;
  const display = startProgress(terminal, quiet, () => `${checked} of ${results.length} checked`, countIn(runs.flat()));
  const costs = results.map((result, i) => typeof result === "string" ? 0 : totalCost(groupsOf(result.plan, runs[i])));
  const progressOf = combineProgress(costs, display.show);
  const check = async (result: ReadResult, i: number): Promise<Check> => {
    if (typeof result === "string") return result;
    const training = { engine, onProgress: progressOf(i) };
    return countIn(runs[i]!) === result.plan.runCount
      ? await checkAll(result, pool.train, training)
      : await checkSample(result, runs[i]!, pool.train, training);
  };
  const checks = () => Promise.all(results.map((result, i) => check(result, i).finally(() => checked++)));
  return await unlessInterrupted(checks).finally(() => {
    pool.stop();
    return display.stop();
  });
}

/** Prints what is missing from the folder of a run, or whether its pages are right; returns whether all is well. */
async function checkSuite(
  { suiteFolder, resultFolders, experiments }: {
    readonly suiteFolder: string;
    readonly resultFolders: readonly string[];
    readonly experiments: readonly Experiment[];
  },
  isSound: boolean,
  { printResult }: Terminal,
): Promise<boolean> {
  const { checkFrontPage, listedExperiments } = await import("../results/verify_result.ts");
  const gaps = [
    ...resultFolders.filter(lacksManifest).map((folder) => `${folder} has no manifest.json`),
    ...listedExperiments(suiteFolder, absentExperiments(suiteFolder, experiments))
      .map((id) => `${suiteFolder}/${id} is missing, though index.html lists it`),
  ];
  if (gaps.length > 0) printResult(`${suiteFolder}: incomplete: ${gaps.join("; ")}`);
  if (gaps.length > 0 || !isSound) return false;
  const difference = await checkFrontPage(suiteFolder, experiments);
  if (difference) printResult(difference);
  else SUITE_PAGES.forEach((page) => printResult(`${suiteFolder}/${page}: no differences`));
  return difference === undefined;
}

/** The number of strays that are listed per folder. */
const MAX_STRAYS = 20;

/** Warns of whatever is beside the files of results. */
function warnOfStrays(
  terminal: Terminal,
  results: readonly ReadResult[],
  suiteFolder: string | undefined,
  experiments: readonly Experiment[],
): void {
  if (suiteFolder) warnOfSkipped(suiteFolder, experiments, terminal);
  const strays: (readonly [folder: string, paths: readonly string[]])[] = [
    ...suiteFolder ? [[suiteFolder, strayInSuite(suiteFolder, experiments)] as const] : [],
    ...results.flatMap((result) =>
      typeof result === "string" ? [] : [[result.folder, strayInResult(result.folder, result.plan)] as const]
    ),
  ];
  for (const [folder, paths] of strays) {
    paths.slice(0, MAX_STRAYS).forEach((path) => warnOfStray(path, terminal));
    const more = paths.length - MAX_STRAYS;
    if (more > 0) terminal.printMessage(`${folder} has ${plural(more, "more file")} that are no part of a result`);
  }
}

/** What to print of a result. */
function resultLines(folder: string, reproduced: number, runs: number, check: Check): string[] {
  if (typeof check === "string") return [check];
  if (!check) return [`${folder}: ${reproduced} runs reproduced, no differences`];
  const { whole, fromStoredRuns, drawnRows, unchecked } = check;
  const lists: readonly (readonly [text: string, files: readonly string[]])[] = [
    ["rows of these runs compared", drawnRows],
    ["all rows compared", whole],
    ["all rows compared with what follows from runs.csv", fromStoredRuns],
    ["not checked", unchecked],
  ];
  return [
    `${folder}: ${extentOf(reproduced, runs)} reproduced, no differences`,
    ...lists.flatMap(([text, files]) => files.length > 0 ? [`  ${text}: ${files.join(", ")}`] : []),
  ];
}

/** Such as `3 of 12 runs (25 %)`. */
function extentOf(part: number, whole: number): string {
  return `${part} of ${whole} runs (${formatSignificant(100 * part / Math.max(whole, 1))} %)`;
}

/** A seed that nobody can predict, in hexadecimal. */
function freshSeed(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 12);
}
