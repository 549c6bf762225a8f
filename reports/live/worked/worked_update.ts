/** One update of the selected run, worked out step by step. */
import { prepare } from "../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../core/training.ts";
import { numeral } from "../../chart/scales.ts";
import type { PageData } from "../../wire/page_data.ts";
import { runName, runOf } from "../../wire/page_runs.ts";
import { html, readInteger, replaceChildren } from "../dom.ts";
import { isSameRun, type Store } from "../state.ts";
import type { WorkerClient } from "../worker/worker_client.ts";
import { createStepper } from "./stepper.ts";

/** Upper bound on updates: to work out an update, its run is trained up to it. */
const MAX_UPDATE = 100_000;

/** Fills the section. */
export function mountWorked(section: HTMLElement, data: PageData, store: Store, worker: WorkerClient): void {
  const runNote = html("p", { class: "note" });
  const status = html("p", { class: "note", role: "status" });
  const updateInput = html("input", { type: "number", min: 1, step: 1, value: 1 });
  const stepper = createStepper(updateInput);
  section.append(runNote, stepper.controls, status, ...stepper.panes);

  let latest = 0;
  const workOut = async () => {
    const request = ++latest;
    const { cell, replicate } = store.state;
    const training = prepare(runOf(data, cell, replicate).config);
    const perEpoch = stepsPerEpoch(training);
    updateInput.max = String(Math.max(1, Math.min(training.steps, MAX_UPDATE)));
    const update = readInteger(updateInput);
    updateInput.value = String(update);
    const updates = `${numeral(perEpoch)} ${perEpoch === 1 ? "update" : "updates"}`;
    replaceChildren(runNote, `The run ${runName(data, cell, replicate)}; an epoch has ${updates}.`);
    replaceChildren(status);
    try {
      const worked = await worker.request("workUpdate", { cell, replicate, update: update - 1 });
      if (request === latest) stepper.load(worked, training, section.clientWidth);
    } catch (error) {
      if (request !== latest) return;
      replaceChildren(status, `There is no such update: ${(error as Error).message}`);
      stepper.clear();
    }
  };
  updateInput.addEventListener("change", workOut);
  store.listen((state, previous) => {
    if (!isSameRun(state, previous)) workOut();
  });
  workOut();
}
