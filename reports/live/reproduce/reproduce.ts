/** "Reproduce here": trains every run of the page again and counts the identical results. */
import { numeral } from "../../chart/scales.ts";
import type { PageData } from "../../wire/page_data.ts";
import { countRuns, csvRowName, runName } from "../../wire/page_runs.ts";
import { button, controlRow, html, replaceChildren } from "../dom.ts";
import { verdictSign } from "../run_texts.ts";
import type { Agreement } from "../worker/retrain.ts";
import type { WorkerClient } from "../worker/worker_client.ts";

/** Fills the section with a button, a progress bar and the outcome. */
export function mountReproduce(section: HTMLElement, data: PageData, startWorker: () => WorkerClient): void {
  const total = countRuns(data);
  const runs = `${numeral(total)} ${total === 1 ? "run" : "runs"}`;
  const progress = html("progress", { max: 1, value: 0, "aria-label": "epochs trained", hidden: true });
  const outcome = html("div", { role: "status", class: "outcome" });
  let worker: WorkerClient | undefined;

  const finish = () => {
    worker?.terminate();
    worker = undefined;
    progress.hidden = stop.hidden = true;
    start.hidden = false;
    start.focus();
  };
  const start = button(`Train all ${runs} again`, async () => {
    worker = startWorker();
    start.hidden = true;
    stop.hidden = progress.hidden = false;
    progress.value = 0;
    replaceChildren(outcome, "Training …");
    stop.focus();
    const startTime = performance.now();
    try {
      const agreement = await worker.request("retrain", {}, (done) => progress.value = done);
      replaceChildren(outcome, ...agreementText(data, agreement, (performance.now() - startTime) / 1000));
    } catch (error) {
      replaceChildren(outcome, `Training failed in this browser: ${(error as Error).message}`);
    }
    finish();
  });
  const stop = button("Stop", () => {
    finish();
    replaceChildren(outcome, "Stopped.");
  }, { hidden: true });
  section.append(controlRow(start, stop, progress), outcome);
}

function agreementText(data: PageData, agreement: Agreement, seconds: number): HTMLElement[] {
  const { identical, total, firstDifference } = agreement;
  const count = `${numeral(identical)} of ${numeral(total)} identical`;
  const conditions = ` to the last bit, by the digests of runs.csv, in ${seconds.toFixed(1)} s on this device.`;
  const summary = html("p", {}, verdictSign(!firstDifference, count), conditions);
  if (!firstDifference) return [summary];
  const { cell, replicate, line, digest, expected } = firstDifference;
  const difference = `The first difference: ${runName(data, cell, replicate)}, ${csvRowName(data, cell, replicate)}. ` +
    `The result of this device has the digest ${digest}, the page has ${expected}:`;
  return [summary, html("p", {}, difference), html("pre", {}, html("code", {}, line))];
}
