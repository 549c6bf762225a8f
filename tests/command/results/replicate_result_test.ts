import { assertEquals, assertRejects } from "@std/assert";
import { replicateResult } from "../../../command/results/replicate_result.ts";
import { readTrustedResult } from "../../../command/results/read_trusted_result.ts";
import { SUITE_EXPERIMENTS } from "../../../command/run/known_experiments.ts";
import type { Trainer } from "../../../experiments/training/trainer.ts";
import { TrainingFailed } from "../../../experiments/training/training_failed.ts";
import { fileTest as test, runCommand, SMALL_RUN } from "../run_command.ts";

test("replicateResult fails once if all trainings are stopped, also those that nobody awaits yet", async (folder) => {
  assertEquals((await runCommand("run", "delta-rule", ...SMALL_RUN, "--out", folder)).code, 0);
  const result = await readTrustedResult(`${folder}/delta-rule`, folder, SUITE_EXPERIMENTS.all);
  const started: (() => void)[] = [];
  const trainer: Trainer = () =>
    new Promise((_, reject) => started.push(() => reject(new TrainingFailed(0, 1, "stopped"))));
  const unhandled: unknown[] = [];
  const listen = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    unhandled.push(event.reason);
  };
  addEventListener("unhandledrejection", listen);
  try {
    const replicated = replicateResult(result, 3, trainer, { engine: "auto" });
    assertEquals(started.length, 2);
    // the second one fails first, so that nothing awaits it yet
    started.toReversed().forEach((stop) => stop());
    await assertRejects(() => replicated, TrainingFailed, "stopped");
    // unhandled rejections are reported before the next macrotask
    await new Promise((resolve) => setTimeout(resolve));
  } finally {
    removeEventListener("unhandledrejection", listen);
  }
  assertEquals(unhandled, []);
});
