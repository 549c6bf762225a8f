/** One update of the selected run, worked out step by step. */
import { prepare } from "../../../core/train_network.ts";
import { batchOf, stepsPerEpoch, type Training } from "../../../core/training.ts";
import { numeral } from "../../chart/scales.ts";
import type { PageData } from "../../wire/page_data.ts";
import { runName, runOf } from "../../wire/page_runs.ts";
import { html, labelled, readInteger, replaceChildren } from "../dom.ts";
import { isSameRun, type Store } from "../state.ts";
import type { WorkerClient } from "../worker/worker_client.ts";
import { createNotationSelect } from "./notation_select.ts";
import { createStepper } from "./stepper.ts";

/** Upper bound on updates: to work out an update, its run is trained up to it. */
const MAX_UPDATE = 100_000;

/** Space on both sides of a section, in pixels. */
const MARGINS = 48;

/** Fills the section. */
export function mountWorked(section: HTMLElement, data: PageData, store: Store, worker: WorkerClient): void {
  const runNote = html("p", { class: "note" });
  const status = html("p", { class: "note", role: "status" });
  const updateInput = html("input", { type: "number", min: 1, step: 1 });
  const notation = createNotationSelect(() => workOut());
  const selection = () => ({
    cell: store.state.cell,
    replicate: store.state.replicate,
    update: readUpdate(),
    delta: notation.delta(),
  });
  const readUpdate = () => readInteger(updateInput) - 1;
  const stepper = createStepper(
    [labelled("update", updateInput), notation.element],
    () => worker.request("renderUpdate", selection()),
  );
  section.append(runNote, stepper.controls, status, ...stepper.panes);

  let latest = 0;
  const workOut = async () => {
    const request = ++latest;
    const { cell, replicate } = store.state;
    const training = prepare(runOf(data, cell, replicate).config);
    const perEpoch = stepsPerEpoch(training);
    const teachingRow = teachingRowOf(training);
    updateInput.max = String(Math.max(1, Math.min(training.steps, MAX_UPDATE)));
    if (updateInput.value === "") updateInput.value = String(1 + firstUpdateOf(training, teachingRow));
    updateInput.value = String(1 + readUpdate());
    const updates = `${numeral(perEpoch)} ${perEpoch === 1 ? "update" : "updates"}`;
    replaceChildren(runNote, `The run ${runName(data, cell, replicate)}; an epoch has ${updates}.`);
    replaceChildren(status);
    try {
      const worked = await worker.request("workUpdate", selection());
      if (request !== latest) return;
      const rows = worked.steps.flatMap(({ row }) => row ?? []);
      const row = rows.includes(teachingRow) ? teachingRow : rows[0] ?? 0;
      // a folded section has no width
      stepper.load({ worked, training, row }, section.clientWidth || document.documentElement.clientWidth - MARGINS);
    } catch (error) {
      if (request !== latest) return;
      replaceChildren(status, `There is no such update: ${(error as Error).message}`);
      stepper.clear();
    }
  };
  updateInput.addEventListener("change", workOut);
  store.listen((state, previous) => {
    if (isSameRun(state, previous)) return;
    updateInput.value = "";
    workOut();
  });
  workOut();
}

/** The index of the row that teaches most: (1, 0), in which one weight of a unit counts and the other does not. */
export function teachingRowOf({ rows }: Pick<Training, "rows">): number {
  return Math.max(0, rows.findIndex(({ inputs: [first, second] }) => first === 1 && second === 0));
}

/** The first update that uses a row, counted from 0. */
export function firstUpdateOf(training: Training, row: number): number {
  const order = training.orders().next();
  const steps = Math.min(stepsPerEpoch(training), training.steps);
  for (let step = 0; step < steps; step++) {
    if (batchOf(training, order, step).includes(training.rows[row]!)) return step;
  }
  return 0;
}
