import { InputError } from "../../core/input/input_error.ts";
import { reject } from "../../core/input/readers.ts";
import { prepare } from "../../core/train_network.ts";
import { renderWorked, type WorkedStep, workUpdate } from "../../core/worked/work_update.ts";
import type { Run } from "../../experiments/define/run.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import { jsonLine } from "../cli/text_output.ts";
import { knownExperiments } from "../run/known_experiments.ts";
import { selectRun } from "../run/plans.ts";

/** `trace`: the first updates of one run, worked by hand. */
export const run: RunSubcommand = async ({ operands, options }, terminal) => {
  if (options.json && options.html) throw new InputError("--json and --html must not be given together");
  const id = operands[0]!;
  const run = selectRun("trace", id, options, await knownExperiments(options));
  const updates = workUpdates(id, run, options.steps ?? 1);
  if (options.json) terminal.printResult(jsonLine(updates));
  else if (options.html) {
    const { tracePage } = await import("../../reports/page/trace_page.ts");
    terminal.printResult(tracePage(id, run, updates).trimEnd());
  } else updates.forEach((update, i) => terminal.printResult(`Update ${i + 1}\n\n${renderWorked(update)}`));
  return 0;
};

function workUpdates(id: string, { config }: Run, count: number): WorkedStep[][] {
  const { steps } = prepare(config);
  if (steps === 0) throw new InputError({ action: { verb: "trace", object: id }, rule: "this net is not trained" });
  if (count > steps) reject("--steps", `at most ${steps}, the updates of the run`, count);
  return Array.from({ length: count }, (_, update) => workUpdate(config, update));
}
