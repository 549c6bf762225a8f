/** "Reproduce here": trains every run of the page again and counts those that agree to the last bit. */
import type { Assistant } from "../assistant.ts";
import { button, html, refill } from "../dom.ts";
import { numeral as number } from "../../chart/scales.ts";
import type { PageData } from "../../wire/page_data.ts";
import type { Agreement } from "./retrain.ts";
import { nameOf, rowNameOf } from "../../wire/page_runs.ts";

/** Fills the section with its button, progress and outcome. */
export function mountReproduce(section: HTMLElement, data: PageData, hire: () => Assistant): void {
  const total = data.cells.length * data.replicates, runs = `${number(total)} ${total === 1 ? "run" : "runs"}`;
  const meter = html("progress", { max: 1, value: 0, "aria-label": "share of the epochs trained", hidden: true });
  const outcome = html("div", { role: "status", class: "outcome" });
  let assistant: Assistant | undefined;

  const end = () => {
    assistant?.dismiss();
    assistant = undefined;
    meter.hidden = true;
    stop.hidden = true;
    start.hidden = false;
  };
  const start = button(`Train all ${runs} again`, async () => {
    assistant = hire();
    start.hidden = true;
    stop.hidden = meter.hidden = false;
    meter.value = 0;
    refill(outcome, "Training …");
    stop.focus();
    const from = performance.now();
    try {
      const agreement = await assistant.ask("retrain", {}, (share) => meter.value = share);
      refill(outcome, ...told(data, agreement, (performance.now() - from) / 1000));
    } catch (error) {
      refill(outcome, `It could not be done here: ${(error as Error).message}`);
    }
    end();
    start.focus();
  });
  const stop = button("Stop", () => {
    end();
    refill(outcome, "Stopped.");
    start.focus();
  }, { hidden: true });
  section.append(html("div", { class: "controls" }, start, stop, meter), outcome);
}

/** What came of it, in words. */
function told(data: PageData, { identical, total, first }: Agreement, seconds: number): HTMLElement[] {
  const sign = html(
    "span",
    { class: `verdict ${first ? "refuted" : "supported"}` },
    `${first ? "✗" : "✓"} ${number(identical)} of ${number(total)} identical`,
  );
  const time = ` to the last bit, by the digests of runs.csv, in ${seconds.toFixed(1)} s on this device.`;
  if (!first) return [html("p", {}, sign, time)];
  const { cell, replicate, line, made, expected } = first;
  return [
    html("p", {}, sign, time),
    html(
      "p",
      {},
      `The first that differs is ${nameOf(data, cell, replicate)}: ${
        rowNameOf(data, cell, replicate)
      }. Made here, with ` +
        `the digest ${made} where the page has ${expected}:`,
    ),
    html("pre", {}, html("code", {}, line)),
  ];
}
