import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { findResumeState, startFresh } from "../../../command/run/resume_state.ts";
import { InputError } from "../../../core/input/input_error.ts";
import type { Experiment } from "../../../experiments/experiment.ts";
import { planOf, type Settings } from "../../../experiments/plan.ts";
import { trainMissing } from "../../../experiments/training/run_plan.ts";
import { singleThreadTrainer } from "../../../experiments/training/trainer.ts";
import { toy } from "../../experiments/toy.ts";
import { fileTest } from "../run_command.ts";

const planWith = (experiment: Partial<Experiment>, settings: Partial<Settings> = {}) =>
  planOf({ ...toy, ...experiment } as Experiment, { suiteSeed: "s", seeds: 3, epochs: 10, ...settings });

/** Trains all runs of the toy and leaves its journal in a folder, as an interrupted run does. */
async function leaveJournal(folder: string): Promise<void> {
  const plan = planWith({});
  using log = startFresh(plan, folder).log;
  await trainMissing(plan, singleThreadTrainer(), log, { engine: "reference" });
}

fileTest("findResumeState reuses the runs of a journal with the same settings", async (folder) => {
  await leaveJournal(folder);
  const { note } = await findResumeState(planWith({}), folder);
  assertEquals(note, "toy: 12 of 12 runs reused");
});

fileTest("findResumeState refuses a journal whose runs were trained otherwise", async (folder) => {
  await leaveJournal(folder);
  const others = {
    curves: planWith({ curveReplicates: 3 }),
    epochs: planWith({}, { epochs: 20 }),
    seeds: planWith({}, { seeds: 2 }),
    suiteSeed: planWith({}, { suiteSeed: "t" }),
  };
  for (const [setting, plan] of Object.entries(others)) {
    const { message } = await assertRejects(() => findResumeState(plan, folder), InputError, "other settings");
    assertStringIncludes(message, setting);
  }
});
