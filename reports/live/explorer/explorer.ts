/** The explorer: trains a run of the page again, plays it, and compares it with one whose settings the reader changed. */
import { addressOf } from "../../wire/address.ts";
import type { PageData } from "../../wire/page_data.ts";
import { html, pause, replaceChildren } from "../dom.ts";
import { outcomeTexts } from "../run_texts.ts";
import { isSameRun, type PageState, type Store } from "../state.ts";
import type { WorkerClient } from "../worker/worker_client.ts";
import { createPlayback } from "./playback.ts";
import { createRunControls } from "./run_controls.ts";
import { createSettingsForm } from "./settings_form.ts";

/** Time between two changes of the address, in milliseconds: browsers allow about 100 in 30 seconds. */
const ADDRESS_INTERVAL = 400;

/** Fills the section. */
export function mountExplorer(section: HTMLElement, data: PageData, store: Store, worker: WorkerClient): void {
  const controls = createRunControls(data, store);
  const form = createSettingsForm(data, store);
  const outcome = html("div", { role: "status", class: "outcome" });
  const updateAddress = addressUpdater(data, store);
  const playback = createPlayback(section, store);
  section.append(...controls.elements, form.element, outcome, ...playback.elements);

  let latest = 0;
  const train = async () => {
    const request = ++latest;
    playback.stop();
    try {
      const { recordings, refusal } = await recordRuns(worker, store.state);
      if (request !== latest) return;
      const refusalText = refusal && html("p", {}, `With these settings nothing can be trained: ${refusal}.`);
      replaceChildren(outcome, ...outcomeTexts(data, store.state, recordings), refusalText);
      await pause();
      if (request === latest) playback.load(recordings);
    } catch (error) {
      if (request !== latest) return;
      replaceChildren(outcome, `Training failed in this browser: ${(error as Error).message}`);
    }
  };
  const applyState = (state: PageState, previous?: PageState) => {
    controls.applyState(state, previous);
    if (previous && isSameRun(state, previous) && state.changes === previous.changes) playback.show();
    else {
      form.applyState(state);
      train();
    }
    if (previous) updateAddress();
  };
  store.listen(applyState);
  applyState(store.state);
}

/** Records the selected run and, if settings are changed, the changed run; `refusal` says why the latter failed. */
async function recordRuns(worker: WorkerClient, { cell, replicate, epoch, changes }: PageState) {
  const run = { cell, replicate, epoch };
  const original = await worker.request("record", { ...run, changes: {} });
  if (Object.keys(changes).length === 0) return { recordings: [original] };
  try {
    return { recordings: [original, await worker.request("record", { ...run, changes })] };
  } catch (error) {
    return { recordings: [original], refusal: (error as Error).message };
  }
}

/** Returns a function that writes the state into the address: at once, or when its interval has passed. */
function addressUpdater(data: PageData, store: Store): () => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      last = performance.now();
      history.replaceState(null, "", addressOf(store.state, data));
    }, Math.max(0, last + ADDRESS_INTERVAL - performance.now()));
  };
}
