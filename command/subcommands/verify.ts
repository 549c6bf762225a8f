/** `verify`: whether a result is what its settings lead to, bit for bit. */
import { permutation } from "../../core/orders.ts";
import { stream } from "../../core/random.ts";
import { inputErrorMessage } from "../../core/input/input_error.ts";
import type { Run } from "../../experiments/plan.ts";
import { startPool } from "../../experiments/training/pool.ts";
import { requireAccess } from "../cli/access.ts";
import { unlessInterrupted } from "../cli/interrupt.ts";
import { startProgress } from "../cli/progress.ts";
import { type Result, resultAt, resultsIn } from "../results/results_folder.ts";
import { sharesOf } from "../run/progress_total.ts";
import type { Subcommand } from "../cli/subcommand.ts";

/** The sub-command `verify`. */
export const verify: Subcommand = {
  summary: "makes a result again and compares every value and file with it, bit for bit",
  operands: { shown: "DIR", least: 1, most: 1 },
  options: ["sample", "jobs", "engine", "quiet"],
  notes: [
    "DIR is the folder of a run, whose front page is compared too, or of one of its experiments.",
    "Exit code 1 tells that something differs.",
  ],
  run: async ({ operands, options }, terminal) => {
    const { sample, engine = "auto", jobs = navigator.hardwareConcurrency, quiet = false } = options;
    const folder = operands[0]!;
    await requireAccess({ read: [folder] });
    const { suite, folders } = resultsIn("verify", folder);
    const results = await Promise.all(folders.map((folder) => resultAt(folder).catch(inputErrorMessage)));
    const runs = sample === undefined ? results.map(runsOf) : drawRuns(results, sample);
    const { checkAll, checkIndex, checkSome } = await import("../results/verify_result.ts");
    const pool = startPool(jobs);
    let checked = 0;
    const progress = startProgress(terminal, quiet, () => `${checked} of ${results.length} checked`);
    const share = sharesOf(runs, progress.show);
    const differenceIn = async (result: Result | Fault, i: number) => {
      if (typeof result === "string") return result;
      const options = { engine, onProgress: share(i) };
      return sample === undefined
        ? await checkAll(result, pool.train, options)
        : await checkSome(result, runs[i]!, pool.train, options);
    };
    const check = async (result: Result | Fault, i: number) => {
      const found = await differenceIn(result, i);
      checked++;
      return found ?? "";
    };
    const work = () => Promise.all(results.map(check));
    const found = await unlessInterrupted(work).finally(() => {
      pool.stop();
      return progress.stop();
    });
    if (!found) return 130;
    folders.forEach((folder, i) =>
      terminal.result(found[i] || `${folder}: ${runs[i]!.length} runs made again, nothing differs`)
    );
    if (found.some(Boolean)) return 1;
    if (!suite) return 0;
    const difference = await checkIndex(suite);
    terminal.result(difference ?? `${suite}/index.html: nothing differs`);
    return difference ? 1 : 0;
  },
};

/** Why a result cannot be made again: what is wrong with its manifest. */
type Fault = string;

function runsOf(result: Result | Fault): readonly Run[] {
  return typeof result === "string" ? [] : result.plan.runs;
}

/** Draws `count` of all runs from the suite seed of the first result; each result's stand in its own order. */
function drawRuns(results: readonly (Result | Fault)[], count: number): Run[][] {
  const all = results.flatMap((one, result) => runsOf(one).map((run) => ({ result, run })));
  const [first] = results.filter((result) => typeof result !== "string");
  const random = stream(first?.manifest.settings.suiteSeed ?? "", "verify");
  const drawn = new Set(permutation(random, all.length).slice(0, count));
  return results.map((_, r) => all.filter(({ result }, i) => result === r && drawn.has(i)).map(({ run }) => run));
}
